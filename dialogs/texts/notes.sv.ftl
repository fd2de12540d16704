### Vad man får veta utan att ha frågat, på svenska.

notes-several = { $count } nyheter till dig
notes-more = Och { $count } till.
notes-of-matter = { $count } nyheter i ärendet { $body } { $year }
part-of = Del { $number } av { $count }

private-from-channel = Du frågade i en kanal. Det här är bara för dig.
private-from-group = Du frågade i en gruppchatt. Det här är bara för dig.
private-continued = Jag fortsätter med dig i vår egen chatt, där bara du läser.
private-not-installed = Det här är bara för dig, men jag kan inte skriva till dig. Lägg till appen Delmål för dig själv i Teams, och fråga igen.
private-not-now = Det här är bara för dig, men jag når inte din egen chatt just nu. Fråga igen om en stund, eller skriv till mig direkt.

## Om förslag, till handläggare och nämndsekreterare

note-submitted = Nytt förslag: { note-submitted-line }
note-submitted-line = { $number }, { $change ->
    [add] nytt delmål
    [remove] ta bort delmål { $target }
    [keep] behåll delmål { $target }
   *[other] ändrad lydelse av delmål { $target }
}.{ $rivals ->
    [none] {""}
   *[other] {" "}Gäller samma delmål som { $rivals }.
}
note-submitted-several = { $count } nya förslag i ärendet { $body } { $year }
note-submitted-more = Du får veta det som handläggare eller nämndsekreterare för { $body }.
note-completed = { $number } är kompletterat: { $change ->
    [add] nytt delmål
    [remove] ta bort delmål { $target }
    [keep] behåll delmål { $target }
   *[other] ändrad lydelse av delmål { $target }
}.{ $rivals ->
    [none] {""}
   *[other] {" "}Gäller nu samma delmål som { $rivals }.
}
note-completed-several = { $count } förslag i ärendet { $body } { $year } är kompletterade
note-completed-more = Du får veta det som handläggare eller nämndsekreterare för { $body }.
note-withdrawn = { $number } är återkallat av den som lämnade det.
note-withdrawn-several = { $count } förslag i ärendet { $body } { $year } är återkallade
note-withdrawn-more = Du får veta det som handläggare eller nämndsekreterare för { $body }.

## Om förslag, till den som har lämnat dem

note-completion-asked = Handläggaren ber dig komplettera ditt förslag { $number }.
note-completion-asked-several = Handläggaren ber dig komplettera { $count } förslag
note-completion-asked-more = { $reason ->
    [none] Tryck på Komplettera { $number }, så ser du vad som behövs.
   *[other] Skäl för { $number }: { $reason }
}
note-step = Ditt förslag { $number } är { $state ->
    [prepared] berett av handläggaren
    [on_au] uppsatt på arbetsutskottets kallelse
    [on_agenda] uppsatt på kallelsen till { $body }
    [expedited] beslutat, och beslutet är skickat till dem som berörs
    [final] beslutat, och beslutet har vunnit laga kraft
   *[annulled] beslutat, men beslutet har upphävts av domstol
}.
note-step-several = Nyheter om { $count } av dina förslag
note-step-more = Det gäller ärendet { $body } { $year }. { $state ->
    [prepared] Förslaget kan återkallas tills det är uppsatt på en kallelse.
    [on_au] Arbetsutskottet lämnar ett förslag till { $body }, som beslutar. Du får veta beslutet när det är justerat.
    [on_agenda] Du får veta beslutet när det är justerat.
   *[other] Visa förslaget för att läsa vad som har bestämts.
}
note-decided = { $body } har beslutat om ditt förslag { $number }: { $outcome ->
    [approve] bifall
    [change] bifall med ändring
    [reject] avslag
    [answered] det anses besvarat
   *[other] läs beslutet
}.
note-decided-several = { $body } har beslutat om { $count } av dina förslag
note-decided-more = { $paragraph ->
    [none] Protokollet är justerat.
   *[other] Beslutet är { $paragraph } den { $day }. Protokollet är justerat.
}
note-rival = { $number } gäller samma delmål som ditt förslag { $own }.
note-rival-several = { $count } förslag gäller samma delmål som dina
note-rival-more = Du får veta det för att förslag på samma delmål avgörs tillsammans. Ditt förslag ligger kvar som det är.
button-complete-one = Komplettera { $number }

## Om utkast, till den som har skrivit dem

draft-named = { $proposal ->
    [none] { $target ->
        [none] Ditt utkast i ärendet { $body } { $year }
       *[other] Ditt utkast om delmål { $target } i ärendet { $body } { $year }
    }
   *[other] Ditt utkast till komplettering av { $proposal }
}
note-draft-reminder = { draft-named } går ut { $day }.
note-draft-reminder-several = { $count } av dina utkast går snart ut
note-draft-reminder-more = Det är inte inskickat, och bara du ser det. Öppna det och välj Spara utkast, så finns det kvar i 30 dagar till.
note-draft-expired = { draft-named } har gått ut. Det är inte inskickat.
note-draft-expired-several = { $count } av dina utkast har gått ut
note-draft-expired-more = Det du har skrivit går att hämta tillbaka till { $day }, då det tas bort. Öppna utkastet och välj Spara utkast om du vill ha det kvar.
button-open-draft = { $proposal ->
    [none] { $target ->
        [none] Öppna utkastet
       *[other] Öppna utkastet om delmål { $target }
    }
   *[other] Komplettering av { $proposal }
}
