### Vad kommandona säger i terminalen på svenska.

cli-import-unasked = Ingen terminal att fråga i: importen bekräftas utan fråga. Ange --yes för att säga att det är meningen, eller --dry-run för att bara läsa.
cli-import-choices = [b] bekräfta  [u NR …] uteslut  [ä NR] ändra lydelse  [f] fält  [a] avbryt
cli-import-choice = Val
cli-import-no-such-choice = Det valet finns inte. Skriv en av bokstäverna inom hakparentes, och nummer där det står NR.
cli-import-wording = Ny lydelse för { $number }
cli-import-field = { $field } (Enter behåller, - tömmer)
cli-import-cancelled = Avbrutet. Inget fördes in.
cli-exported = { $file } är skriven: { $documents } dokument.
cli-file = Filen { $file } går inte att läsa: { $reason }.
cli-file-fault = systemet svarade med fel { $number }
cli-file-folder = det är en mapp
cli-file-forbidden = du har inte rätt till den
cli-file-missing = filen eller mappen finns inte
cli-no-matter = { $body } har inget ärende för { $year } i registret.
cli-not-written = Filen { $file } går inte att skriva: { $reason }.
cli-register-written = { $file }: { $proposals_form ->
    [zero] inga förslag
    [one] ett förslag
   *[other] { $proposals } förslag
} ur registret.
cli-database-unavailable = Databasen går inte att nå: { $reason }. Se efter om den är igång och om adressen i DELMAL_DATABASE_URL stämmer.
cli-database-full = Disken med { $folder } är full: { $reason }. Gör plats på den.
cli-database-read-only = Boten får inte skriva i { $folder }: { $reason }. Ge botens användare skrivrätt där, eller välj en annan mapp med DELMAL_DATA.
cli-database-unusable = Databasen i { $folder } går inte att använda: { $reason }. Se efter om det är rätt mapp i DELMAL_DATA, eller läs in en säkerhetskopia med restore.
cli-database-revision = Databasen passar inte den här versionen av Delmål: { $reason }
cli-port = Det går inte att lyssna på { $host }:{ $port }: { $reason }. Är en annan bot redan igång? Välj en annan port med DELMAL_PORT.
cli-which-tenant = Flera kommuner finns här. Välj en med --tenant: { $tenants }
cli-unknown-tenant = Den kommunen finns inte här. Här finns: { $tenants }
cli-unknown-body = Nämnden { $body } finns inte i registret. Där finns: { $bodies }
cli-role-granted = Behörigheten är given.
cli-role-revoked = Behörigheten är återkallad.
cli-role-unchanged = Ingenting ändrades. Så var det redan.
cli-tenant-added = { $name } är tillagd.
cli-tenant-known = { $name } fanns redan. Namn och språk ändras med tenant change.
cli-tenant-admin = { $person } är administratör.
cli-tenant-admin-known = { $person } var redan administratör.
cli-tenant-change-what = Ange vad som ska ändras: --name, --language eller båda.
cli-tenant-changed = Ändringen är sparad.
cli-tenant-unchanged = Ingenting ändrades. Så var det redan.
cli-holiday-added = Kalendern är ändrad.
cli-holiday-removed = Kalendern är ändrad.
cli-holiday-unchanged = Ingenting ändrades. Så var det redan.
cli-template-set = Handlingar i Word skrivs nu i { $file }.
cli-template-removed = Handlingar i Word skrivs nu utan egen mall.
cli-template-none = Ingenting ändrades. Ingen mall var vald.
tenant-holidays = { $count_form ->
    [zero] Kalendern har inga egna lediga dagar, utöver helgerna.
    [one] Kalendern har en egen ledig dag, utöver helgerna.
   *[other] Kalendern har { $count } egna lediga dagar, utöver helgerna.
}
tenant-template = Handlingar i Word skrivs i mallen { $file }.
tenant-no-template = Handlingar i Word skrivs utan egen mall.
tenant-named = { $name } ({ $tenant }), språk { $spoken }.
tenant-unnamed = Kommunen har inget namn. Ange det: tenant change { $tenant } --name NAMN.
tenant-admins = { $count_form ->
    [one] En administratör.
   *[other] { $count } administratörer.
}
tenant-no-admin = Ingen administratör. Utse en: role grant --role admin --person OBJECT_ID. Administratören ger sedan roller i Teams.
tenant-bodies = Nämnder: { $bodies }.
tenant-no-body = Inga nämnder. Läs in ett måldokument med import, eller öppna ett ärende i Teams.
tenant-no-secretary = Ingen nämndsekreterare för { $bodies }. Administratören ger rollen i Teams.
tenant-units = { $count_form ->
    [one] En enhet tar emot beslut, och den nås.
   *[other] { $count } enheter tar emot beslut, och alla nås.
}
tenant-units-unreached = Enheter som inte nås, eftersom ingen adress är bekräftad: { $units }.
cli-word-added = Ordet är sparat. Det gäller direkt.
cli-word-unchanged = Ingenting ändrades. Ordet betydde redan det.
cli-word-removed = Ordet är borttaget.
cli-word-not-taught = Ingenting ändrades. Ordet fanns inte bland kommunens egna.
cli-whole = Allt är helt: { $events } händelser, { $lists } listor. Den sista händelsens kontrollsumma är { $digest }. Spara den på annat håll: då syns det senare om något har kapats.
cli-flawed = { $flaws_form ->
    [one] Ett ställe
   *[other] { $flaws } ställen
} är inte som det registrerades, bland { $events } händelser och { $lists } listor.
flaw-event_missing = Händelse { $place } saknas.
flaw-chain_broken = Händelse { $place } är ändrad, eller en annan stod före den.
flaw-event_without_proposal = Händelse { $place }: förslaget { $proposal } saknas.
flaw-version_missing = Händelse { $place }: version { $version } av { $proposal } saknas.
flaw-version_altered = Händelse { $place }: version { $version } av { $proposal } är ändrad.
flaw-version_without_event = Version { $version } av { $proposal }: ingen händelse har skapat den.
flaw-list_missing = Händelse { $place }: version { $version } av listan { $matter } saknas.
flaw-list_altered = Händelse { $place }: version { $version } av listan { $matter } är ändrad.
flaw-list_without_event = Version { $version } av listan { $matter }: inget beslut har skapat den.
flaw-list_not_following = Händelse { $place }: listan { $matter }, version { $version }, följer inte av beslutet.
flaw-extract_altered = Händelse { $place }: protokollsutdrag { $version } för { $matter } är ändrat eller saknas.
flaw-matter_altered = Händelse { $place }: version { $version } av ärendet { $matter } är ändrad eller saknas.
cli-chat-is-local = Chatten i terminalen finns bara i lokalt läge. Ta bort DELMAL_APP_ID för att använda den.

chat-welcome = Du skriver som { $person }. Skriv en fråga, eller en knapps siffra. Avsluta med exit.
chat-no-answer = Inget svar kom.
chat-note = Delmål meddelar
chat-choose = Skriv siffran.
chat-choose-person = Skriv siffran, eller personens objekt-id från Entra.
chat-choose-several = Skriv siffrorna med komma emellan.
chat-date = Skriv dagen som 2026-03-01.
chat-time = Skriv klockslaget som 16:00.
chat-kept = Bara Enter behåller: { $value }
sample-staff = exempelperson: medarbetare
sample-official = exempelperson: behörig tjänsteperson
sample-officer = exempelperson: handläggare
sample-secretary = exempelperson: nämndsekreterare
sample-registrar = exempelperson: registrator
sample-admin = exempelperson: administratör

entry-number = Nummer
entry-version = Version
entry-state = Status (kod)
entry-state-label = Status
entry-kind = Typ av ändring (kod)
entry-kind-label = Typ av ändring
entry-target-year = Delmålets år
entry-target-number = Delmål
entry-old-wording = Nuvarande lydelse
entry-new-wording = Ny lydelse
entry-goal-number = Mål som stöds, nummer
entry-goal = Mål som stöds
entry-motivation = Motivering
entry-consequences = Konsekvenser
entry-submitted-at-utc = Inlämnat (UTC)
entry-submitted-at-local = Inlämnat (svensk tid)
entry-author = Inlämnat av (objekt-id)
entry-role = I rollen
entry-events = Händelser
cli-unit-added = { $unit } finns, och nås som det står i unit list.
cli-unit-one-address = Ange --email eller --person, inte båda.
cli-sending-goes = Utskick till enheter går.
cli-person-id = { $person } är inget objekt-id. Det står i Entra administrationscenter under Användare, som 0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9.
cli-person-stored = Detta finns sparat med personens objekt-id (rader i varje tabell):
cli-person-by-name = Dessutom finns namnet här. Det kan vara någon annan med samma namn:
cli-person-unasked = Ingenting är ändrat. Ange --yes för att radera det som bara finns för personens egen skull och ersätta namnet där det visas. Läs docs/personuppgifter.md först.
cli-person-cleared = Raderat, eller namnet ersatt:
cli-person-kept = Kvar med objekt-id, eftersom allmänna handlingar bara får gallras efter beslut och händelserna är kedjade:
cli-person-named = Av det som är kvar innehåller detta också namnet:
cli-person-warning = Detta är pseudonymisering, inte anonymisering: i Entra syns vem objekt-id:t är. Det som personen har skrivit i förslag finns kvar ordagrant. Äldre säkerhetskopior har namnet kvar. Skriver personen till boten igen sparas namnet på nytt.
error-person-unknown = Ingenting finns sparat om { $person }.
error-person-has-role = Personen { $person } har en behörighet och behöver sitt namn. Återkalla den först med role revoke.
error-person-is-address = Enheten { $unit } nås genom { $person }. Ta bort adressen först med unit remove.
