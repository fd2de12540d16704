### Ord i beslutsprocessen, förklarade med vanliga ord. Nycklarna står i dialogs/understanding/process_terms.py.
### `.source` är rättskällan. Utan lagrum: "Allmän kommunal praxis".

## När ett ärende skjuts upp eller skickas tillbaka

term-minority-remittal = Minoritetsåterremiss och minoritetsbordläggning betyder att minst en tredjedel av de närvarande ledamöterna kan få ett ärende återremitterat eller bordlagt, även om majoriteten är emot. Möjligheten finns bara i kommunfullmäktige. I kommunstyrelsen, nämnderna och arbetsutskotten bestämmer majoriteten.
    .source = Kommunallagen (2017:725), 5 kap. 50 §
term-remittal = Återremiss betyder att ett ärende skickas tillbaka för mer beredning innan det avgörs. Beslutet måste ange varför, så att den som tar emot ärendet vet vad som ska göras. Ett förslag till delmål får då en ny version, och den gamla finns kvar att läsa.
    .source = Kommunallagen (2017:725), 5 kap. 50 § (fullmäktige); för nämnder allmän kommunal praxis
term-tabling = Bordläggning betyder att beslutet skjuts upp till ett senare sammanträde. Under tiden är ärendet låst: inget får läggas till eller ändras. Behövs mer underlag är det i stället återremiss som gäller.
    .source = Allmän kommunal praxis

## Protokoll och justering

term-immediate-adjustment = Omedelbar justering betyder att en brådskande paragraf justeras redan vid sammanträdet och anslås direkt efteråt. Beslutet kan då skickas ut och börja genomföras utan att man väntar på resten av protokollet.
    .source = Kommunallagen (2017:725), 8 kap. 12 § (anslaget); i övrigt allmän kommunal praxis
term-adjustment = Justering betyder att ordföranden och en justerare skriver under på att protokollet stämmer. Det ska ske inom 14 dagar från sammanträdet. Först då räknas ett beslut om mål och delmål som klart i registret. Därefter får texten inte bytas ut: ett fel rättas i en ny, synlig anteckning.
    .source = Kommunallagen (2017:725), 5 kap. 69 § och 6 kap. 35 §
term-notice = Anslag betyder att kommunen visar på sin digitala anslagstavla att ett protokoll är justerat. Det ska göras senast andra dagen efter justeringen. Anslaget ligger kvar under hela överklagandetiden, som räknas från den dag det sattes upp.
    .source = Kommunallagen (2017:725), 8 kap. 12 § och 13 kap. 5 §
term-extract = Ett protokollsutdrag är en bestyrkt kopia av en enda paragraf i protokollet. Det är utdraget som skickas till dem som berörs av beslutet. Kansliet tar fram det i diariesystemet, inte här.
    .source = Allmän kommunal praxis
term-minutes = Protokollet visar vad som beslutades på sammanträdet, vilka som deltog, vilka yrkanden som inte togs tillbaka, hur man röstade och vilka som reserverade sig. Varje ärende får en egen paragraf (§). Texten ligger fast när protokollet är justerat och får sedan inte bytas ut i tysthet.
    .source = Kommunallagen (2017:725), 5 kap. 65–67 och 69 §§ samt 6 kap. 35 §
term-correction = Rättelse betyder att ett uppenbart skrivfel i ett beslut eller protokoll rättas öppet. Den gamla texten står kvar, och det framgår vad som ändrades, när, varför och av vem. Ett beslut som man ångrar kan inte rättas: det kräver ett nytt beslut.
    .source = Förvaltningslagen (2017:900), 36 § (principen); Justitieombudsmannen, ärende 581-2013

## Överklagande

term-legality-review = Laglighetsprövning betyder att förvaltningsrätten prövar om ett kommunalt beslut är lagligt, inte om det är klokt. Varje medlem i kommunen kan begära det inom tre veckor från den dag då justeringen anslogs. Rätten kan upphäva beslutet men inte sätta ett annat i dess ställe.
    .source = Kommunallagen (2017:725), 13 kap. 1, 5 och 8 §§
term-appeal = Varje medlem i kommunen kan överklaga nämndens beslut om mål och delmål till förvaltningsrätten. Det ska ske inom tre veckor från den dag då justeringen anslogs. Är sista dagen en helgdag, lördag, midsommarafton, julafton eller nyårsafton gäller nästa vardag. Ett förslag från arbetsutskottet kan i regel inte överklagas.
    .source = Kommunallagen (2017:725), 13 kap. 1, 2 och 5 §§; lagen (1930:173) om beräkning av lagstadgad tid
term-legal-force = Laga kraft betyder att ett beslut inte längre kan överklagas. Det får laga kraft när överklagandetiden har gått ut utan att någon har överklagat, eller när ett överklagande är slutligt avgjort och beslutet står fast. Beslutet får genomföras redan innan dess, om det inte finns särskilda skäl att vänta.
    .source = Kommunallagen (2017:725), 13 kap. 5 och 14 §§
term-annulment = Att ett beslut upphävs betyder att domstolen har funnit det olagligt och att det inte längre gäller. Domstolen sätter inget nytt beslut i stället. Registret visar då den senaste listan som inte är upphävd, med det år den beslutades för.
    .source = Kommunallagen (2017:725), 13 kap. 8 §

## Vem som beslutar

term-delegation = Delegation betyder att någon annan, till exempel ett utskott eller en anställd, får besluta i nämndens namn i vissa ärenden. Besluten redovisas för nämnden. Beslut om verksamhetens mål får aldrig delegeras. Därför kan arbetsutskottet bara föreslå mål och delmål.
    .source = Kommunallagen (2017:725), 6 kap. 38 §
term-working-committee = Arbetsutskottet (AU) är en mindre grupp ledamöter som förbereder ärenden åt kommunstyrelsen eller nämnden. AU bereder och föreslår mål och delmål men får aldrig besluta om dem. Sådana beslut kan inte delegeras. AU:s förslag skickas därför inte ut som ett beslut.
    .source = Kommunallagen (2017:725), 6 kap. 38 §
term-council = Kommunfullmäktige (KF) är kommunens folkvalda församling och bestämmer kommunens övergripande mål. Kommunstyrelsen eller nämnden beslutar sedan ofta om sina egna mål och delmål. I vissa kommuner antar fullmäktige även kommunstyrelsens mål.
    .source = Kommunallagen (2017:725), 5 kap. 1 §
term-decision = Ett beslut är det som kommunstyrelsen, en nämnd eller fullmäktige har bestämt på ett sammanträde. Ett förslag från en tjänsteperson eller från arbetsutskottet är inte ett beslut. I registret räknas ett beslut om delmål från den dag då protokollet är justerat. Det får genomföras innan det har fått laga kraft, om inget särskilt talar emot det.
    .source = Kommunallagen (2017:725), 6 kap. 38 § och 13 kap. 14 §
term-conflict-of-interest = Jäv betyder att någon har ett eget intresse i ärendet, eller av annat skäl kan antas vara partisk. Den som är jävig ska själv säga till och får inte delta när ärendet behandlas. Att någon har anmält jäv antecknas i protokollet.
    .source = Kommunallagen (2017:725), 6 kap. (förtroendevalda) och 7 kap. (anställda)

## På sammanträdet

term-motion-in-meeting = Ett yrkande är det en ledamot, eller en ersättare som tjänstgör, vill att nämnden ska besluta: till exempel bifall, avslag, ändring, tillägg, bordläggning eller återremiss. En tjänsteperson yrkar inte utan lämnar förslag. Yrkanden som inte har tagits tillbaka står i protokollet.
    .source = Kommunallagen (2017:725), 5 kap. 67 § (protokollet); i övrigt allmän kommunal praxis
term-voting = Ordföranden ställer ett förslag till beslut (proposition) som ledamöterna svarar ja eller nej på. Oftast avgörs det med rop (acklamation). Begär minst en ledamot det räknas rösterna (omröstning eller votering). Först prövas formella yrkanden som återremiss, sist tillägg.
    .source = Kommunallagen (2017:725), 5 kap. och 6 kap.; i övrigt allmän kommunal praxis
term-approval = Bifall betyder ja till ett förslag och avslag betyder nej. Det kan också bli bifall med ändring. Det är ledamöterna som bifaller eller avslår. Handläggaren tillstyrker eller avstyrker, alltså rekommenderar ett ja eller ett nej.
    .source = Allmän kommunal praxis
term-reservation = En reservation betyder att en ledamot som har deltagit i beslutet tar avstånd från det i protokollet. Den ska anmälas innan sammanträdet avslutas. Skälen till reservationen ska vara skriftliga. Beslutet gäller ändå.
    .source = Kommunallagen (2017:725), 4 kap.; 5 kap. 67 § (protokollet)

## Beredning och handlingar

term-agenda = Kallelsen talar om när sammanträdet är och innehåller föredragningslistan (dagordningen) och handlingarna till ärendena. Den brukar skickas ut ungefär en vecka i förväg. När ett förslag står på kallelsen är dess text låst.
    .source = Nämndens reglemente och allmän kommunal praxis
term-preparation = Beredning betyder att underlaget till ett beslut tas fram, först av tjänstepersoner och sedan ofta av arbetsutskottet. Det är inte ett beslut. Ska fullmäktige besluta måste ärendet först ha beretts av en nämnd eller kommunstyrelsen (beredningstvång). Det kravet gäller inte när nämnden själv beslutar.
    .source = Kommunallagen (2017:725), 5 kap. 26–28 §§ (ärenden i fullmäktige); i övrigt allmän kommunal praxis
term-official-letter = En tjänsteskrivelse är tjänstepersonernas underlag till politikerna. Där står förslaget till beslut, en sammanfattning av ärendet, vilka som ska få beslutet och vem som är handläggare. Den är ett förslag, inte ett beslut och inte ett yrkande.
    .source = Allmän kommunal praxis
term-case-officer = Handläggaren är den tjänsteperson som ansvarar för att bereda ärendet, till exempel kommundirektören. Handläggaren går igenom förslagen, kan be om komplettering och rekommenderar ja eller nej med skäl. Handläggaren beslutar inte om mål eller delmål.
    .source = Allmän kommunal praxis
term-matter = Ett ärende är en fråga som kommunen handlägger från start till beslut och uppföljning. Varje års mål och delmål är ett ärende, som samlar alla förslag till ändringar. Registratorn ger ärendet ett diarienummer.
    .source = Allmän kommunal praxis
term-diary-number = Diarienumret (dnr) är ärendets unika nummer i diariet, till exempel KS 2025/39. Det ges av registratorn, aldrig av den här tjänsten. Finns inget nummer i registret svarar jag att det saknas.
    .source = Offentlighets- och sekretesslagen (2009:400), 5 kap. 1–2 §§
term-dispatch = Expediering betyder att beslutet skickas till dem som ska genomföra det eller känna till det. Mottagarna ska stå i protokollet. Det görs när protokollet är justerat, aldrig för ett förslag från arbetsutskottet.
    .source = Allmän kommunal praxis
term-public-document = En allmän handling finns hos kommunen och har kommit in eller upprättats där. Den kan begäras ut, och kommunen prövar då om sekretess gäller. Ett eget utkast är i regel inte allmänt. Ett förslag från den egna förvaltningen blir allmänt senast när ärendet är slutbehandlat, eller tidigare om det skickas ut. Från en annan nämnd är det allmänt direkt.
    .source = Tryckfrihetsförordningen, 2 kap.; offentlighets- och sekretesslagen (2009:400), 5 kap. 1 §
term-working-material = Arbetsmaterial är ett vardagsord som inte avgör om något är offentligt. Frågan är i stället om handlingen har kommit in, skickats ut, färdigställts eller arkiverats, eller om ärendet är avslutat. Ett utkast som bara den som skriver ser är i regel inte en allmän handling.
    .source = Tryckfrihetsförordningen, 2 kap. 9, 10 och 12 §§

## Mål och delmål

term-goal-and-subgoal = Ett mål visar vad kommunstyrelsen eller nämnden vill uppnå under en period av flera år, till exempel 2024–2026. Ett delmål är det som får särskilt fokus under ett visst år. Delmålen ses därför över varje år, medan målen oftast kvarstår. Båda beslutas av politikerna, aldrig av arbetsutskottet ensamt.
    .source = Kommunallagen (2017:725), 6 kap. 38 §; i övrigt allmän kommunal praxis

## Fler ord som man möter i kommunen

term-motion = En motion är ett skriftligt förslag från en eller flera ledamöter i kommunfullmäktige. Den bereds innan fullmäktige tar ställning. En motion är inte samma sak som ett yrkande, som läggs fram under själva sammanträdet, och en tjänsteperson kan inte lämna den.
    .source = Kommunallagen (2017:725), 5 kap.
term-citizens-proposal = Ett medborgarförslag är ett förslag till kommunen från någon som är folkbokförd där. Det kan bara lämnas om fullmäktige har bestämt att medborgarförslag ska finnas i kommunen. Det lämnas till kommunen, inte i den här tjänsten.
    .source = Kommunallagen (2017:725), 8 kap.
term-interpellation = En interpellation är en skriftlig fråga med motivering från en ledamot i fullmäktige, oftast till ordföranden i en nämnd. Den besvaras och debatteras på ett sammanträde med fullmäktige. Den leder inte till något beslut om mål eller delmål.
    .source = Kommunallagen (2017:725), 5 kap.
term-referral-for-comment = En remiss betyder att ett förslag skickas till andra, till exempel en nämnd eller en enhet, för att få deras synpunkter. Svaret kallas yttrande eller remissvar och är inte ett beslut i ärendet. Återremiss är något annat: då skickas ärendet tillbaka för mer beredning.
    .source = Allmän kommunal praxis
term-member-initiative = Ett nämndsinitiativ, eller ledamotsinitiativ, betyder att en ledamot själv tar upp ett ärende i sin nämnd. Nämnden kan besluta att frågan ska beredas först. En tjänsteperson har inte den rätten utan lämnar förslag i beredningen.
    .source = Kommunallagen (2017:725), 4 kap.
term-quorum = Kvorum, eller beslutförhet, betyder att tillräckligt många är på plats för att nämnden ska få besluta. Mer än hälften av ledamöterna måste vara närvarande, och ersättare som tjänstgör räknas med. Annars kan nämnden inte behandla ärendet.
    .source = Kommunallagen (2017:725), 6 kap. 27 §
term-chair = Ordföranden leder sammanträdet, fördelar ordet, ställer förslagen under beslut och justerar protokollet tillsammans med en justerare. Blir det lika många röster avgör ordförandens röst. Ordföranden får inte ensam besluta om mål eller delmål.
    .source = Kommunallagen (2017:725), 6 kap.
term-service-of-decision = Delgivning betyder att någon får ett beslut på ett sätt som går att bevisa, enligt särskilda regler. Ett beslut om mål och delmål behöver normalt inte delges. Det anslås på den digitala anslagstavlan och skickas (expedieras) till dem som står i protokollet.
    .source = Delgivningslagen (2010:1932); kommunallagen (2017:725), 8 kap. 12 §
term-minutes-note = En protokollsanteckning, eller ett särskilt yttrande, är en kort kommentar från en ledamot som nämnden eller ordföranden låter föra in i protokollet. Den ändrar inte beslutet och är inte en reservation.
    .source = Allmän kommunal praxis
term-execution = Verkställighet betyder att ett beslut genomförs. Det får ske redan innan beslutet har fått laga kraft, om det inte finns särskilda skäl att vänta. Upphävs beslutet senare kan det som gjorts behöva rättas till.
    .source = Kommunallagen (2017:725), 13 kap. 14 §
