### What manifest build says in the terminal in English.

manifest-built = { $file } is written: app { $app_id }, version { $version }, manifest schema { $schema }.
    Upload it in the Teams admin center under Teams apps, Manage apps.
    sha256 { $sha256 }
manifest-no-app-id = The bot's app id is missing. Set DELMAL_APP_ID or give --app-id. It stands on the bot's registration in Azure as Microsoft App ID.
manifest-bad-app-id = An app id is of the form 00000000-0000-0000-0000-000000000000, but this is { $value }.
manifest-no-address = The address that Teams reaches the bot at is missing. Set DELMAL_PUBLIC_URL or give --public-url https://bot.example.org.
manifest-not-https = Teams only reaches addresses that begin with https://, but the address is { $value }.
manifest-bad-address = The address has to be https:// and a host name that exists on the internet, without a port: https://bot.example.org. It is { $value }.
manifest-bad-version = The version has to be three numbers with dots between them, such as 1.2.3, but is { $value }.
manifest-bad-developer = The publisher (--developer) has to be of 1 to 32 characters, but is { $value }.
manifest-bad-link = { $name } has to be an address that begins with https:// and has at most 2,048 characters, but is { $value }.
