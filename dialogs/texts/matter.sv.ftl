### Ärendet: att öppna det, ändra det och visa det, på svenska.

error-window-half = Skriv både när förslag börjar tas emot och när tiden går ut, eller ingen av dagarna.
error-time-skipped = Klockan { $time } finns inte den { $day }, då sommartiden börjar. Välj ett annat klockslag.
error-dnr-unreadable = Skriv diarienumret som det står i diariet, till exempel KS 2025/39. Lämna tomt om det saknas.
error-matter-decided = Ärendet { $body } { $year } är beslutat och kan inte ändras.
error-matter-changed = Någon annan har ändrat ärendet sedan du öppnade formuläret. Det du har skrivit står kvar nedan.

## Kortet

matter-title = Ärendemening
matter-name = Ärende { $body } { $year }
matter-opened = Ärendet { $body } { $year } är öppnat.
matter-saved = Ärendet { $body } { $year } är sparat.
matter-window = Förslag tas emot
matter-window-none = tills ärendet sätts upp på en kallelse
matter-window-later = { $closes }. Öppnar senare.
matter-window-now = { $closes }. Öppet nu.
matter-window-closed = { $closes }. Tiden har gått ut.
matter-base = Utgår från
matter-base-none = en tom lista
matter-base-list = { $body } delmål { $year } ({ $count } delmål)
matter-base-proposed = { $body } delmål { $year }, föreslagna ({ $count } delmål)
matter-officer = Handläggare
clock-summer-time = (sommartid)
clock-winter-time = (vintertid)

## Formuläret

matter-form-open = Öppna ärende { $body } { $year }
matter-form-change = Ändra ärende { $body } { $year }
matter-form-explained = Ärendemeningen är ett förslag. Ändra den som ni vill. Det som lämnas tomt står som saknat och kan fyllas i senare.
matter-form-mistakes = Ärendet är inte sparat än. Rätta det som är markerat.
matter-stands-now = I ärendet står nu det här. Sparar du, gäller i stället det du har skrivit nedan.
matter-title-suggested = Mål och delmål { $year } för { $body }
matter-dnr-hint = till exempel KS 2025/39
matter-opens = Förslag tas emot från
matter-closes = Till och med
matter-opens-time = Från klockan
matter-closes-time = Till klockan
matter-window-hint = När förslag tas emot, i svensk tid. Utan klockslag räknas hela dagen. Utan dagar tas förslag emot tills ärendet sätts upp på en kallelse.
matter-base-empty = Ärendet utgår från en tom lista. Registret har ingen lista för { $body } som gäller.
matter-officer-hint = namn eller befattning
matter-recipients-hint = en mottagare per rad
matter-which-open = Vilket ärende vill du öppna?
matter-which-show = Vilket ärende menar du?
matter-body = Nämnd
matter-of-body = Ärendet är för { $body }.
matter-year = År
matter-year-missing = Skriv ett årtal.
matter-button-change = Ändra ärendet
matter-button-proposals = Förslag
matter-button-open = Öppna ett ärende
matter-button-go-on = Fortsätt

## I svaren

matter-is-open = Ett ärende om { $body } delmål { $year } är öppet.
decision-recorded-here = beslutet är infört här, från sammanträdet
matter-opened-here = ärendet, som är öppnat i Delmål. Inget dokument om det finns i registret
proposals-are-taken = Förslag för { $year } tas emot från { $opens } till och med { $closes }.
proposals-were-taken = Förslag för { $year } togs emot till och med { $closes }. Tiden har gått ut.
recipients-of-matter = Beslutet om { $body } delmål { $year } ska skickas till { $count } mottagare, enligt ärendet.
