### Vad manifest build säger i terminalen på svenska.

manifest-built = { $file } är skriven: appen { $app_id }, version { $version }, manifestschema { $schema }.
    Ladda upp den i Teams administrationscenter under Teams-appar, Hantera appar.
    sha256 { $sha256 }
manifest-no-app-id = Botens app-id saknas. Sätt DELMAL_APP_ID eller ange --app-id. Det står på botens registrering i Azure som Microsoft App ID.
manifest-bad-app-id = App-id ska ha formen 00000000-0000-0000-0000-000000000000, men är { $value }.
manifest-no-address = Adressen som Teams når boten på saknas. Sätt DELMAL_PUBLIC_URL eller ange --public-url https://bot.kommunen.se.
manifest-not-https = Teams når bara adresser som börjar med https://, men adressen är { $value }.
manifest-bad-address = Adressen ska vara https:// och ett värdnamn som finns på internet, utan port: https://bot.kommunen.se. Den är { $value }.
manifest-bad-version = Versionen ska vara tre tal med punkt emellan, som 1.2.3, men är { $value }.
manifest-bad-developer = Utgivaren (--developer) ska ha mellan 1 och 32 tecken, men är { $value }.
manifest-bad-link = { $name } ska vara en adress som börjar med https:// och har högst 2 048 tecken, men är { $value }.
