# Fetching tables from the servers that publish them.

fetch-cancelled = Avbrutet. Det som redan hade kommit är sparat.
fetch-no-name = Jag hittar inte { $host }.
fetch-nobody-there = Ingen svarar hos { $host }.
fetch-slow = { $host } svarade inte i tid.
fetch-certificate = { $host } visade ett certifikat som den här datorn inte litar på: { $words }
fetch-too-large = Svaret från { $host } är större än { $most } MB, det mesta jag tar emot på en gång.
fetch-redirects = { $host } skickar mig runt mellan adresser utan slut.
fetch-cut = Svaret från { $host } tog slut mitt i.
fetch-proxy = Proxyn släpper inte igenom frågan: { $words }
fetch-other = Det gick inte att fråga { $host }: { $words }
fetch-refused = { $host } svarade nej ({ $status }): "{ $words }"
fetch-refused-silently = { $host } svarade nej ({ $status }), utan att säga varför.
fetch-too-often = { $host } vill bli frågad mer sällan.
fetch-too-often-until = { $host } vill bli frågad mer sällan och ber om { $seconds } sekunders paus.
fetch-not-figures = { $host } skickade något annat än siffror: "{ $words }"
fetch-elsewhere = { $host } skickar vidare till en annan server, { $to }. Dit går jag inte av mig själv.
fetch-not-kept = Det här är inte hämtat förut: { $address }
fetch-join-nothing = Det kom inga siffror.
fetch-join-other = Svarets delar har olika variabler och går inte att lägga ihop.
fetch-join-changed = Tabellen ändrades medan den hämtades ({ $about }).
fetch-hint-network = Är du uppkopplad? Med --offline läses det som hämtats förut.
fetch-hint-certificate = Det kan vara verksamhetens egen granskning av trafiken. Be it-avdelningen lägga dess certifikat bland datorns egna; jag litar på samma som datorn.
fetch-hint-proxy = Proxyn står i HTTPS_PROXY, till exempel http://proxy.kommun.se:8080.
fetch-hint-narrow = Välj färre år eller färre värden.
fetch-hint-again = Försök igen om en stund. Det som redan kommit hämtas inte en gång till.
fetch-hint-not-found = Stämmer namnet? Sök med till exempel `samtal fetch scb search trygghet`.
fetch-hint-page = Adressen kanske är en sida för webbläsare, eller så visar nätverket en egen inloggningssida.
fetch-hint-online = Hämta en gång utan --offline.
fetch-no-variable = Tabellen har ingen variabel "{ $said }". Den har { $known }.
fetch-no-value = { $variable } har inget värde "{ $said }". Det finns { $near }.
fetch-no-place = { $name } finns inte i tabellen.
fetch-no-years = Tabellen har inga år att välja bland.
fetch-not-those-years = Tabellen har inte de åren. Den har { $known }.
fetch-unlisted = { $variable } har fler värden än servern räknar upp. Säg vilka, med --where.
fetch-too-much = Det skulle bli { $pieces } frågor. Välj färre år eller färre värden.
fetch-starter-source = Kolada, nyckeltal { $kpis }, hämtat { $day }
fetch-women = kvinnor
fetch-men = män

## The command

cli-fetch-about = Hämta tabeller hos dem som ger ut dem: SCB, andra PxWeb, Kolada
cli-fetch-scb-about = SCB: sök en tabell, se vad den har, hämta siffror ur den
cli-fetch-pxweb-about = En annan server med PxWeb, till exempel Folkhälsomyndighetens
cli-fetch-kolada-about = Kolada: sök nyckeltal, hämta dem för en kommun
cli-fetch-starter-about = Nyckeltal om barn och unga som färdiga diagram i ett samtal
cli-fetch-scb-arg-words = En tabell (TAB6471), eller search och ord att söka på
cli-fetch-pxweb-arg-words = En tabell eller nivå, eller search och ord att söka på
cli-fetch-pxweb-arg-url = Serverns adress, med version och språk som servern har den
cli-fetch-kolada-arg-words = Nyckeltal (N15428), eller search och ord att söka på
cli-fetch-arg-where = Bara de här värdena: "kön=flickor,pojkar", "ålder=13-15". Kan sägas flera gånger
cli-fetch-arg-years = Vilka år: 2015-2024, 2020-, 2019,2022
cli-fetch-arg-municipality = Kommunens namn eller kod
cli-fetch-scb-arg-municipality = Kommunens namn eller kod; flera med komma emellan
cli-fetch-pxweb-arg-municipality = Kommunens namn eller kod; flera med komma emellan
cli-fetch-kolada-arg-municipality = Kommunens namn eller kod; flera med komma emellan, Riket för hela landet
cli-fetch-arg-all = Hela tabellen, utan att välja
cli-fetch-arg-output = Skriv den i en fil
cli-fetch-arg-chart = Rita den som diagram
cli-fetch-arg-session = Lägg den som diagram i ett samtal som inte börjat
cli-fetch-starter-arg-session = Lägg diagrammen i det här samtalet (annars i ett nytt)
cli-fetch-starter-arg-theme = Tema: unga, skola, fritid, hemma eller små barn
cli-fetch-arg-offline = Fråga ingen: läs det som hämtats förut
cli-fetch-arg-fresh = Fråga även om svaret redan hämtats
cli-fetch-arg-server = En annan adress till samma tjänst, om den har flyttat

fetch-asking = Frågar { $host } … (Ctrl+C avbryter)
fetch-waiting = { $host } vill vänta { $seconds } s … (Ctrl+C avbryter)
fetch-of = { $done } av { $all }
fetch-no-address = "{ $said }" är ingen adress till en server.
fetch-no-address-hint = En adress är till exempel https://api.scb.se/OV0104/v1/doris/sv/ssd, utan namn och lösenord.
fetch-no-municipality = Jag känner ingen kommun som heter "{ $said }".
fetch-near = Menar du { $names }?
fetch-years = "{ $said }" är inga år som jag förstår. Säg 2015-2024, 2020- eller 2019,2022.
fetch-where = "{ $said }" är inget val. Säg variabel=värde, till exempel kön=flickor.
fetch-no-kpi = "{ $said }" är inget nyckeltal. De har en bokstav och fem siffror, som N15428.
fetch-no-kpi-hint = Sök med `samtal fetch kolada search trygg`.
fetch-which-municipality = Säg vilken kommun: --municipality Haninge
fetch-no-theme = Det finns inget tema "{ $said }". Det finns { $names }.
fetch-found-nothing = Inget hittat. Pröva ett kortare ord.
fetch-found = { $count ->
    [one] En träff.
   *[other] { $count } träffar.
}
fetch-found-kpis = { $count ->
    [one] Ett nyckeltal.
   *[other] { $count } nyckeltal.
}
fetch-found-more = De { $shown } första av { $all }. Sök på fler ord för att få färre.
fetch-look = Se vad en av dem har: { $command } NAMN
fetch-look-kpi = Hämta: samtal fetch kolada { $id } --municipality Haninge --chart
fetch-values = { $count ->
    [one] ett värde
   *[other] { $count } värden
}
fetch-values-unknown = fler värden än servern räknar upp
fetch-may-go = . Utelämnad: allt sammantaget
fetch-choose = Välj, till exempel { $example } --chart. Eller --all för allt.
fetch-came = { $source }. { $count ->
    [one] Ett värde
   *[other] { $shown } värden
}, { $pieces ->
    [one] i ett svar
   *[other] i { $pieces } svar
}.
fetch-age = { $days ->
    [0] Hämtat i dag { $time }.
    [1] Hämtat i går ({ $day } { $time }).
   *[other] Hämtat för { $days } dagar sedan ({ $day } { $time }).
}
fetch-lies = Den ligger i { $path }
fetch-next = Se vad den har: samtal data { $path }
fetch-no-chart = Av den här tabellen går det inte att göra ett diagram utan att välja.
fetch-cited = { $source }, hämtat { $day }
fetch-began = Samtalet har börjat. Diagram läggs till innan.
fetch-full = Samtalet har inte plats för fler diagram.
fetch-added = Tillagt i { $path }
fetch-many = Nu är det { $count } diagram. Ett samtal hinner med högst { $most }.
fetch-starter-none = Inga siffror för { $name }: { $title }
fetch-starter-made = Ett nytt samtal: { $path }
