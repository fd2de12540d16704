### Att föreslå ändringar av delmål, på svenska.

error-proposing-not-allowed = Du har inte behörighet att föreslå ändringar av delmål för { $body }. Det har handläggare och de tjänstepersoner som en administratör har gett behörighet. Be din administratör om hjälp.
error-opening-not-allowed = Det är handläggare och nämndsekreterare i { $body } som öppnar och ändrar ärenden. Vänd dig till dem.
error-register-not-allowed = Förslagen för { $body } läses av dem som föreslår, bereder och för protokoll. Alla ser hur många de är, och beslutet när det är justerat.
error-completion-not-allowed = Det är handläggaren för { $body } som begär komplettering.
error-no-open-matter = { $body } har inget öppet ärende som tar emot förslag. Handläggaren eller nämndsekreteraren öppnar ett: skriv ”öppna ärende { $body }”.
error-matter-closed = Ärendet { $body } { $year } är beslutat och tar inte emot fler förslag.
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
error-list-changed = Listan har ändrats sedan du öppnade formuläret.
error-day-unreadable = Skriv dag och klockslag, till exempel 2026-03-01 och 12:00.
error-window-order = Sista dagen måste vara efter den första.
error-window-past = Den dagen har redan varit.
error-matter-year = Skriv ett årtal mellan { $first } och { $last }.
error-base-unknown = Den listan finns inte, eller gäller inte.
hint-long-sentence = Meningen har { $words } ord. Kortare meningar är lättare att läsa.
hint-abbreviation = Skriv gärna ut förkortningen { $abbreviation }.
