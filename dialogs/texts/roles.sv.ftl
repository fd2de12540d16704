### Behörighet, på svenska.

role-name = { $role ->
    [official] behörig tjänsteperson
    [officer] handläggare
    [secretary] nämndsekreterare
    [registrar] registrator
   *[admin] administratör
}
role-title = { $role ->
    [official] Behörig tjänsteperson: föreslår ändringar
    [officer] Handläggare: bereder förslag
    [secretary] Nämndsekreterare: registrerar möten och beslut
    [registrar] Registrator: för in diarienummer
   *[admin] Administratör: ger behörighet, sköter driften
}
role-scope = { $scope ->
    [all] alla nämnder
   *[other] { $scope }
}
role-giver = { $by ->
    [unknown] en administratör
   *[other] { $by }
}
role-every-body = Alla nämnder
person-unnamed = Person { $id }
grant-heading = Ge behörighet
grant-explained = Personen får veta det direkt. Det sparas vem som gav behörigheten och när.
grant-person = Person
grant-person-search = Sök på namn
grant-role = Roll
grant-body = Nämnd
button-grant = Ge behörighet
button-revoke = Ta bort
role-granted = { $person } är nu { role-name } i { role-scope }.
role-granted-before = Ingenting ändrades. { $person } var redan { role-name } i { role-scope }.
role-revoked = { $person } är inte längre { role-name } i { role-scope }.
role-revoked-before = Ingenting ändrades. { $person } var inte { role-name } i { role-scope }.
role-told = Personen får ett meddelande om det.
roles-found = Behörigheter
roles-none = Ingen har någon behörighet ännu.
role-line = { $person } – { role-name } i { role-scope }
roles-more = Här står { $first }–{ $last } av { $count }.
roles-next = Visa fler
roles-remove = Ta bort en behörighet
roles-remove-choose = Välj behörighet
revoke-heading = Ska { $person } inte längre vara { role-name } i { role-scope }?
revoke-explained = Personen får veta det direkt. Förslag som redan är inskickade ligger kvar.
roles-admins = Administratörer: { $names }.

note-role-granted = Du är nu { role-name } i { role-scope }. Behörigheten gavs av { role-giver }.
note-role-granted-several = Du har fått { $count } roller
note-role-granted-more = { $role ->
    [official] Vill du föreslå en ändring? Skriv till exempel: jag vill ändra delmål 6.
   *[other] Skriv hjälp, så ser du vad du kan göra.
}
note-role-revoked = Du är inte längre { role-name } i { role-scope }. Behörigheten togs bort av { role-giver }.

error-granting-not-allowed = Det är administratörer som ger och tar bort behörighet. Vänd dig till er it-avdelning.
error-roles-not-shown = Det är administratörer och nämndsekreterare som ser vilka som har behörighet. Vänd dig till er it-avdelning.
error-own-role = Du kan inte ge dig själv den rollen. Be en annan administratör om det, eller den som sköter servern.
error-last-admin = Det måste finnas en administratör för alla nämnder. Ge någon annan rollen först.
error-person-missing = Välj en person.
error-person-unreadable = Välj personen i listan, eller skriv personens objekt-id från Entra.
error-role-missing = Välj en roll.
error-body-not-chosen = Välj en nämnd i listan.
