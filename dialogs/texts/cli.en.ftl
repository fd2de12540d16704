### What the commands say in the terminal in English.

cli-import-unasked = No terminal to ask in: the import is confirmed without asking. Give --yes to say that this is meant, or --dry-run to read only.
cli-import-choices = [c] confirm  [l NO …] leave out  [e NO] edit wording  [f] fields  [q] quit
cli-import-no-such-choice = There is no such choice. Write one of the letters in brackets, and a number where it says NO.
cli-import-choice = Choice
cli-import-wording = New wording of { $number }
cli-import-field = { $field } (Enter keeps it, - empties it)
cli-import-cancelled = Cancelled. Nothing was recorded.
cli-exported = { $file } is written: { $documents } documents.
cli-file = The file { $file } cannot be read: { $reason }.
cli-file-fault = the system answered with error { $number }
cli-file-folder = it is a folder
cli-file-forbidden = you have no right to it
cli-file-missing = the file or the folder does not exist
cli-no-matter = { $body } has no matter for { $year } in the record.
cli-not-written = The file { $file } cannot be written: { $reason }.
cli-register-written = { $file }: { $proposals_form ->
    [zero] no proposals
    [one] one proposal
   *[other] { $proposals } proposals
} from the record.
cli-database-unavailable = The database cannot be reached: { $reason }. See whether it is running, and whether the address in DELMAL_DATABASE_URL is right.
cli-database-full = The disk with { $folder } is full: { $reason }. Make room on it.
cli-database-read-only = The bot may not write in { $folder }: { $reason }. Give the bot's user the right to write there, or choose another folder with DELMAL_DATA.
cli-database-unusable = The database in { $folder } cannot be used: { $reason }. See whether DELMAL_DATA names the right folder, or put a backup there with restore.
cli-database-revision = The database does not fit this version of Delmål: { $reason }
cli-port = Cannot listen on { $host }:{ $port }: { $reason }. Is another bot running? Choose another port with DELMAL_PORT.
cli-which-tenant = Several municipalities are served here. Choose one with --tenant: { $tenants }
cli-unknown-tenant = That municipality is not served here. Served are: { $tenants }
cli-unknown-body = The committee { $body } is not in the record. The record has: { $bodies }
cli-role-granted = The role is granted.
cli-role-revoked = The role is revoked.
cli-role-unchanged = Nothing changed. It was so already.
cli-tenant-added = { $name } is added.
cli-tenant-known = { $name } was there already. Change its name and language with tenant change.
cli-tenant-admin = { $person } is an administrator.
cli-tenant-admin-known = { $person } was an administrator already.
cli-tenant-change-what = Say what is to be changed: --name, --language or both.
cli-tenant-changed = The change is saved.
cli-tenant-unchanged = Nothing changed. It was so already.
cli-holiday-added = The calendar is changed.
cli-holiday-removed = The calendar is changed.
cli-holiday-unchanged = Nothing changed. It was so already.
cli-template-set = Papers in Word are now written in { $file }.
cli-template-removed = Papers in Word are now written without a template of your own.
cli-template-none = Nothing changed. There was no template.
tenant-holidays = { $count_form ->
    [zero] The calendar has no days of its own, besides the public holidays.
    [one] The calendar has one day of its own, besides the public holidays.
   *[other] The calendar has { $count } days of its own, besides the public holidays.
}
tenant-template = Papers in Word are written in the template { $file }.
tenant-no-template = Papers in Word are written without a template of your own.
tenant-named = { $name } ({ $tenant }), language { $spoken }.
tenant-unnamed = The municipality has no name. Tell it: tenant change { $tenant } --name NAME.
tenant-admins = { $count_form ->
    [one] One administrator.
   *[other] { $count } administrators.
}
tenant-no-admin = No administrator. Appoint one: role grant --role admin --person OBJECT_ID. The administrator then gives roles in Teams.
tenant-bodies = Committees: { $bodies }.
tenant-no-body = No committees. Read a goal document with import, or open a matter in Teams.
tenant-no-secretary = No committee secretary for { $bodies }. The administrator gives the role in Teams.
tenant-units = { $count_form ->
    [one] One unit receives decisions, and it is reached.
   *[other] { $count } units receive decisions, and all are reached.
}
tenant-units-unreached = Units that are not reached, because no address is confirmed: { $units }.
cli-word-added = The word is saved. It counts at once.
cli-word-unchanged = Nothing changed. The word meant that already.
cli-word-removed = The word is removed.
cli-word-not-taught = Nothing changed. The word was not among the municipality's own.
cli-whole = All is whole: { $events } events, { $lists } lists. The digest of the last event is { $digest }. Keep it elsewhere: it shows later whether anything was cut off.
cli-flawed = { $flaws_form ->
    [one] One place is
   *[other] { $flaws } places are
} not as recorded, among { $events } events and { $lists } lists.
flaw-event_missing = Event { $place } is missing.
flaw-chain_broken = Event { $place } was altered, or another one stood before it.
flaw-event_without_proposal = Event { $place }: the proposal { $proposal } is missing.
flaw-version_missing = Event { $place }: version { $version } of { $proposal } is missing.
flaw-version_altered = Event { $place }: version { $version } of { $proposal } was altered.
flaw-version_without_event = Version { $version } of { $proposal }: no event made it.
flaw-list_missing = Event { $place }: version { $version } of the list { $matter } is missing.
flaw-list_altered = Event { $place }: version { $version } of the list { $matter } was altered.
flaw-list_without_event = Version { $version } of the list { $matter }: no decision made it.
flaw-list_not_following = Event { $place }: the list { $matter }, version { $version }, does not follow from the decision.
flaw-extract_altered = Event { $place }: extract { $version } of { $matter } was altered or is missing.
flaw-matter_altered = Event { $place }: version { $version } of the matter { $matter } was altered or is missing.
cli-chat-is-local = The chat in the terminal exists in local mode only. Remove DELMAL_APP_ID to use it.

chat-welcome = You are writing as { $person }. Write a question, or the number of a button. Leave with exit.
chat-no-answer = No answer came.
chat-note = Delmål tells you
chat-choose = Type the number.
chat-choose-person = Type the number, or the person's object id from Entra.
chat-choose-several = Type the numbers with commas between them.
chat-date = Type the day as 2026-03-01.
chat-time = Type the time as 16:00.
chat-kept = Enter alone keeps: { $value }
sample-staff = sample person: staff
sample-official = sample person: authorised official
sample-officer = sample person: officer in charge
sample-secretary = sample person: committee secretary
sample-registrar = sample person: registrar
sample-admin = sample person: administrator

entry-number = Number
entry-version = Version
entry-state = Status (code)
entry-state-label = Status
entry-kind = Type of change (code)
entry-kind-label = Type of change
entry-target-year = Year of the sub-goal
entry-target-number = Sub-goal
entry-old-wording = Present wording
entry-new-wording = New wording
entry-goal-number = Goal it supports, number
entry-goal = Goal it supports
entry-motivation = Motivation
entry-consequences = Consequences
entry-submitted-at-utc = Submitted (UTC)
entry-submitted-at-local = Submitted (Swedish time)
entry-author = Submitted by (object id)
entry-role = In the role
entry-events = Events
cli-unit-added = { $unit } is there, and is reached as unit list says.
cli-unit-one-address = Give --email or --person, not both.
cli-sending-goes = Sending to units goes on.
cli-person-id = { $person } is no object id. It stands in the Entra admin center under Users, such as 0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9.
cli-person-stored = This is stored with the person's object id (rows of each table):
cli-person-by-name = The name is here, too. It may be somebody else of that name:
cli-person-unasked = Nothing is changed. Say --yes to delete what is there for the person's own sake only, and to replace the name where it is shown. Read docs/personuppgifter.md first.
cli-person-cleared = Deleted, or the name replaced:
cli-person-kept = Kept with the object id, since public documents may be disposed of by a decision only and the events are chained:
cli-person-named = Of what is kept, this holds the name, too:
cli-person-warning = This is pseudonymisation, not anonymisation: Entra tells whose the object id is. What the person wrote in proposals is kept word for word. Older backups have the name still. If the person writes to the bot again, the name is stored anew.
error-person-unknown = Nothing is stored about { $person }.
error-person-has-role = { $person } has a role, and needs their name. Take it back first with role revoke.
error-person-is-address = The unit { $unit } is reached through { $person }. Remove the address first with unit remove.
