# Vad en inläst handling inte säger, eller säger på ett sätt som en människa bör titta på.

doubt-amended = En ändring i beslutet har gjorts i listan. Det stod ”{ $from }” och står nu ”{ $to }”. Kontrollera mot protokollet.
doubt-amended-added = Ett delmål har lagts till i listan enligt beslutets ändringar: ”{ $to }”
doubt-amended-already = Beslutet ändrar delmål. Listan i dokumentet har redan de nya lydelserna och lästes som den står.
doubt-amended-removed = Ett delmål har tagits bort ur listan enligt beslutets ändringar: ”{ $from }”
doubt-amendment-misfit =
    { $why ->
        [twice] En ändring kunde inte göras: beslutet ändrar ”{ $target }” två gånger.
        [words] En ändring kunde inte göras: orden som ska bytas ut finns inte en gång i delmål ”{ $target }”.
        [there] En ändring kunde inte göras: ”{ $target }” finns redan i listan.
       *[unknown] En ändring kunde inte göras: ”{ $target }” finns inte i listan.
    }
doubt-amendment-unclear = Beslutet ändrar delmål på ett sätt som inte framgår här. En människa behöver skriva in listan: ”{ $text }”
doubt-amendments-elsewhere = Beslutet ändrar en lista med delmål som inte står i dokumentet. Ändringarna ska göras i den lista som finns registrerad.
doubt-amendments-proposed = Här föreslås ändringar av delmål. De är inte beslutade och listan är inte ändrad.
doubt-at-line = Rad { $line }: { $sentence }
doubt-body-code = { $body } har ingen känd förkortning. Diarienumrets bokstäver används: { $code }.
doubt-code-twice = Målnumret { $code } förekommer två gånger med olika text. Den första gäller.
doubt-committee-proposes = Arbetsutskottet föreslår. Det är inte ett beslut.
doubt-council-goals = Målen här är övergripande för kommunen. De togs inte med som nämndens egna mål.
doubt-encoding = Filen är inte i UTF-8. Den lästes som Windows-1252. Kontrollera å, ä och ö.
doubt-hidden-text = Dokumentet har dold text. Den lästes inte.
doubt-in-prose = Målet står i en mening i löpande text. Orden efter ”att” togs med: ”{ $text }”
doubt-joined-over-pages = Meningen fortsätter efter ett sidbyte och har satts ihop. Kontrollera att den är hel.
doubt-list-left-out = Här nämns mål, men listan efteråt ser inte ut att vara de mål som dokumentet handlar om. Den togs inte med.
doubt-list-missing = Här ska mål räknas upp, men det följer ingen lista.
doubt-list-unnamed = Listan säger vad som ska uppnås, men ingen rubrik säger att det är mål. Den togs inte med.
doubt-long-item = Texten är { $length } tecken lång. Kontrollera att inget annat har kommit med.
doubt-mandate-period = Målen anges för { $period } och mandatperioden är { $mandate }. { $period } används.
doubt-mandate-period-only = Bara mandatperioden { $mandate } anges. Den används som målens period.
doubt-missing-body = Dokumentet säger inte vilken nämnd eller styrelse det gäller.
doubt-missing-body-code = { $body } har ingen känd förkortning och dokumentet anger ingen.
doubt-missing-date = Dokumentet har inget datum.
doubt-missing-dnr = Dokumentet har inget diarienummer.
doubt-missing-paragraph = Dokumentet har ingen paragraf (§).
doubt-missing-period = Dokumentet säger inte vilka år målen gäller.
doubt-missing-year = Dokumentet säger inte vilket år det gäller.
doubt-mixed-encoding = Filen blandar UTF-8 och Windows-1252. Den lästes rad för rad. Kontrollera å, ä och ö.
doubt-nested-left-out = En underpunkt togs inte med: ”{ $text }”
doubt-no-subgoals-for-year = Dokumentet gäller { $year } men har inga delmål för { $year }.
doubt-noted = { $text }
doubt-numbering = Numreringen hoppar till { $code }. Kontrollera att inget saknas före den.
doubt-one-paragraph = Dokumentet har flera paragrafer. Bara { $paragraph } lästes.
doubt-other-body = Målen här är { $body }s. De togs inte med.
doubt-other-format = Filen heter { $suffix } men är { $format }. Den lästes som { $format }.
doubt-other-paragraph = { $paragraph } verkar också handla om mål. Den lästes inte.
doubt-other-period = Målen för { $period } är från en annan period. De togs inte med.
doubt-pages-unreadable = De här sidorna är skadade och kunde inte läsas: { $pages }.
doubt-pages-without-text = De här sidorna har ingen text och kan vara bilder: { $pages }.
doubt-put-off = Ärendet återremitterades, bordlades eller sköts upp. Målen är inte beslutade.
doubt-recipient-split = ”{ $text }” ser ut att vara två mottagare. ”{ $first }” står nu för sig.
doubt-recipients-end = Mottagarna antas ta slut före ”{ $text }”.
doubt-recipients-in-line = Mottagarna står på samma rad och delades vid skiljetecknen: ”{ $text }”
doubt-subgoals-without-year = Delmålen har inget år. De kunde inte tas med.
doubt-tracked-changes = Dokumentet har spårade ändringar. Texten lästes som om alla var godkända.
doubt-subgoal-twice = Delmålet står under två mål. Det togs med en gång: ”{ $text }”
doubt-table-without-header = Tabellen har ingen rubrikrad. Kolumnen med mest text lästes.
doubt-two-bodies = Dokumentet kan gälla { $body } eller { $other }. { $body } används.
doubt-two-dnr = Dokumentet har två diarienummer: { $dnr } och { $other }. { $dnr } används.
doubt-unknown-key = Fältet ”{ $name }” är okänt och lästes inte.
doubt-under-goal = Listan står under målet ”{ $text }”, men inget säger att det är delmål. Den togs som delmål.
doubt-unmarked = Texten har varken punkt eller nummer men togs som mål eller delmål: ”{ $text }”
doubt-year-guessed = Listan med delmål har inget eget år. { $year } är taget ur rubriken, beslutet, målens första år eller datumet. Kontrollera året.

error-body-unknown = Dokumentet { $document } säger inte vilken nämnd eller styrelse målen gäller, eller vad den förkortas. Inget sparades.
error-document-corrupt = { $document } är skadad och kan inte öppnas som { $format }. Öppna filen i det program den kommer från, spara den på nytt och läs in den igen. Inget sparades.
error-document-empty = { $document } är tom. Kontrollera att rätt fil valdes. Inget sparades.
error-document-encrypted = { $document } är skyddad med lösenord. Spara en kopia utan lösenord och läs in den. Inget sparades.
error-document-field =
    { $expected ->
        [date] Fältet { $field } i { $document } ska vara ett datum, till exempel 2025-03-12, eller null.
        [export] Fältet { $field } i { $document } passar inte i en export av version 1.
        [flag] Fältet { $field } i { $document } ska vara true eller false.
        [list] Fältet { $field } i { $document } ska vara en lista.
        [object] Fältet { $field } i { $document } ska vara ett objekt med "text".
        [period] Fältet { $field } i { $document } ska vara två år i ordning, till exempel [2024, 2026], eller null.
        [shorter-list] Listan { $field } i { $document } är för lång. Högst 2000 poster läses.
        [shorter-text] Texten i fältet { $field } i { $document } är för lång.
        [year] Fältet { $field } i { $document } ska vara ett årtal mellan 1900 och 2100, utan citattecken.
       *[text] Fältet { $field } i { $document } ska vara en text som inte är tom.
    }
error-document-file-too-large = { $document } är för stor. Filer upp till { $megabytes } MB läses. Ta bort bilder ur dokumentet eller dela det. Inget sparades.
error-document-format = { $document } kan inte läsas: formatet stöds inte. Dessa format läses: { $formats }.
error-document-macros = { $document } innehåller makron och öppnas därför inte. Spara den i Word som ”Word-dokument (.docx)” och läs in den filen. Inget sparades.
error-document-nested = { $document } är byggd på ett sätt som inte går att läsa: för många delar eller för många nivåer. Kopiera texten till ett nytt Word-dokument och läs in det. Inget sparades.
error-document-not-json = { $document } är inte ett JSON-objekt. Inget sparades.
error-document-old-word = { $document } är i det gamla Word-formatet (.doc). Öppna den i Word, spara den som .docx och läs in den filen. Inget sparades.
error-document-pages = { $document } har fler än { $most } sidor. Spara de sidor som innehåller målen som en egen fil och läs in den. Inget sparades.
error-document-scanned = { $document } är inskannad: sidorna är bilder utan text. Gör texten läsbar med OCR, till exempel i skannern eller i Acrobat, och läs in den filen. Inget sparades.
error-document-too-large = { $document } är för stor. Högst { $megabytes } MB text läses.
error-document-too-slow = { $document } tog mer än { $seconds } sekunder att läsa. Spara de sidor som innehåller målen som en egen fil och läs in den. Inget sparades.
error-document-unpacks = { $document } blir orimligt stor när den packas upp och öppnades därför inte. Kopiera texten till ett nytt Word-dokument och läs in det. Inget sparades.
error-document-unreadable = { $document } är inte en textfil och kunde inte läsas. Inget sparades.
error-not-a-goal-document = { $document } innehåller inga mål eller delmål som går att läsa. Inget sparades.
error-free-already = { $day } är ledig redan: en lördag, söndag eller helgdag.
error-directory-id = ”{ $given }” är inget id i Entra. Ett sådant ser ut så här: 00000000-0000-0000-0000-000000000000.
error-municipality-name = Ange kommunens namn, med bokstäver och högst { $most } tecken.
error-tenant-unknown = Kommunen finns inte här. Be den som sköter systemet att lägga till den.
