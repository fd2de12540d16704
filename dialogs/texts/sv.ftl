### Varje mening som boten säger på svenska. Klarspråk: korta meningar, vanliga ord.

missing = saknas i registret
last = sista

## Vad svaret vilar på

fact-about = Avser
fact-status = Status
fact-document = Dokument
fact-date = Beslutsdatum
fact-paragraph = Paragraf
fact-dnr = Diarienummer
fact-missing = Saknas i registret
fact-matter = Ärende
fact-source = Källa

status-proposed = föreslagen, inte beslutad
status-decided_not_adjusted = beslutad, ej justerad
status-appealable = beslutad, kan överklagas t.o.m. { $day }
status-appealable-no-day = beslutad, kan överklagas
status-in_force = gäller
status-stated = gäller enligt dokumentet. Själva beslutet finns inte i registret
status-superseded = ersatt av en senare lista
status-annulled = upphävd

## Rubriker

heading-goals = { $body } mål { $period }
heading-goals-no-period = { $body } mål
heading-subgoals = { $body } delmål { $year }
heading-mixed = Ur registret
heading-proposed = Föreslås för { $body } { $year }
heading-recipients = Beslutet ska skickas till
heading-added = Tillagt { $year }
heading-reworded = Ändrat, { $old } och sedan { $new }
heading-removed = Borttaget { $year }
heading-kept = Kvarstår { $year }
heading-examples = Fråga till exempel

label-goal = { $body } mål { $number }
label-subgoal = { $body } delmål { $number } ({ $year })

## Mål och delmål

goals-are = { $body } har { $count } mål för { $period }.
goals-are-no-period = { $body } har { $count } mål.
goal-is = { $body } mål { $number }
subgoal-is = { $body } delmål { $number } för { $year }
no-goals = Registret har inga mål för { $body }.
no-goals-for-year = Registret har inga mål för { $body } { $year }.
subgoals-in_force = { $body } har { $count } delmål för { $year }.
subgoals-appealable = { $body } har { $count } delmål för { $year }. Beslutet kan överklagas.
subgoals-superseded = Så löd { $body } { $count } delmål för { $year }. Listan är ersatt.
subgoals-proposed = { $count } delmål är föreslagna för { $body } { $year }. De är inte beslutade.
subgoals-decided_not_adjusted = { $body } { $count } delmål för { $year } är beslutade men inte justerade. Endast kansliet ser dem.
subgoals-under = { $count_form ->
    [one] Ett delmål för { $year } hör till { $body } mål { $goal }.
   *[many] { $count } delmål för { $year } hör till { $body } mål { $goal }.
}
subgoals-under-unknown = Dokumentet säger inte vilka delmål som hör till { $body } mål { $goal }. Här är alla för { $year }.
no-subgoals = Registret har inga delmål för { $body }.
no-subgoals-for-year = Registret har inga delmål för { $body } { $year }.
no-adjusted-decision = Inget justerat beslut om { $body } delmål { $year } finns i registret.
no-open-matter = Registret har inte heller något öppet ärende om { $body } delmål { $year }.
latest-list-follows = Här är den senaste listan i registret. Den gäller { $year }.
this-year-has-none = Registret har ingen lista för { $year }. Den senaste är för { $latest }.
later-matter-open = För { $year } finns ett ärende men inget justerat beslut i registret.
recorded-years-subgoals = Registret har { $body } delmål för { $years }.
recorded-years-goals = Registret har { $body } mål för { $periods }.
recorded-years = Registret har { $body } delmål för { $years } och mål för { $periods }.
nothing-recorded = Registret har ingenting om { $body }.
nothing-recorded-at-all = Registret är tomt. Be administratören läsa in era måldokument.
no-such-goal = { $body } har { $count } mål. Det finns inget mål nummer { $number }.
no-such-subgoal = { $body } har { $count } delmål. Det finns inget delmål nummer { $number }.

gist = I korthet: { $points }.
gist-goals-remain = målen föreslås kvarstå
gist-subgoals-corrected-in-dialogue = delmålen föreslås korrigeras enligt dialog på arbetsutskottets sammanträde
proposals-waiting = { $count_form ->
    [zero] Inga förslag om ändring av delmål för { $year } finns i registret.
    [one] Ett förslag om ändring av delmål för { $year } väntar.
   *[other] { $count } förslag om ändring av delmål för { $year } väntar.
}

## Ämnen

topic-goal = Det handlar { $body } mål { $number } om.
topic-subgoal = Det handlar { $body } delmål { $number } för { $year } om.
topic-not-now = Inget mål eller delmål som gäller nu handlar om det. Däremot { $body } delmål { $number } för { $year }.
topic-of-another-year = Inget mål eller delmål för { $asked } handlar om det. Däremot { $body } delmål { $number } för { $year }.
topic-several = { $count } mål och delmål handlar om det.
topic-which = { $count_form ->
    [one] Menar du detta?
   *[other] Vilket av dessa menar du?
}
beyond-progress = Registret säger vad som gäller, inte hur det går. Det vet handläggaren.
beyond-reason = Registret har målens lydelse, inte skälen till dem. Dem känner handläggaren till.
beyond-deadline = Registret säger vilket år ett delmål är för, inte när det ska vara klart.
beyond-translation = Registret har lydelsen bara på svenska, och jag översätter den inte.
beyond-cost = Registret har målens lydelse, inte vad de får kosta.
nothing-about-it = Inget mål och inget delmål i registret handlar om det.
nothing-about-these = Om { $things } säger registret inget.
not-ours = Det kan jag inte svara på. Jag svarar om mål och delmål.
onward = Registret har mål och delmål för { $bodies }. Fråga gärna med andra ord, eller vänd dig till kansliet.
body-not-recorded = { $body } finns inte i registret.
which-body = Vilken nämnd menar du?
which-body-remembered = Jag minns ditt val. Nämn en annan nämnd i frågan när du menar den.
which-body-others = Du kan också skriva namnet: { $bodies }.

## Jämförelser och historik

changes-between = { $body } delmål från { $old } till { $new }: tillagt { $added }, ändrat { $reworded }, borttaget { $removed }, kvarstår { $kept }.
cannot-compare = Det går inte att jämföra. Registret har inga delmål för { $body } { $years }.
history-of = { $count_form ->
    [one] { $body } delmål { $number } finns i en version i registret.
   *[other] { $body } delmål { $number } finns i { $count } versioner i registret.
}
history-only-one = Tidigare lydelser finns inte i registret.

## Beslutet

decided-in_force = { $body } delmål för { $year } gäller.
decided-appealable = { $body } delmål för { $year } är beslutade. Beslutet kan överklagas.
decided-superseded = { $body } delmål för { $year } är ersatta av en senare lista.
decided-proposed = Delmålen för { $body } { $year } är föreslagna. Inget justerat beslut finns i registret.
decided-decided_not_adjusted = { $body } delmål för { $year } är beslutade men inte justerade.
recipients-are = Beslutet om { $body } delmål { $year } ska skickas till { $count } mottagare, enligt förslaget.
recipients-decided = Beslutet om { $body } delmål { $year } ska skickas till { $count } mottagare.
no-recipients = Registret har inga mottagare för { $body }.
no-recipients-for-year = Registret har inga mottagare för { $body } { $year }.
officer-is = Handläggare för { $body } { $year } är { $officer }.
no-officer = Registret har ingen handläggare för { $body }.
no-officer-for-year = Registret har ingen handläggare för { $body } { $year }.
known-for-other-years = Däremot finns det för { $years }.
no-owner = Vem som ansvarar för ett enskilt delmål finns inte i registret.
no-matter = Registret har inget öppet ärende om { $body } delmål.
no-matter-for-year = Registret har inget öppet ärende om { $body } delmål { $year }.

## Förslag

no-own-proposals = Du har inga förslag i registret.
how-to-propose = Så föreslår man en ändring av ett delmål.
how-to-propose-short = Behöriga tjänstepersoner kan föreslå ändringar av delmål.
how-to-propose-steps = Behöriga tjänstepersoner lämnar förslag till handläggaren, som bereder dem. Arbetsutskottet föreslår, och nämnden beslutar. Ingenting ändras av att du skriver till mig.
propose-contact = Handläggare för { $body } { $year } är { $officer }.

## Samtal

greeting = Hej! Jag svarar om mål och delmål.
greeting-more = Du får den exakta lydelsen, och var den kommer ifrån.
thanks = Tack själv! Fråga gärna mer.
who-it-is = Jag är en bot, ingen människa. Jag svarar om mål och delmål.
not-content = Det var tråkigt. Fråga gärna med andra ord, eller vänd dig till kansliet.
help = Så kan du fråga om mål och delmål.
help-nothing-said = Jag hittade ingen fråga i meddelandet. Så kan du fråga.
heading-own-part = Du kan också
help-propose = Föreslå en ändring: jag vill ändra delmål 3
help-own-proposals = Se dina utkast och förslag: mina förslag
help-register = Se alla förslag: förslag { $body } { $year }
help-matter = Öppna eller ändra ett ärende: ärende { $body } { $year }
help-meeting = Registrera möten och beslut: möte { $body } { $year }
help-papers = Hämta handlingar: handlingar { $body } { $year }
help-expedition = Se vilka som har fått beslutet: expediering { $body } { $year }
help-units = Se vart enheterna får sina beslut: enheter
help-import = Läsa in ett måldokument: importera
help-gaps = Lära mig ord som saknas: frågor utan svar
help-roles = Ge och ta bort behörighet: vilka har behörighet
help-self-test = Se hur boten mår: självtest
help-follow = Få veta när { $body } har beslutat: följ { $body }
help-bodies = Registret har mål och delmål för { $bodies }.
help-promise = Jag citerar ordagrant ur registret och hittar inte på något.
welcome = Hej! Jag är Delmål och svarar om kommunens mål och delmål.
welcome-team = Hej! Här kan ni fråga om mål och delmål. Nämn mig och skriv er fråga.
general-information = Det här är allmän information, inte juridisk rådgivning.

example-subgoals = Vilka är { $body } delmål?
example-number = Vad är { $body } mål 3?
example-topic = Har vi något mål om kollektivtrafiken?
example-decided = Är delmålen beslutade?
example-recipients = Vilka ska få beslutet?
example-changes = Vad har ändrats sedan förra året?
example-process = Vad betyder återremiss?

## Knappar, och frågan som de ställer

button-goals = Mål för { $body }
button-subgoals = Delmål för { $body }
button-goal = Mål { $number }
button-subgoal = Delmål { $number }
button-recipients = Vilka får beslutet?
button-officer = Vem är handläggare?
button-decided = Är de beslutade?
button-more = Visa fler ({ $count } till)
button-help = Hjälp
ask-goals = Vilka är { $body } mål?
ask-subgoals = Vilka är { $body } delmål { $year }?
ask-goal = { $body } mål { $number }
ask-subgoal = { $body } delmål { $number }
ask-subgoal-of-year = { $body } delmål { $number } { $year }
ask-recipients = Vilka ska få beslutet om { $body } delmål { $year }?
ask-officer = Vem är handläggare för { $body } { $year }?
ask-decided = Är { $body } delmål beslutade?
ask-help = Hjälp

## Sökning i skrivrutan

card-as-of = Ur registret { $day }, listans version { $version }.
search-nothing = Inget mål eller delmål passar in på det. Prova ett annat ord.
search-too-short = Skriv minst två bokstäver.

## När något inte går

error-unexpected = Något gick fel hos oss. Försök igen om en stund.
error-reference = Uppge { $id } om du frågar support.
error-database = Registret går inte att nå just nu. Försök igen om en stund.
error-busy = Många sparar något just nu. Försök igen om en liten stund.
error-too-fast = Det går lite för fort. Försök igen om { $seconds_form ->
    [one] en sekund.
   *[other] { $seconds } sekunder.
}
error-stale-button = Knappen går inte att använda längre. Ställ frågan igen.
