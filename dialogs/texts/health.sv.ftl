### Hur boten mår, på svenska.

health-good = Självtest: allt fungerar.
health-amiss = { $count_form ->
    [one] Självtest: en sak behöver ses över.
   *[other] Självtest: { $count } saker behöver ses över.
}
button-again = Kör igen
grade-ok = OK
grade-warning = Varning
grade-failed = Fel

check-database = Databasen ({ $kind }) nås och går att skriva i.
check-database-none = Det finns ingen databas än. Den skapas när boten startar.
check-database-slow = Databasen svarar inte inom { $seconds } sekunder. Se efter om den är igång, och om något annat låser den.
check-database-lost = Databasen går inte att använda: { $reason }. Se efter om den är igång, om adressen stämmer och om boten får skriva där.
check-revision = Tabellerna är i version { $found }.
check-revision-behind = Tabellerna är i version { $found }. De förs fram till { $newest } nästa gång boten startar.
check-revision-ahead = Tabellerna är i version { $found }, gjorda av en nyare version av Delmål. Programmet kan bara { $newest }. Uppdatera det.
check-outbox = { $count_form ->
    [zero] Inga meddelanden väntar på att skickas.
    [one] Ett meddelande väntar på att skickas, och är inte försenat.
   *[other] { $count } meddelanden väntar på att skickas, och inget är försenat.
}
check-outbox-late = Meddelanden blir inte skickade. Det äldsta är { $minutes } minuter försenat, och { $count } väntar. Se efter om boten är igång och når Teams.
check-isolation = Databasen håller själv isär kommunernas rader.
check-isolation-off = Databasen håller inte isär kommunernas rader, eftersom botens roll är superuser eller har BYPASSRLS. Ge boten en egen roll som inte är det (docs/operating.md).
check-token = Entra ger boten tillträde till Teams.
check-token-local = Lokalt läge: boten behöver inget tillträde till Teams.
check-token-refused = Entra ger inte boten tillträde till Teams: { $reason }. Se efter om hemligheten stämmer och inte har gått ut, och om app-id och klientorganisation stämmer.
check-token-secret-expired = Hemligheten har gått ut ({ $reason }). Skapa en ny i Entra och för in den där den gamla ligger.
check-token-secret-wrong = Entra känner inte hemligheten ({ $reason }). Kontrollera att det är hemlighetens värde, inte dess id, och att den hör till app-id:t i DELMAL_APP_ID.
check-token-app-unknown = Appen i DELMAL_APP_ID finns inte i klientorganisationen ({ $reason }). Kontrollera DELMAL_APP_ID och DELMAL_APP_TENANT_ID, och att az ad sp create har körts.
check-token-tenant-unknown = Klientorganisationen finns inte ({ $reason }). Kontrollera DELMAL_APP_TENANT_ID, eller DELMAL_TENANT_IDS om det bara är en.
check-token-certificate-unknown = Entra känner inte certifikatet ({ $reason }). Lägg in det under appens Certificates & secrets, eller byt filen i DELMAL_APP_CERTIFICATE.
check-token-clock = Entra godtar inte tiden i botens intyg ({ $reason }). Serverns klocka går fel. Slå på tidssynkronisering.
check-token-unreachable = Entra nås inte ({ $reason }). Se efter om servern når login.microsoftonline.com, genom brandväggen och utan att något annat svarar i dess ställe.
check-token-unreadable = Botens hemlighet eller certifikat går inte att läsa ({ $reason }). Vad som är fel med filen står här nedanför.
check-token-slow = Entra svarar inte inom { $seconds } sekunder. Se efter om servern når login.microsoftonline.com.
check-clock = Klockan går rätt (skiljer { $seconds } s).
check-clock-local = Lokalt läge: klockan jämförs inte med Microsofts.
check-clock-fast = Klockan går { $seconds } sekunder före. Vid fem minuter tar boten inte emot meddelanden. Slå på tidssynkronisering.
check-clock-slow = Klockan går { $seconds } sekunder efter. Vid fem minuter tar boten inte emot meddelanden. Slå på tidssynkronisering.
check-clock-unknown = Klockan kunde inte jämföras med Microsofts. Se efter om servern når login.botframework.com.
check-expiry-none = Det finns ingen hemlighet och inget certifikat som kan gå ut.
check-expiry-unknown = När hemligheten går ut är inte angivet. Sätt DELMAL_APP_SECRET_EXPIRES till dagen, som 2027-01-31, så varnar boten i tid.
check-expiry-secret = Hemligheten gäller till { $day }, { $days } dagar till.
check-expiry-secret-past = Hemligheten gick ut { $day }. Skapa en ny i Entra och för in den och dess sista dag där de gamla står.
check-expiry-certificate = Certifikatet gäller till { $day }, { $days } dagar till.
check-expiry-certificate-past = Certifikatet gick ut { $day }. Lägg in ett nytt i Entra och byt filen i DELMAL_APP_CERTIFICATE.
check-backup = Senaste säkerhetskopian är från { $day }.
check-backup-old = Senaste säkerhetskopian är från { $day }. Kör python -m bot backup, helst varje natt.
check-backup-none = Ingen säkerhetskopia är skriven härifrån. Kör python -m bot backup, helst varje natt.
check-disk = { $gigabytes } GB är lediga på disken.
check-disk-low = Bara { $megabytes } MB är lediga på disken. Gör plats.
check-version = Delmål { $version }, Python { $python }.

note-secret-expires = Botens hemlighet i Entra går ut { $day }. Den dagen slutar boten svara.
note-secret-expires-more = Skapa en ny hemlighet och för in den där den gamla ligger. Så står det i installationsguiden, under Senare.
note-certificate-expires = Botens certifikat i Entra går ut { $day }. Den dagen slutar boten svara.
note-certificate-expires-more = Lägg in ett nytt certifikat i Entra och byt botens fil. Så står det i installationsguiden, under Senare.

credential-unreadable = Filen { $file } går inte att läsa: { $reason }. Kontrollera sökvägen i DELMAL_APP_SECRET_FILE eller DELMAL_APP_CERTIFICATE, och att botens användare får läsa filen.
credential-empty = Filen { $file } är tom. Skriv hemligheten på första raden.
credential-day = Andra raden i { $file } är ingen dag. Skriv dagen då hemligheten går ut, som 2027-01-31, eller ingenting.
credential-no-certificate = I { $file } finns inget certifikat. Filen ska vara PEM med både certifikatet (BEGIN CERTIFICATE) och dess nyckel (BEGIN PRIVATE KEY).
credential-no-key = I { $file } finns ingen privat RSA-nyckel utan lösenord. Filen ska vara PEM med både certifikatet (BEGIN CERTIFICATE) och dess nyckel (BEGIN PRIVATE KEY).
credential-other-key = Nyckeln i { $file } hör inte till certifikatet där. Lägg in rätt par.
error-operating-not-allowed = Hur boten mår visas för administratörer. Vänd dig till er it-avdelning.
