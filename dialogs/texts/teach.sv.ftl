### Frågor utan svar, och ord som kommunen lär ut, på svenska.

gaps-none = Inga ord väntar. Ett ord visas här när minst tre personer har frågat med det utan att få ett bra svar.
gaps-found = { $count_form ->
    [one] Ett ord har inte gett något bra svar.
   *[other] { $count } ord har inte gett något bra svar.
}
gaps-explained = Lär mig vad ordet betyder, så hittar nästa fråga rätt. Vem som frågade visas aldrig.
gap-people = { $word } ({ $people } personer)
gaps-more = Här står de { $shown } vanligaste orden.
button-teach = Lägg till ord: { $word }
button-save = Spara
button-cancel = Avbryt
button-teach-again = Skriv ett annat ord
ask-teach = lägg till ordet { $word } som betyder { $means }
button-gaps = Frågor utan svar
ask-gaps = frågor utan svar
ask-about = Har vi något mål om { $word }?
teach-heading = Lägg till ordet { $word }
teach-explained = Skriv ett ord som målen använder. Det gäller för alla i kommunen direkt. Måldokumenten ändras inte.
teach-means = Betyder
teach-means-example = till exempel kollektivtrafik
taught-finds = Ordet { $word } är sparat. Så här svarar jag nu.
taught-suggests = Ordet { $word } är sparat. Jag föreslår nu de här målen.
taught-finds-nothing = Ordet { $word } är sparat, men det leder ännu inte till något mål.
taught-means = { $word } betyder { $means }.
heading-suggested = Förslag ur registret
error-teaching-not-allowed = Det är nämndsekreterare och handläggare som ser frågor utan svar och lägger till ord. Vänd dig till er nämndsekreterare.
error-word-missing = Skriv ett ord.
error-word-too-long = Skriv högst { $most } tecken.
error-word-without-letters = Skriv ett ord med bokstäver.
error-word-means-itself = Skriv ett annat ord än { $word }.
