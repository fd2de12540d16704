### Beredning, sammanträden och beslut, på svenska.

error-preparing-not-allowed = Det är handläggaren för { $body } som bereder förslag.
error-meeting-not-allowed = Det är nämndsekreteraren för { $body } som för in det som hände på sammanträdet. En annan i kansliet bekräftar.
error-advice-unknown = Välj vad du rekommenderar.
error-same-as-unknown = { $number } är inget annat öppet förslag i ärendet.
error-same-as-not-referred = Välj Hänvisas, eller ta bort valet här.
error-own-wording-not-meant = Lydelsen är ändrad. Välj alternativet med ändring, eller skriv tillbaka lydelsen som stod här.
error-not-all-prepared = { $count_form ->
    [one] Ett förslag
   *[other] { $count } förslag
} till { $body } { $year } är inte färdigt berett. Bered först, eller begär komplettering och vänta in svaret.
error-committee-decides = Arbetsutskottet får inte besluta om mål. Det kan bara föreslå (6 kap. 38 § kommunallagen).
error-outcome-missing = Skriv in utfallet för { $number }.
error-outcome-not-allowed = Det utfallet går inte för { $number } på det här sammanträdet.
error-own-wording-missing = Skriv den ändrade lydelsen för { $number }.
error-reason-missing = Skriv varför { $number } återremitteras, så att den som får det tillbaka vet vad som ska göras.
error-collision = { $number } och { $other } ändrar båda delmål { $target }. Bara ett av dem kan bifallas.
error-order = Ordningen måste ta upp varje rad en gång.{ $missing ->
    [none] {""}
   *[other] {" "}Saknas: { $missing }.
}{ $extra ->
    [none] {""}
   *[other] {" "}Finns inte, eller står två gånger: { $extra }.
}
error-paragraph = Skriv paragrafens nummer, till exempel § 12.
error-paragraph-used = { $paragraph } är redan använd, för delmålen { $year }.
error-meeting-day = Skriv sammanträdets dag. Den kan inte ligga före kallelsen eller efter i dag.
error-matter-state = Det går inte nu: ärendet { $body } { $year } är { $state ->
    [opened] öppnat men inte kallat
    [preparing] under beredning
    [on_au] kallat till arbetsutskottet
    [tabled_by_au] bordlagt av arbetsutskottet
    [au_done] behandlat av arbetsutskottet
    [on_agenda] kallat till sammanträdet
    [tabled] bordlagt
    [decided_not_adjusted] beslutat men inte justerat
    [adjusted] justerat
    [announced] anslaget
    [expedited] expedierat
    [final] avslutat med laga kraft
    [annulled] upphävt
   *[other] beslutat
}.
error-minutes-changed = Någon annan har skrivit in något under tiden. Här är det som står nu.
error-disqualified = Du har själv lämnat { $number } och kan inte föra in beslutet om det. Be en annan nämndsekreterare.
error-second-person = Det måste vara en annan i kansliet som bekräftar.
error-day-order = Den dagen går inte: { $day }. Den kan inte ligga före steget innan eller efter i dag.
error-nothing-to-correct = Det finns inget att rätta: delmålet finns inte, eller lydelsen är densamma.
error-mixed-outcomes = Hela ärendet bordläggs eller återremitteras, eller så beslutas allt.
error-none-chosen = Välj minst ett förslag.
error-wording-not-changed = Så lyder { $number } redan. Skriv en annan lydelse, eller välj utan ändring.
error-outcome-unknown = Välj vad det blev.
error-target-moved = { $number } gäller ett delmål som inte finns i listan som ärendet utgår från. Välj ett annat utfall, och lägg till en ändring från mötet.
error-origin-unknown = Välj hur ändringen kom upp.
error-paragraph-of-other = Skriv paragrafen för { $body }. En annans paragraf går inte.

## Beredning
label-advice-support = Tillstyrks
label-advice-support_changed = Tillstyrks med ändring
label-advice-oppose = Avstyrks
label-advice-refer = Hänvisas
field-advice = Rekommendation
field-own-wording = Egen lydelse (vid ändring)
wording-own = Egen lydelse
field-same-as = Samma som (vid Hänvisas)
field-proposals = Förslag
button-prepare = Bered
button-prepare-again = Bered på nytt
button-prepare-next = Bered { $number }
button-prepare-several = Bered flera ({ $count } väntar)
button-save-recommendation = Spara beredningen
prepare-heading = Bered förslaget { $number }
prepare-several-heading = Bered flera förslag: { $body } { $year }
prepare-several-explained = De du väljer får samma rekommendation och samma skäl. Ett förslag som ska få en egen lydelse bereder du för sig.
prepared-one = { $number } är berett.
prepared-several = { $count } förslag är beredda.
left-to-prepare = { $count_form ->
    [zero] Alla förslag till { $body } { $year } är beredda.
    [one] Ett förslag till { $body } { $year } väntar på beredning.
   *[other] { $count } förslag till { $body } { $year } väntar på beredning.
}
nothing-to-prepare = Inget förslag till { $body } { $year } väntar på beredning.
same-as = samma som { $number }
treated-officer = Beredning
treated-au = Arbetsutskottet
treated-body = { $body }
wording-is = Lydelse: { $text }
reason-is = Skäl: { $reason }
label-au-approve = Föreslår bifall
label-au-change = Föreslår bifall med ändring
label-au-reject = Föreslår avslag
label-au-no_opinion = Lämnar utan eget förslag
label-au-table = Bordläggs
label-au-remit = Återremitteras
label-outcome-approve = Bifall
label-outcome-change = Bifall med ändring
label-outcome-reject = Avslag
label-outcome-answered = Anses besvarat
label-outcome-lapse = Utgår
label-outcome-table = Bordläggs
label-outcome-remit = Återremitteras

## Sammanträdet
error-own-chat = Skriv det till mig i vår egen chatt. Det som hände på ett sammanträde är bara för kansliet tills protokollet är justerat.
error-choose = Välj ett av alternativen.
button-save-next = Spara och nästa
button-item = Utfall för { $number }
button-as-au = Som AU föreslår ({ $count })
button-next-item = Nästa utan utfall
not-entered = inte infört
button-list = Visa listan
button-list-page = Listan, del { $number }
button-from-start = Från början
button-facts = Uppgifter om mötet
button-changes = Ändringar från mötet ({ $count })
button-new-change = Lägg till ändring från mötet
button-add-change = Lägg till
by-au-button-call = Sätt upp på AU:s kallelse
by-body-button-call = Sätt upp på kallelsen
by-au-button-record = Registrera AU
by-body-button-record = Registrera beslut
by-au-button-confirm = Ja, registrera AU:s förslag
by-body-button-confirm = Ja, registrera beslutet
button-save-order = Spara ordningen
day-heading = Sammanträde: { $body } { $year }
fact-paragraph-day = Paragraf och dag
fact-noted = Utfall
fact-outcomes = Utfall
fact-change = Ändring från mötet
by-au-fact-points = Arbetsutskottet föreslår
by-body-fact-points = Beslutspunkter
noted-of = { $done } av { $count } införda
state-matter-opened = öppnat, inte beslutat
state-matter-preparing = under beredning, inte beslutat
state-matter-on_au = uppsatt på arbetsutskottets kallelse
state-matter-tabled_by_au = bordlagt av arbetsutskottet
state-matter-au_done = behandlat av arbetsutskottet
state-matter-on_agenda = uppsatt på kallelsen
state-matter-tabled = bordlagt
state-matter-decided_not_adjusted = beslutat, ej justerat
state-matter-adjusted = justerat
state-matter-announced = anslaget
state-matter-expedited = expedierat
state-matter-final = laga kraft
state-matter-annulled = upphävt av domstol
state-matter-decided = beslutat
day-ready = { $count_form ->
    [zero] Inget förslag är berett för kallelsen.
    [one] Ett förslag är berett för kallelsen.
   *[other] { $count } förslag är beredda för kallelsen.
}
day-not-ready = { $count_form ->
    [one] Ett förslag är inte färdigberett: { $named }. Det måste beredas innan ärendet kan sättas upp.
   *[other] { $count } förslag är inte färdigberedda: { $named }. De måste beredas innan ärendet kan sättas upp.
}
and-more = { $named } och { $count } till
by-au-day-lines = Förslag på arbetsutskottets kallelse
by-body-day-lines = Förslag på kallelsen
already-done = Det är redan gjort. Inget mer har hänt.
by-au-call-sure = Vill du sätta upp { $body } { $year } på arbetsutskottets kallelse med { $count_form ->
    [zero] inga förslag
    [one] ett förslag
   *[other] { $count } förslag
}?
by-body-call-sure = Vill du sätta upp { $body } { $year } på kallelsen med { $count_form ->
    [zero] inga förslag
    [one] ett förslag
   *[other] { $count } förslag
}?
call-explained = Sedan tas inga fler förslag emot, och de som finns kan inte ändras eller återkallas.
by-au-called = Ärendet är uppsatt på arbetsutskottets kallelse.
by-body-called = Ärendet är uppsatt på kallelsen.
item-heading = { $number } ({ $place } av { $count })
outcome-missing = utfall saknas
outcome-stands = Nu står: { $outcome }
outcome-saved = { $number }: { $outcome }. Sparat.
as-au-saved = { $count_form ->
    [one] Ett utfall är infört som arbetsutskottet föreslår.
   *[other] { $count } utfall är införda som arbetsutskottet föreslår.
}
outcomes-complete = Alla förslag har ett utfall. Kontrollera uppgifterna om mötet och listan, och registrera sedan.
wording-proposed = Föreslagen lydelse
approval-gives = Bifall ger lydelsen
field-outcome = Utfall
field-meeting-wording = Mötets lydelse (vid ändring)
field-outcome-reason = Skäl (krävs vid återremiss)
change-heading = Lägg till ändring från mötet
change-explained = Det som kom upp i dialogen eller som en ledamot yrkade, och som inget förslag handlar om.
field-origin = Hur kom den upp?
label-origin-dialogue = Enligt dialog
label-origin-motion = Yrkande
label-meeting-au = arbetsutskottet
label-meeting-body = sammanträdet
label-change-add = Nytt delmål: { $text }
label-change-reword = Delmål { $number } får lydelsen: { $text }
label-change-remove = Delmål { $number } tas bort: { $text }
label-change-keep = Delmål { $number } behålls: { $text }
changes-heading = { $count_form ->
    [one] En ändring från mötet
   *[other] { $count } ändringar från mötet
}
field-adopted-au = Arbetsutskottet föreslår
field-adopted-body = Antas
field-dropped = Ta bort en ändring som blev fel
by-au-changes-explained = De du väljer är arbetsutskottets förslag. De andra antecknas som inte föreslagna.
by-body-changes-explained = De du väljer antas och kommer in i listan. De andra antecknas som inte antagna.
change-saved = Ändringen är sparad.
changes-saved = Ändringarna från mötet är sparade.
by-au-adopted-yes = { $number } föreslås:
by-au-adopted-no = { $number } föreslås inte:
by-body-adopted-yes = { $number } antas:
by-body-adopted-no = { $number } antas inte:
by-au-facts-heading = Uppgifter om arbetsutskottets möte: { $body } { $year }
by-body-facts-heading = Uppgifter om mötet: { $body } { $year }
field-meeting-day = Sammanträdesdag
field-points-au = Vad arbetsutskottet föreslår, en punkt per rad
field-points-body = Beslutspunkter, en per rad
field-points-hint = En punkt per rad
field-reservations = Reservationer
field-disqualified = Jäv
facts-saved = Uppgifterna om mötet är sparade.
points-from-au = Punkterna är arbetsutskottets förslag. Ändra dem så att de stämmer med protokollet.
points-proposed = Punkterna är ärendets förslag till beslut. Ändra dem så att de stämmer med protokollet.
points-suggested = Punkterna är bara ett förslag från mig. Ändra dem så att de stämmer med protokollet.
points-need-papers = Punkten ”{ $point }” går inte att förstå utan andra papper. Skriv hellre ut vad som beslutas; hela listan följer med beslutet.
point-list = att delmålen för { $year } fastställs enligt den numrerade listan
point-goals = att målen för { $period } kvarstår
list-heading = Så blir listan: { $body } delmål { $year } ({ $count } rader)
by-au-list-explained = Så skulle listan bli om arbetsutskottets förslag antas. Arbetsutskottet beslutar inte.
by-body-list-explained = Så blir listan med det som är infört hittills.
list-page = Del { $number } av { $pages }.
list-new = nytt, { $number }
list-as-before = som förut, { $number }
list-reworded = ändrat genom { $number }, förut { $before }
list-removed = Tas bort
list-removed-by = genom { $number }
field-order = Ordning
field-order-hint = Till exempel 1, 3, F-KS-2026-002, 2
order-saved = Ordningen är sparad.
no-list-yet = Det finns ingen lista för året än.
by-au-record-sure = Registrera arbetsutskottets behandling av { $body } { $year }?
by-body-record-sure = Registrera beslutet om { $body } delmål { $year }?
record-sure-leave = Registrera att { $body } { $year } inte avgörs nu?
by-au-record-explained = Arbetsutskottet föreslår. Listan visar hur det blir om förslagen antas. Det går inte att ångra.
by-body-record-explained = Det här är hela listan som beslutet ger. Den visas bara för kansliet tills protokollet är justerat. Det går inte att ångra.
by-au-recorded = Arbetsutskottets behandling av { $body } { $year } är registrerad.
by-body-recorded = Beslutet om { $body } delmål { $year } är registrerat. Nästa steg är justering.
recorded-left = Det är registrerat att { $body } { $year } inte avgjordes.

## Från justering till laga kraft
error-asked-anew = Uppgifterna har ändrats sedan du öppnade kortet. Här är det som gäller nu.
error-day-not-come = Välj en dag, i dag eller tidigare.
error-last-day = Välj sista dagen. Den måste ligga efter anslagsdagen.
button-adjust = Justera
button-ask-adjusting = Begär bekräftelse
button-confirm-adjusting = Bekräfta justering
button-announce = Anslå
button-expedite = Expediera
button-gain-force = Laga kraft
button-slip = Rättelse
button-ask-correction = Begär bekräftelse av rättelsen
button-confirm-correction = Bekräfta rättelse
button-annul = Upphävt
fact-decision = Beslut
fact-list = Lista
lines-in-list = { $count } delmål
fact-adjusted = Justerat
adjusted-at-once = { $day } (omedelbar justering)
fact-announced = Anslaget
fact-last-day = Sista dag att överklaga
fact-expedited = Expedierat
fact-in-force = Laga kraft
fact-annulled = Upphävt
fact-judgment = Dom
fact-corrections = Rättelser
fact-old = Lydelse före
said-not-adjusted = Utfallet visas bara för kansliet tills protokollet är justerat.
said-asked-adjusting = Justering { $day }{ $at_once ->
    [yes] {" "}(omedelbar)
   *[no] {""}
} är införd. En annan i kansliet ska bekräfta den.
said-adjusted = Nästa steg är att anslå protokollet på anslagstavlan, senast andra dagen efter justeringen.
said-announced = Nästa steg är att skicka beslutet till dem som berörs.
said-appealable = Beslutet kan överklagas till och med { $day }. Sedan kan du föra in att det har fått laga kraft.
said-annulled = Listan gäller inte. Den senaste listan som inte är upphävd visas, med sitt eget år.
said-asked-correction = En rättelse väntar på att en annan i kansliet bekräftar den. Delmål { $number }: ”{ $old }” blir ”{ $new }”.
adjust-heading = Justera protokollet: { $body } { $year }
adjust-explained = Skriv vilken dag protokollet justerades. En annan i kansliet bekräftar sedan på samma kort.
field-adjusted-day = Justeringsdag
field-at-once = Slag av justering
label-at-once-no = Vanlig justering
label-at-once-yes = Omedelbar justering
adjusting-asked = Justeringsdagen är införd. En annan i kansliet ska bekräfta den: hon eller han öppnar samma kort och väljer Bekräfta justering.
adjusting-late = Dagen ligger mer än 14 dagar efter sammanträdet.
confirm-adjusting-heading = Bekräfta att { $body } { $year } är justerat?
confirm-adjusting-explained = Från och med nu ser alla beslutet och den nya listan. Det går inte att ångra.
adjusted = { $body } { $year } är justerat. Alla ser nu beslutet.
notice-heading = Anslå protokollet: { $body } { $year }
field-notice = Anslagsdag
field-last-day = Sista dag att överklaga
appeal-plain = Tre veckor (21 dagar) från anslagsdagen { $notice } är { $last }.
appeal-moved = Tre veckor (21 dagar) från anslagsdagen { $notice } är { $plain }, som är lördag, söndag eller helgdag. Därför flyttad från { $plain } till { $last }.
appeal-recounted = Anslagsdagen är en annan. Jag har räknat om sista dagen.
appeal-otherwise = Du har valt en annan dag: { $day }.
notice-late = Anslaget kommer mer än två dagar efter justeringen.
notice-sure = Stämmer dagarna?
announced = Anslaget är infört. Beslutet kan överklagas till och med { $day }.
force-sure = Har ingen överklagat?
force-explained = Sista dagen var { $day }. Fråga förvaltningsrätten om du är osäker. Det går inte att ångra.
in-force = Beslutet har fått laga kraft.
slip-heading = Rättelse: { $body } { $year }
slip-explained = Bara uppenbara skrivfel rättas (36 § förvaltningslagen). Den gamla lydelsen finns kvar, och en annan i kansliet bekräftar.
field-line = Delmål i listan
correction-asked = Rättelsen är införd. En annan i kansliet ska bekräfta den.
confirm-correction-heading = Bekräfta rättelsen?
confirm-correction-explained = Listan får en ny version. Den gamla lydelsen finns kvar i registret. Det går inte att ångra.
corrected = Rättelsen är gjord. Alla ser den nya lydelsen.
annul-heading = Upphävt av domstol: { $body } { $year }
annul-explained = Skriv vilken dom som upphävde beslutet.
field-judgment-day = Domens dag
field-judgment = Dom (domstol och målnummer)
annul-sure = Har domstolen upphävt { $body } { $year }?
annul-sure-explained = Listan slutar att gälla och den senaste som inte är upphävd visas. Det går inte att ångra.
annulled = Det är infört att beslutet är upphävt.
error-no-day = Skriv en dag, till exempel 2026-03-01.
