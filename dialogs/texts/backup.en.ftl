### What backup and restore say in the terminal in English.

backup-written = { $file } is written and has been tried: { $rows } rows, { $size } MB, { $seconds } s.
backup-flaws = The record is not whole: { $count } places are not as they were once recorded. The backup has them as they are. Keep it, and turn to whoever looks after the database.
backup-not-remembered = { $file } is written and has been tried, but when could not be kept: { $reason }.
backup-not-written = { $file } could not be written: { $reason }.
backup-onto-itself = { $file } is the database itself. Choose another name for the backup.
backup-nothing = There is no database to back up: { $database }.
backup-unreadable = { $file } cannot be read: { $reason }.
backup-no-backup = { $file } is no backup of Delmål.
backup-damaged = { $file } is damaged and is not restored: { $reason }. Take an older backup.
backup-newer = { $file } was written by a newer version of Delmål. Update first.
restore-done = { $file } is restored and has been tried: { $rows } rows.
restore-kept = What was there before is in { $file }.
restore-not-empty = { $database } holds a record already, and nothing has been changed. Restore into an empty database. SQLite: give --replace, and what is there is kept beside it.
restore-differs = { $database } holds something else than the backup. Is the bot serving? Stop it and restore again.
