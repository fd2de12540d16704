### Att gå igenom det som lästes ur ett dokument, på svenska.

review-read = Så här läste jag { $document }.
review-nothing-yet = Inget är infört i registret än. Kontrollera, rätta det som är fel och bekräfta.
review-choose-first = Välj först vilken post det gäller.
review-item = Post att rätta eller utesluta
review-item-example = Välj en post, eller uppgifterna om dokumentet
review-item-fields = Uppgifter om dokumentet (nämnd, år, datum …)
button-confirm = Bekräfta
button-correct = Rätta
button-leave-out = Uteslut
button-back = Tillbaka
correct-heading = Rätta nummer { $number }
correct-read = Så här läste jag det: { $text }
correct-explained = Det du skriver blir lydelsen i registret. Där står också att den är rättad för hand.
correct-wording = Lydelse
correct-wording-example = Skriv lydelsen ordagrant
fields-heading = Uppgifter om { $document }
fields-explained = Fyll i det som saknas. Lämna tomt det som dokumentet inte säger.
import-cancelled = Importen av { $document } är avbruten. Inget fördes in.
import-how = Skicka måldokumentet i den här chatten, med gemet under textrutan. Jag läser det och visar vad jag förstod, innan något förs in.
import-looked-for = Jag letar efter en lista med mål eller delmål för en nämnd eller styrelse, och hittade ingen.
review-changed-meanwhile = Det här har ändrats sedan kortet visades. Kontrollera igen innan du bekräftar.
heading-doubts = Kontrollera
review-goals = Mål { $period }
review-goals-no-period = Mål
review-subgoals = Delmål { $year }
review-proposed = Förslag till beslut
review-decided = Beslut
review-stated = gäller enligt dokumentet
review-appealable = beslutad, kan överklagas
missing-in-document = saknas i dokumentet
field-code = Förkortning
field-period = Målens år
field-year = Dokumentets år
field-years = År
field-date = Beslutsdatum
field-paragraph = Paragraf
field-dnr = Diarienummer
field-officer = Handläggare
place-line = rad { $line }
place-page = sida { $page }
place-page-line = sida { $page }, rad { $line }
mark-left-out = utesluten
mark-by-hand = rättad för hand
mark-under = under: { $text }
mark-goal = hör till mål { $number }

heading-difference-goals = { $body } mål{ $period } jämfört med registret
heading-difference-plan = { $body } delmål { $year } ({ $status }) jämfört med registret
heading-matters = Ärendet jämfört med registret
heading-strategies-added = Politiska strategier som läggs till
heading-working = Så räknades { $body } delmål { $year } fram ur listan för { $base } i { $document }
import-recorded = { $document }: { $parts } fördes in i registret.
import-recorded-and = { $parts } och { $last }
import-recorded-goals = { $count_form ->
    [one] ett mål
   *[other] { $count } mål
}
import-recorded-subgoals = { $count_form ->
    [one] ett delmål
   *[other] { $count } delmål
}
import-recorded-matters = { $count_form ->
    [one] ett ärende
   *[other] { $count } ärenden
}
import-recorded-strategies = { $count_form ->
    [one] en politisk strategi
   *[other] { $count } politiska strategier
}
import-nothing-new = { $document }: allt fanns redan i registret. Inget ändrades.
heading-worked-out = Hela listan: { $body } delmål { $year }
body-is-new = { $name } ({ $code }) finns inte i registret och läggs till.
outcome-new = Registret har ingen sådan lista. { $count_form ->
    [one] En post läggs till.
   *[other] { $count } poster läggs till.
}
outcome-kept = Samma lydelser står redan i registret, ur { $document }. Inget ändras.
outcome-confirmed = Samma lydelser som i registret. { $document } är beslutet och blir källan.
outcome-held-back = Förs inte in. Registret har redan ett beslut, ur { $document }.
change-added = Tillagt: { $text }
change-removed = Borttaget: { $text }
change-reworded = Ändrat: ”{ $old }” blir ”{ $new }”
change-kept = { $count_form ->
    [one] En post kvarstår ordagrant.
   *[other] { $count } poster kvarstår ordagrant.
}
matter-new = { $body } { $year }: nytt ärende. Beslutspunkter: { $points }. Mottagare: { $recipients }.
matter-changed = { $body } { $year }: ärendet ändras. Beslutspunkter: { $points }. Mottagare: { $recipients }.
matter-kept = { $body } { $year }: inget ändras. Beslutspunkter: { $points }. Mottagare: { $recipients }.
matter-held-back = { $body } { $year }: förs inte in. Ärendet är beslutat i registret. Här finns beslutspunkter: { $points }, mottagare: { $recipients }.

doubt-amendment-unfit = Beslutet ändrar ”{ $target }”, men det går inte att avgöra vilket av { $body } delmål det är. Listan för { $year } räknades inte fram och förs inte in. Skriv in hela listan och importera igen.
doubt-amendment-no-base = Beslutet ändrar { $body } delmål för { $year }, men registret har ingen lista att ändra. Importera först den lista som ändras.
doubt-goals-changed = { $body } mål { $period } har andra lydelser i registret, ur { $document }. De nya ersätter dem.
doubt-goals-held-back = { $body } mål { $period } har andra lydelser än det beslut som finns i registret, ur { $document }. De förs inte in.
doubt-goals-overlap = Målen gäller { $period }, men registret har mål för { $other }. Åren går in i varandra.
doubt-matter-held-back = Ärendet för { $body } { $year } är redan beslutat i registret. Förslaget förs inte in.
doubt-other-name = Förkortningen { $code } är { $name } i registret, men dokumentet skriver { $body }.
doubt-subgoals-changed = { $body } delmål { $year } har andra lydelser i registret, ur { $document }. De nya ersätter dem.
doubt-subgoals-held-back = { $body } delmål { $year } är beslutade i registret, ur { $document }. Listan här förs inte in.

error-nothing-to-import = Det finns inga mål eller delmål kvar att föra in ur { $document }.
error-importing-not-allowed = Det är nämndens sekreterare som för in måldokument. Innan nämnden har något i registret kan också en administratör göra det. Vänd dig till er nämndsekreterare.
error-import-only-in-private = Skicka dokumentet till mig i en egen chatt, bara du och jag. Där kan du gå igenom det innan något förs in.
error-one-file-at-a-time = Skicka ett dokument i taget.
error-import-gone = Importen finns inte längre. En import väntar i sju dagar, och bara den som skickade dokumentet ser den. Skicka dokumentet igen.
error-import-recorded = { $document } är redan infört. Inget mer ändrades.
error-import-cancelled = Importen av { $document } är avbruten. Skicka dokumentet igen om det ska in.
error-item-unknown = Det finns inget nummer { $number } i dokumentet.
error-wording-missing = Skriv lydelsen. Välj Uteslut om posten inte ska med.
error-wording-too-long = Skriv högst { $most } tecken.
error-field-not-read =
    { $expected ->
        [period] Skriv två år, till exempel 2024-2026.
        [year] Skriv ett årtal, till exempel 2025.
        [date] Skriv datumet så här: 2025-02-04.
        [code] Skriv förkortningen med bokstäver, till exempel KS.
       *[other] Skriv högst 200 tecken.
    }
error-file-host = { $document } ligger på en server som jag inte hämtar filer från. Ladda upp filen direkt i chatten.
error-file-not-fetched = { $document } gick inte att hämta. Skicka dokumentet igen.
error-document-is-export = { $document } är en hel export. Den läses in på servern: python -m bot import.
