### Nämndernas namn och de politiska strategierna, på svenska.

cli-body-renamed = { $body } heter nu { $name }. Det gamla namnet känns fortfarande igen.
cli-alias-added = Namnet är tillagt. Det gäller direkt.
cli-alias-removed = Namnet är borttaget.
cli-alias-unchanged = Ingenting ändrades. Så var det redan.
cli-strategy-added = Strategin är tillagd.
cli-strategy-removed = Strategin är borttagen. Historiken finns kvar.
cli-strategy-unchanged = Ingenting ändrades.
strategies-are = { $bodies } har { $count_form ->
    [one] en politisk strategi
   *[other] { $count } politiska strategier
} att beakta.
strategies-none = Registret har inga politiska strategier för { $bodies }.
strategies-who-adds = Nämndens sekreterare kan lägga till dem genom att skriva ”lägg till strategi”.
heading-strategies = Politiska strategier för { $body }
strategy-decided = beslut { $decision }
strategy-no-decision = beslut saknas i registret
strategy-heading = Lägg till en politisk strategi
strategy-explained = Skriv den som den är beslutad. Alla som frågar ser den direkt.
strategy-body = Nämnd
strategy-name = Strategins namn
strategy-link = Länk (https://)
strategy-date = Beslutsdatum
strategy-paragraph = Paragraf
strategy-paragraph-example = till exempel KF § 12
strategy-saved = Strategin { $name } är tillagd för { $body }.
strategy-saved-already = Strategin { $name } fanns redan så för { $body }. Ingenting ändrades.
ask-strategies = Vilka strategier ska { $body } beakta?
button-strategies = Visa strategierna
fact-base = Utgår från listan i
fact-by-hand = Rättat för hand vid importen
belongs-to-goal = Delmål { $number } hör till mål { $goal }.
belongs-to-goal-words = Delmål { $number } hör till målet ”{ $goal }”.
stands-under = Mål { $number } står under: { $text }
heading-under = Övergripande mål
under-line = { $text } (mål { $numbers })
error-body-not-there = Nämnden { $body } finns inte i registret. Där finns: { $bodies }
error-name-missing = Skriv ett namn.
error-name-taken = { $body } kallas redan { $name }.
error-strategy-not-allowed = Det är nämndens sekreterare som lägger till strategier. Vänd dig till er nämndsekreterare.
error-strategy-link = Skriv en länk som börjar med https://
error-strategy-date = Skriv datumet så här: 2025-02-04.
error-strategy-too-long = Skriv högst { $most } tecken.
