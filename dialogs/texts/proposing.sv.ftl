### Att föreslå ändringar av delmål, på svenska.

error-proposing-not-allowed = Du har inte behörighet att föreslå ändringar av delmål för { $body }. Den behörigheten har handläggaren och de tjänstepersoner som en administratör har gett den. Vänd dig till handläggaren eller en administratör.
error-opening-not-allowed = Det är handläggare och nämndsekreterare i { $body } som öppnar och ändrar ärenden. Vänd dig till dem.
error-register-not-allowed = Förslagen för { $body } läses av dem som föreslår, bereder och för protokoll. Alla ser hur många de är, och beslutet när det är justerat.
error-completion-not-allowed = Det är handläggaren för { $body } som begär komplettering.
error-no-open-matter = { $body } har inget öppet ärende som tar emot förslag. Handläggaren eller nämndsekreteraren öppnar ett: skriv ”öppna ärende { $body }”.
error-no-matter-of-year = { $body } har inget öppet ärende för { $year } som tar emot förslag.
error-matter-closed = Ärendet { $body } { $year } tar inte emot fler förslag. Det är uppsatt på en kallelse eller avslutat.
error-matter-exists = { $body } har redan ett ärende för { $year }.
error-window-not-open = Förslag till { $body } { $year } tas emot från { $opens }.
error-window-closed = Tiden för förslag till { $body } { $year } gick ut { $closes }. Det du har skrivit finns kvar bland dina utkast. Vänd dig till handläggaren eller nämndsekreteraren.
error-text-missing = Skriv något här.
error-no-words = Skriv med ord.
error-text-too-long = Skriv högst { $most } tecken. Nu är det { $length }.
error-personal-number = Ta bort det som ser ut som ett personnummer. Förslag blir allmänna handlingar.
error-wording-unchanged = Det är samma lydelse som i dag. Ändra något, eller välj Behåll.
error-wording-same = Delmål { $number } har redan den lydelsen.
error-kind-unknown = Välj vad du vill föreslå.
error-target-unknown = Välj vilket delmål det gäller.
error-goal-unknown = Välj ett av målen.
error-body-missing = Välj en nämnd.
error-draft-unknown = Det utkastet finns inte kvar. Det kan ha skickats in eller tagits bort.
error-proposal-unknown = Det förslaget hittar jag inte bland dem du får se.
error-step-forbidden = Det går inte: förslaget { $number } är { $state ->
    [submitted] inlämnat
    [completion] sänt åter för komplettering
    [prepared] berett
    [on_au] uppsatt på arbetsutskottets kallelse
    [au_result] behandlat av arbetsutskottet
    [on_agenda] uppsatt på kallelsen
    [withdrawn] återkallat
    [tabled_by_au] bordlagt
    [tabled] bordlagt
    [remitted] återremitterat
   *[other] beslutat
}. { $step ->
    [withdraw] Ett förslag kan återkallas tills det är uppsatt på en kallelse.
    [complete] Ett förslag kompletteras när handläggaren har begärt det.
    [ask_completion] Komplettering begärs innan förslaget är uppsatt på en kallelse.
   *[other] Visa förslaget igen för att se vad som kan göras nu.
}
error-step-not-allowed = Du har inte längre behörighet att göra det för { $body }.
error-list-changed = Listan har ändrats sedan du öppnade formuläret. Läs igenom förslaget igen.
error-day-unreadable = Skriv dag och klockslag, till exempel 2026-03-01 och 12:00.
error-window-order = Sista dagen måste vara efter den första.
error-window-past = Den dagen har redan varit.
error-matter-year = Skriv ett årtal mellan { $first } och { $last }.
error-base-unknown = Den listan finns inte, eller gäller inte.
hint-long-sentence = Meningen har { $words } ord. Kortare meningar är lättare att läsa.
hint-abbreviation = Skriv gärna ut förkortningen ”{ $abbreviation }”.

kind-add = Nytt delmål
kind-reword = Ändra lydelse
kind-remove = Ta bort
kind-keep = Behåll
field-kind = Typ av ändring
field-target = Delmål
field-target-hint = Välj delmål. Behövs inte för ett nytt delmål.
field-body = Nämnd
field-text-hint = Hela den nya lydelsen, högst { $most } tecken. Behövs inte för Ta bort och Behåll.
field-text = Ny lydelse
field-goal = Mål som stöds
field-motivation = Motivering
field-consequences = Konsekvenser
field-reason = Skäl
goal-none = Inget av målen
field-optional = Valfritt
at-most = Högst { $most } tecken
optional-at-most = Valfritt, högst { $most } tecken
button-propose = Föreslå ändring
button-review = Granska
button-save-draft = Spara utkast
button-submit = Skicka in
button-change = Ändra
button-continue = Fortsätt
button-continue-draft = Fortsätt: { $text }
button-drop-draft = Ta bort utkastet
button-my-proposals = Mina förslag
button-show = Visa { $number }
button-version = Version { $version }
button-earlier = Visa tidigare ({ $count })
button-complete = Komplettera
button-withdraw = Återkalla
button-ask-completion = Begär komplettering
button-all-proposals = Förslag { $body } { $year }
propose-heading = Föreslå ändring av { $body } delmål { $year }
propose-which-body = Vilken nämnd gäller förslaget?
form-matter = Ärende: { $title }.
form-list = Förslaget utgår från listan för { $year }.
form-limits = Den nya lydelsen får ha { $wording } tecken, motiveringen och konsekvenserna { $others } var.
form-no-list = { $body } har ingen lista än. Föreslå ett nytt delmål.
form-mistakes = Något behöver rättas. Under varje sådant fält står vad. Det du har skrivit är sparat som utkast.
window-none = Ingen sista dag är satt för förslag.
window-closes = Förslag tas emot till och med { $closes }.
wording-now = Delmål { $number } lyder nu
wording-old = Nuvarande lydelse ({ $year })
wording-before = När du valde delmålet löd det: { $text }
wording-now-is = Nu lyder det: { $text }
wording-gone = Delmålet finns inte längre i listan. Välj på nytt. Din text finns kvar.
review-heading = Granska ditt förslag: { $body } delmål { $year }
review-frozen = När du skickar in låses texten som version 1 och blir en del av ärendet.
review-frozen-next = När du skickar in låses texten som en ny version. De tidigare finns kvar.
draft-changed = Utkastet har ändrats sedan kortet visades. Så här lyder det nu. Inget är inskickat.
notices = Att tänka på
notice-rival = Förslaget { $number } ({ $kind }) gäller samma delmål. De avgörs tillsammans.
notice-alike = Det liknar delmål { $number }: { $text }
notice-text-left-out = Den nya lydelse som du har skrivit följer inte med, för du har valt { $kind }.
notice-target-left-out = Delmålet som du har valt följer inte med, för du har valt { $kind }.
diff-removed = Borttaget
diff-added = Tillagt
diff-nothing = inget
quoted = ”{ $text }”
draft-saved = Utkastet är sparat. Bara du ser det.
draft-kept-until = Det finns kvar till { $day } om du inte ändrar det.
draft-deleted = Utkastet är borttaget.
draft-sign = Utkast { $body } { $year }
draft-line = { $text } (finns till { $expires })
draft-line-expired = { $text } (har gått ut, går att hämta tillbaka till { $expires })
entries-open = Välj en rad för att läsa den, eller skriv förslagets nummer.
draft-empty = inget skrivet än
cancelled = Inget är inskickat.
cancelled-kept = Inget är inskickat. Utkastet finns kvar.
receipt = Förslaget { $number } är inskickat.
receipt-again = Förslaget { $number } är redan inskickat. Inget mer har hänt.
typed-follows = Inget har registrerats. Här är det du har skrivit.
receipt-completed = Kompletteringen av { $number } är inskickad.
receipt-completed-again = Kompletteringen av { $number } är redan inskickad. Inget mer har hänt.
receipt-rival = Även { $number } gäller samma delmål. Förslagen avgörs tillsammans.
next-prepared = Handläggaren bereder förslaget. Sedan tas det upp på ett sammanträde. Du får veta när något händer med det. Du kan återkalla det tills det är uppsatt på en kallelse.
next-day = Förslag tas emot till och med { $closes }. Dagen för sammanträdet finns inte i registret.
next-no-day = Dagen för sammanträdet finns inte i registret.
completion-asked = Handläggaren ber dig komplettera: { $reason }
completion-heading = Begär komplettering av { $number }
completion-explained = Skriv vad som behövs. Den som lämnade förslaget får se det och kan lämna en ny version. Den första finns kvar.
completion-sent = Komplettering av { $number } är begärd.
completion-told = Den som lämnade förslaget får ett meddelande om det.
fact-submitted = Inlämnat
fact-proposal = Förslag
fact-officer = Handläggare
fact-rivals = Gäller samma delmål
fact-reason = Skäl
proposal-heading = Förslaget { $number }
version-heading = Version { $version } av { $count }, inskickad { $at }
gist-target = delmål { $number }
collides = Gäller samma delmål som { $numbers }.
mine-headline = Du har { $drafts_form ->
    [zero] inga utkast
    [one] ett utkast
   *[other] { $drafts } utkast
} och { $proposals_form ->
    [zero] inga inlämnade förslag
    [one] ett inlämnat förslag
   *[other] { $proposals } inlämnade förslag
}.
heading-drafts = Utkast
heading-submitted = Inlämnade förslag
withdraw-sure = Vill du återkalla { $number }?
withdraw-explained = Det går inte att ångra. Förslaget kan fortfarande läsas, märkt som återkallat.
withdrawn = Förslaget { $number } är återkallat.
withdrawn-explained = Det kan fortfarande läsas, märkt som återkallat.
register-headline = { $body } { $year }: { $count_form ->
    [zero] inga förslag
    [one] ett förslag
   *[other] { $count } förslag
}{ $filter ->
    [open] {" "}att ta ställning till
    [completion] {" "}som väntar på komplettering
    [closed] {" "}som är avslutade
   *[other] {""}
}.
filter-all = Alla ({ $count })
register-page = { $first }–{ $last } visas.
filter-open = Öppna ({ $count })
filter-completion = Väntar på komplettering ({ $count })
filter-closed = Avslutade ({ $count })
state-submitted = inlämnat
state-completion = väntar på komplettering
state-prepared = berett
state-on_au = uppsatt på arbetsutskottets kallelse
state-au_result = behandlat av arbetsutskottet
state-on_agenda = uppsatt på kallelsen
state-decided = beslutat, ej justerat
state-adjusted = justerat
state-expedited = expedierat
state-final = laga kraft
state-annulled = upphävt av domstol
state-withdrawn = återkallat
state-tabled_by_au = bordlagt av arbetsutskottet
state-tabled = bordlagt
state-remitted = återremitterat
