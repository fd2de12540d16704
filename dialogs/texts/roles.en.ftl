### Roles, in English.

role-name = { $role ->
    [official] an authorised official
    [officer] an officer
    [secretary] a secretary
    [registrar] a registrar
   *[admin] an administrator
}
role-title = { $role ->
    [official] Authorised official: proposes changes
    [officer] Officer: prepares proposals
    [secretary] Secretary: records meetings and decisions
    [registrar] Registrar: enters registration numbers
   *[admin] Administrator: gives roles, runs the service
}
role-scope = { $scope ->
    [all] all committees
   *[other] { $scope }
}
role-giver = { $by ->
    [unknown] an administrator
   *[other] { $by }
}
role-every-body = All committees
person-unnamed = Person { $id }
grant-heading = Grant a role
grant-explained = The person is told at once. It is kept who gave the role, and when.
grant-person = Person
grant-person-search = Search by name
grant-role = Role
grant-body = Committee
button-grant = Grant a role
button-revoke = Remove
role-granted = { $person } is now { role-name } in { role-scope }.
role-granted-before = Nothing was changed. { $person } was { role-name } in { role-scope } already.
role-revoked = { $person } is no longer { role-name } in { role-scope }.
role-revoked-before = Nothing was changed. { $person } was not { role-name } in { role-scope }.
role-told = The person gets a message about it.
roles-found = Roles
roles-none = Nobody has a role yet.
role-line = { $person } – { role-name } in { role-scope }
roles-more = These are { $first }–{ $last } of { $count }.
roles-next = Show more
roles-remove = Remove a role
roles-remove-choose = Choose a role
revoke-heading = Should { $person } no longer be { role-name } in { role-scope }?
revoke-explained = The person is told at once. Proposals that have been submitted stay.
roles-admins = Administrators: { $names }.

note-role-granted = You are now { role-name } in { role-scope }. The role was given by { role-giver }.
note-role-granted-several = You have been given { $count } roles
note-role-granted-more = { $role ->
    [official] Would you like to propose a change? Type for example: I want to change sub-goal 6.
   *[other] Type help to see what you can do.
}
note-role-revoked = You are no longer { role-name } in { role-scope }. The role was removed by { role-giver }.

error-granting-not-allowed = Administrators grant and remove roles. Please ask your IT department.
error-roles-not-shown = Administrators and secretaries see who has which role. Please ask your IT department.
error-own-role = You cannot give yourself that role. Ask another administrator, or whoever runs the server.
error-last-admin = There must be an administrator for all committees. Give someone else the role first.
error-person-missing = Choose a person.
error-person-unreadable = Choose the person in the list, or type their object id from Entra.
error-role-missing = Choose a role.
error-body-not-chosen = Choose a committee in the list.
