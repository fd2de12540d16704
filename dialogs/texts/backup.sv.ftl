### Vad backup och restore säger i terminalen på svenska.

backup-written = { $file } är skriven och prövad: { $rows } rader, { $size } MB, { $seconds } s.
backup-flaws = Registret är inte helt: { $count } ställen stämmer inte med det som en gång fördes in. Säkerhetskopian har dem som de är. Spara den, och kontakta den som sköter databasen.
backup-not-remembered = { $file } är skriven och prövad, men när det skedde gick inte att spara: { $reason }.
backup-not-written = { $file } gick inte att skriva: { $reason }.
backup-onto-itself = { $file } är databasen själv. Välj ett annat namn för säkerhetskopian.
backup-nothing = Det finns ingen databas att säkerhetskopiera: { $database }.
backup-unreadable = { $file } går inte att läsa: { $reason }.
backup-no-backup = { $file } är ingen säkerhetskopia av Delmål.
backup-damaged = { $file } är skadad och återställs inte: { $reason }. Ta en äldre säkerhetskopia.
backup-newer = { $file } är skriven av en nyare version av Delmål. Uppdatera först.
restore-done = { $file } är återställd och prövad: { $rows } rader.
restore-kept = Det som fanns förut ligger i { $file }.
restore-not-empty = { $database } innehåller redan ett register, och ingenting har ändrats. Återställ i en tom databas. SQLite: ange --replace, så sparas det som finns bredvid.
restore-differs = { $database } innehåller något annat än säkerhetskopian. Är boten igång? Stoppa den och återställ igen.
