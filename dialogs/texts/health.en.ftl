### How the bot is, in English.

health-good = Self-test: everything works.
health-amiss = { $count_form ->
    [one] Self-test: one thing has to be seen to.
   *[other] Self-test: { $count } things have to be seen to.
}
button-again = Run again
grade-ok = OK
grade-warning = Warning
grade-failed = Failed

check-database = The database ({ $kind }) is reached and can be written to.
check-database-none = There is no database yet. It is made when the bot starts.
check-database-slow = The database does not answer within { $seconds } seconds. See whether it is running, and whether something else has locked it.
check-database-lost = The database cannot be used: { $reason }. See whether it is running, whether its address is right, and whether the bot may write there.
check-revision = The tables are at version { $found }.
check-revision-behind = The tables are at version { $found }. They are brought to { $newest } the next time the bot starts.
check-revision-ahead = The tables are at version { $found }, made by a newer version of Delmål. This program knows { $newest } only. Update it.
check-outbox = { $count_form ->
    [zero] No messages are waiting to be sent.
    [one] One message is waiting to be sent, and is not late.
   *[other] { $count } messages are waiting to be sent, and none is late.
}
check-outbox-late = Messages are not being sent. The oldest is { $minutes } minutes late, and { $count } are waiting. See whether the bot is running and reaches Teams.
check-isolation = The database itself keeps each municipality's rows apart.
check-isolation-off = The database does not keep the municipalities' rows apart, because the bot's role is a superuser or has BYPASSRLS. Give the bot a role of its own that is neither (docs/operating.md).
check-token = Entra lets the bot into Teams.
check-token-local = Local mode: the bot needs no access to Teams.
check-token-refused = Entra does not let the bot into Teams: { $reason }. See whether the secret is right and has not expired, and whether app id and tenant are right.
check-token-secret-expired = The secret has expired ({ $reason }). Make a new one in Entra and put it where the old one is.
check-token-secret-wrong = Entra does not know the secret ({ $reason }). Check that it is the secret's value, not its id, and that it belongs to the app id in DELMAL_APP_ID.
check-token-app-unknown = The app in DELMAL_APP_ID is not in the tenant ({ $reason }). Check DELMAL_APP_ID and DELMAL_APP_TENANT_ID, and that az ad sp create was run.
check-token-tenant-unknown = There is no such tenant ({ $reason }). Check DELMAL_APP_TENANT_ID, or DELMAL_TENANT_IDS where it names just one.
check-token-certificate-unknown = Entra does not know the certificate ({ $reason }). Add it under the app's Certificates & secrets, or replace the file in DELMAL_APP_CERTIFICATE.
check-token-clock = Entra does not take the time in what the bot signed ({ $reason }). The server's clock is wrong. Turn on time synchronisation.
check-token-unreachable = Entra is not reached ({ $reason }). See whether the server reaches login.microsoftonline.com, through the firewall and without anything else answering in its place.
check-token-unreadable = The bot's secret or certificate cannot be read ({ $reason }). What is wrong with the file is said below.
check-token-slow = Entra does not answer within { $seconds } seconds. See whether the server reaches login.microsoftonline.com.
check-clock = The clock is right ({ $seconds } s apart).
check-clock-local = Local mode: the clock is not compared with Microsoft's.
check-clock-fast = The clock is { $seconds } seconds fast. From five minutes on the bot takes no messages. Turn on time synchronisation.
check-clock-slow = The clock is { $seconds } seconds slow. From five minutes on the bot takes no messages. Turn on time synchronisation.
check-clock-unknown = The clock could not be compared with Microsoft's. See whether the server reaches login.botframework.com.
check-expiry-none = There is no secret and no certificate that can expire.
check-expiry-unknown = It is not said when the secret expires. Set DELMAL_APP_SECRET_EXPIRES to the day, such as 2027-01-31, and the bot warns in time.
check-expiry-secret = The secret is good until { $day }, { $days } more days.
check-expiry-secret-past = The secret expired on { $day }. Make a new one in Entra, and put it and its last day where the old ones are.
check-expiry-certificate = The certificate is good until { $day }, { $days } more days.
check-expiry-certificate-past = The certificate expired on { $day }. Add a new one in Entra and replace the file in DELMAL_APP_CERTIFICATE.
check-backup = The last backup is from { $day }.
check-backup-old = The last backup is from { $day }. Run python -m bot backup, every night if possible.
check-backup-none = No backup has been written from here. Run python -m bot backup, every night if possible.
check-disk = { $gigabytes } GB are free on the disk.
check-disk-low = Only { $megabytes } MB are free on the disk. Make room.
check-version = Delmål { $version }, Python { $python }.

note-secret-expires = The bot's secret in Entra expires on { $day }. On that day the bot stops answering.
note-secret-expires-more = Make a new secret and put it where the old one is. The installing guide tells how, under Later.
note-certificate-expires = The bot's certificate in Entra expires on { $day }. On that day the bot stops answering.
note-certificate-expires-more = Add a new certificate in Entra and replace the bot's file. The installing guide tells how, under Later.

credential-unreadable = The file { $file } cannot be read: { $reason }. Check the path in DELMAL_APP_SECRET_FILE or DELMAL_APP_CERTIFICATE, and that the bot's user may read the file.
credential-empty = The file { $file } is empty. Write the secret on the first line.
credential-day = The second line of { $file } is no day. Write the day that the secret expires, such as 2027-01-31, or nothing.
credential-no-certificate = There is no certificate in { $file }. The file has to be PEM with both the certificate (BEGIN CERTIFICATE) and its key (BEGIN PRIVATE KEY).
credential-no-key = There is no private RSA key without a password in { $file }. The file has to be PEM with both the certificate (BEGIN CERTIFICATE) and its key (BEGIN PRIVATE KEY).
credential-other-key = The key in { $file } does not belong to the certificate there. Put the right pair there.
error-operating-not-allowed = How the bot is, is shown to administrators. Please ask your IT department.
