### Expediering: enheterna får beslutet och kvitterar det, på svenska.

error-notice-unknown = Jag hittar inte det utskicket.
error-not-your-notice = Det här utskicket gäller { $unit }. Den som är på den plats där det kom in kvitterar det.
error-unit-unknown = Ingen enhet heter { $unit }. De här finns: { $units }.
error-units-not-allowed = Det är en administratör som bestämmer hur enheter nås.
error-address-unknown = Den adressen finns inte längre.
error-email-unreadable = Det är ingen e-postadress. Skriv den så här: enhet@kommunen.se
error-not-in-channel = Skriv det i enhetens kanal i Teams, eller till mig i din egen chatt om det är du som tar emot för enheten.
error-freeze-reason = Skriv varför utskicken ska stoppas.

## Innan något skickas
dry-run-heading = Expediera { $body } { $year }: granska först
dry-run-explained = Inget är skickat än. De här enheterna står i beslutet, och hit går beslutet. Varje enhet får det en gång.
dry-run-unreachable = { $count_form ->
    [one] En enhet kan inte nås: den har ingen bekräftad adress. Den räknas som inte underrättad tills den har fått en.
   *[other] { $count } enheter kan inte nås: de har ingen bekräftad adress. De räknas som inte underrättade tills de har fått en.
}
dry-run-nobody = Beslutet nämner ingen som det ska skickas till. Ändra mottagarna i ärendet först.
planned-line = { $unit }: { $address }
planned-line-more = { $unit }: { $address } ({ $count } till i reserv)
planned-unreachable = { $unit }: kan inte nås, ingen bekräftad adress
address-person = { $label } i egen chatt
address-channel = kanalen { $label }
address-email = e-post till { $label }
field-execution = Får beslutet för verkställighet
execution-explained = De som inte är valda får det för kännedom.
button-expedite-now = Expediera nu
button-preview = Visa meddelandet
button-rehearse = Öva: skicka bara till mig
preview-explained = Så här ser meddelandet ut. I det riktiga finns knappen Mottaget.
rehearsed = { $count_form ->
    [one] Ett meddelande är på väg till dig, märkt ÖVNING. Ingen annan får något.
   *[other] { $count } meddelanden är på väg till dig, märkta ÖVNING. Ingen annan får något.
}
expedited = Beslutet är på väg till enheterna. Här ser du vad som händer.

## Vad som hände
expedition-heading = Expediering { $body } { $year }
expedition-units = Enheter
expedition-not-yet = Beslutet är inte expedierat än.
expedition-elsewhere = Beslutet är expedierat på annat sätt, inte härifrån.
count-intended = Ska underrättas
count-delivered = Framme
count-pending = På väg
count-failed = Inte nådda
count-received = Har kvitterat
purpose-execution = för verkställighet
purpose-information = för kännedom
delivery-no-address = inte nådd: ingen adress
delivery-pending = på väg till { $address } sedan { $at }
delivery-delivered = framme { $at } ({ $address }){ $attempts_form ->
    [one] {""}
   *[other] {" "}efter { $attempts } försök
}
delivery-failed = inte framme: { $address } { $at } ({ $ending ->
    [gone] adressen finns inte kvar
    [exhausted] gav upp efter { $attempts } försök
   *[other] togs inte emot
}: { $reason })
delivery-reminded = påmind
board-received = mottaget av { $name } { $at }
board-received-before = mottaget av { $name } { $at }, före rättelsen
board-not-received = inte kvitterat
somebody = någon på enheten
sent-again = { $count_form ->
    [zero] Det finns inget att skicka igen.
    [one] Beslutet är på väg till en enhet igen.
   *[other] Beslutet är på väg till { $count } enheter igen.
}
button-expedition = Visa expediering
button-send-again = Skicka igen till dem som inte nåtts
button-refresh = Uppdatera
button-open-freeze = Stoppa utskick
button-freeze = Stoppa
button-thaw = Släpp utskick
freeze-heading = Stoppa alla utskick till enheter?
freeze-explained = Inget mer går ut till enheter i kommunen förrän någon släpper det igen. Det som väntar ligger kvar.
field-freeze-reason = Varför?
frozen = Utskick till enheter är stoppade sedan { $at }: { $reason }
frozen-now = Utskicken till enheter är stoppade.
thawed = Utskicken går igen. Det som väntade är på väg.

## Meddelandet
notice-headline = { $body } har beslutat om delmålen { $year }: { $purpose ->
    [execution] för verkställighet
   *[information] för kännedom
} i { $unit }
notice-reminder = Påminnelse: har { $unit } tagit emot beslutet från { $body } om delmålen { $year }?
notice-reminder-explained = Beslutet kom hit { $day }. Ingen har kvitterat det än. Tryck på Mottaget när ni har läst det.
notice-correction = Rättelse: { $body } har rättat beslutet om delmålen { $year }
notice-correction-explained = Ett uppenbart skrivfel i beslutet är rättat. Meddelandet ni fick tidigare är ändrat på samma sätt. Tryck på Mottaget när ni har läst rättelsen.
notice-expected-execution = { $unit } ska genomföra beslutet i sin del. Delmålen gäller { $year }. Tryck på Mottaget när ni har läst det.
notice-expected-information = { $unit } får beslutet för kännedom. Det enda ni behöver göra är att trycka på Mottaget när ni har läst det.
notice-expected-execution-letter = { $unit } ska genomföra beslutet i sin del. Delmålen gäller { $year }.
notice-expected-information-letter = { $unit } får beslutet för kännedom.
notice-decided-by = { $body }, { $paragraph }, { $day }
notice-validity = { $year }
notice-validity-goals = Delmålen { $year }, målen { $period }
notice-reservations = Det finns reservationer. De står i protokollet.
notice-no-reservations = Inga är antecknade
notice-sender = Kansliet, { $body }
notice-appeal = Hur man överklagar står i anslaget på kommunens digitala anslagstavla.
notice-extract = Det bestyrkta protokollsutdraget finns hos kansliet.
notice-extract-attached = Det bestyrkta protokollsutdraget följer med som PDF.
notice-first-list = Det finns ingen tidigare lista att jämföra med.
notice-received = Mottaget av { $name } { $at }.
notice-received-before = Mottaget av { $name } { $at }, före rättelsen.
kept-numbers = Delmål { $numbers }
heading-decision = Beslut
heading-correction = Rättelse { $day } av delmål { $number }
correction-old = Förut: { $text }
correction-new = Nu: { $text }
correction-why = Skäl: { $reason }
fact-purpose = Ni får beslutet
fact-validity = Gäller
fact-reservations = Reservationer
fact-sender = Avsändare
fact-sent = Skickat
fact-message = Utskickets nummer
mark-correction = RÄTTELSE
mark-rehearsal = ÖVNING
mark-annulled = UPPHÄVT AV DOMSTOL { $day }: { $judgment }
button-received = Mottaget
pressed-received = Tack. Det är antecknat att { $unit } har tagit emot beslutet.
pressed-before = Det är redan kvitterat. Inget mer har hänt.
pressed-corrected = Beslutet har rättats sedan kortet visades. Läs rättelsen och tryck på Mottaget igen.
pressed-rehearsed = Det här är en övning. Inget är antecknat.
notice-annulled = Upphävt: en domstol har upphävt det som { $body } beslutade om delmålen { $year }
notice-annulled-explained = Beslutet gäller inte längre. Arbeta inte vidare efter det. Tryck på Mottaget när ni har läst det.
note-correction-failed = { $unit } har inte kunnat nås med rättelsen av delmålen { $year } från { $body }.
note-correction-failed-several = { $count } enheter har inte kunnat nås med rättelsen
recipients-reached = { $count } enheter har en adress. Här är de som inte kan nås.
letter-received-ask = Bekräfta att ni har tagit emot beslutet:
letter-received-link = Mottaget
note-notice-failed = { $unit } har inte kunnat nås med beslutet från { $body } om delmålen { $year }.
note-notice-failed-several = { $count } enheter har inte kunnat nås
note-notice-unanswered = { $unit } har inte kvitterat beslutet från { $body } om delmålen { $year }, trots påminnelse.
note-notice-unanswered-several = { $count } enheter har inte kvitterat

## Hur enheter nås
registered-waiting = { $unit } nås här ({ $address }) så snart en administratör har bekräftat det. Administratörerna har fått veta det.
registered-confirmed = { $unit } nås här ({ $address }).
units-heading = Hur enheterna nås
units-explained = Beslut skickas till den första bekräftade adressen. De andra är reserv. Skriv ”registrera” och enhetens namn och ”här” i enhetens kanal för att lägga till en.
units-none = Det finns inga enheter än. De kommer med det första beslutet som nämner dem.
unit-line = { $unit }: { $addresses }
unit-line-none = { $unit }: kan inte nås, ingen adress
address-state-waiting = { $address } (väntar på att bekräftas)
address-state-confirmed = { $address }
address-state-gone = { $address } (finns inte kvar)
address-now-confirmed = { $unit } nås nu: { $address }.
address-now-removed = { $unit } nås inte längre så: { $address }.
address-put-first = { $unit } nås först så: { $address }.
field-address = Välj en adress
field-unit = Enhet
field-email = E-postadress
field-email-hint = enhet@kommunen.se
error-unit-missing = Välj en enhet.
button-units = Visa enheterna
button-confirm-address = Bekräfta
button-first-address = Använd först
button-remove-address = Ta bort
button-open-email = Lägg till e-post
button-save-email = Spara
unit-email-heading = Nå en enhet med e-post
unit-email-explained = Använd enhetens gemensamma brevlåda. Adressen gäller direkt.
note-address-waiting = { $unit } vill nås så här: { $label }. En administratör behöver bekräfta det.
note-address-waiting-several = { $count } enheter vill bli nådda
note-address-confirmed = { $unit } nås nu så här: { $label }.
note-address-gone = { $unit } nås inte längre så här: { $label }. Appen har tagits bort därifrån.
note-address-gone-several = { $count } adresser finns inte kvar

## Att följa en nämnd
following = Du följer { $body }.
following-explained = Du får ett meddelande när ett beslut om mål eller delmål är justerat. Inget annat.
not-following = Du följer inte { $body } längre.
button-unfollow = Sluta följa
note-followed = { $body } har beslutat om delmålen { $year }, och protokollet är justerat. Fråga mig vilka de är.

## Beviset för registratorn
proof-title = Bevis om expediering: { $title }
proof-decision = Beslut
proof-sent = Expedierat
proof-sent-by = Expedierat av (objekt-id i Entra)
proof-content = Innehållets kontrollsumma (SHA-256)
proof-made = Framtaget
proof-summary = Sammanfattning
proof-each = Varje enhet får beslutet en gång. Tiderna är svensk tid.
proof-units = Enheter
proof-occasion-reminder = påminnelse: { $told }
proof-occasion-correction = rättelse: { $told }
proof-column-notice = Utskick
proof-column-unit = Enhet
proof-column-purpose = Ändamål
proof-column-occasion = Tillfälle
proof-column-kind = Sätt
proof-column-address = Adress
proof-column-owed-at = Skickas (UTC)
proof-column-settled-at = Avslutat (UTC)
proof-column-attempts = Försök
proof-column-ending = Utfall
proof-column-reason = Orsak
proof-column-message = Meddelandets id
proof-column-received-at = Mottaget (UTC)
proof-column-received-by = Mottaget av
proof-column-content = Kontrollsumma (SHA-256)

receipt-ask = Har { $unit } tagit emot beslutet om delmålen { $year } ({ $body })?
receipt-explained = Tryck på Mottaget, så antecknas det i ärendet att beslutet har kommit fram till { $address }.
receipt-button = Mottaget
error-receipt-unknown = Länken går inte att använda. Öppna den på nytt ur mejlet, eller hör av dig till kansliet.
error-receipt-expired = Länken är för gammal. Hör av dig till kansliet i stället.
