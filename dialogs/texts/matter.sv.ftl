### Ärendet: att öppna det, ändra det och visa det, på svenska.

error-window-half = Skriv både när förslag börjar tas emot och när tiden går ut, eller ingen av dagarna.
error-time-skipped = Klockan { $time } finns inte den { $day }, då sommartiden börjar. Välj ett annat klockslag.
error-dnr-unreadable = Skriv diarienumret som det står i diariet, till exempel KS 2025/39. Lämna tomt om det saknas.
error-matter-decided = Ärendet { $body } { $year } är beslutat och kan inte ändras.
error-matter-changed = Någon annan har ändrat ärendet sedan du öppnade formuläret. Det du har skrivit står kvar nedan.
