### Sidorna som en app i Teams måste ha, på svenska.

page-about = Delmål
page-about-answers = Delmål är en bot i Microsoft Teams. Den svarar på frågor om kommunens mål och delmål. Svaret är den exakta lydelsen, med status, beslut och källa.
page-about-changes = Behöriga tjänstepersoner kan föreslå ändringar av delmål. Nämnden beslutar.
page-about-source = Kommunen driver boten och ansvarar för registret. Vänd dig till kommunens kansli med frågor om målen, och till kommunens it-stöd med frågor om boten.
page-privacy = Personuppgifter i Delmål
page-privacy-who = Kommunen är personuppgiftsansvarig. Behandlingen behövs för en uppgift av allmänt intresse: att ta fram, besluta och tala om kommunens mål.
page-privacy-kept = Boten sparar ditt objekt-id och namn från Microsoft Entra, din roll, ditt språkval och var i Teams du kan nås. Den sparar också förslag och ställningstaganden som du lämnar i en roll. De är allmänna handlingar när de har kommit in.
page-privacy-not-kept = Boten sparar inte vad du skriver i chatten, inga bilder och inga filer som du inte själv för in. Vad din senaste fråga handlade om sparas som koder i en halvtimme, så att du kan fråga vidare.
page-privacy-gaps = Ord som inte fick något bra svar räknas. De visas först när tre personer har använt dem, och då utan namn.
page-privacy-shared = Meddelanden går genom Microsoft Teams. Inga uppgifter lämnas till någon annan.
page-privacy-rights = Du kan begära att få veta vilka uppgifter som finns om dig och få fel rättade. Vänd dig till kommunens dataskyddsombud. Allmänna handlingar får bara gallras med stöd av beslut.
page-terms = Användarvillkor för Delmål
page-terms-use = Boten är till för kommunens medarbetare och förtroendevalda. Skriv inte känsliga personuppgifter eller sekretessbelagda uppgifter till den.
page-terms-advice = Svaren är citat ur kommunens register och allmän information. De är inte juridisk rådgivning. Det justerade protokollet gäller om något skiljer sig.
page-terms-licence = Delmål är öppen källkod under MIT-licensen och levereras utan garantier.
