### Vad man får veta utan att ha frågat, på svenska.

notes-several = { $count } nyheter till dig
notes-more = Och { $count } till.

private-from-channel = Du frågade i en kanal. Det här är bara för dig.
private-from-group = Du frågade i en gruppchatt. Det här är bara för dig.
private-continued = Jag fortsätter med dig i vår egen chatt, där bara du läser.
private-not-installed = Det här är bara för dig, men jag kan inte skriva till dig. Lägg till appen Delmål för dig själv i Teams, och fråga igen.
private-not-now = Det här är bara för dig, men jag når inte din egen chatt just nu. Fråga igen om en stund, eller skriv till mig direkt.
