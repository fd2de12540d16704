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
check-token-slow = Entra does not answer within { $seconds } seconds. See whether the server reaches login.microsoftonline.com.
check-clock = The clock is right ({ $seconds } s apart).
check-clock-local = Local mode: the clock is not compared with Microsoft's.
check-clock-fast = The clock is { $seconds } seconds fast. From five minutes on the bot takes no messages. Turn on time synchronisation.
check-clock-slow = The clock is { $seconds } seconds slow. From five minutes on the bot takes no messages. Turn on time synchronisation.
check-clock-unknown = The clock could not be compared with Microsoft's. See whether the server reaches login.botframework.com.
check-expiry = The secret is good until { $day }, { $days } more days.
check-expiry-none = There is no secret that can expire.
check-expiry-unknown = It is not said when the secret expires. Set DELMAL_APP_SECRET_EXPIRES to the day, such as 2027-01-31, and the bot warns in time.
check-expiry-past = The secret expired on { $day }. Make a new one in Entra, set DELMAL_APP_SECRET and DELMAL_APP_SECRET_EXPIRES, and restart.
check-backup = The last backup is from { $day }.
check-backup-old = The last backup is from { $day }. Run python -m bot backup, every night if possible.
check-backup-none = No backup has been written from here. Run python -m bot backup, every night if possible.
check-disk = { $gigabytes } GB are free on the disk.
check-disk-low = Only { $megabytes } MB are free on the disk. Make room.
check-version = Delmål { $version }, Python { $python }.

note-secret-expires = The bot's secret in Entra expires on { $day }. On that day the bot stops answering.
note-secret-expires-more = Make a new secret, put it into the settings, and restart. The installing guide tells how, under Later.
error-operating-not-allowed = How the bot is, is shown to administrators. Please ask your IT department.
