# The chart floor, in Swedish: charts in words, and what is odd about charts and tables.

## A table that could not be read

data-at = { $file }, rad { $line }, kolumn { $column }: { $what }
data-in = { $file }: { $what }
data-empty = Filen är tom.
data-too-large = Filen är större än { $most } MB. Ta bara med det som diagrammet ska visa.
data-not-text = Det här är ingen textfil. Öppna den i kalkylprogrammet och spara som CSV.
data-garbled = Tecknen går inte att läsa. Spara filen som CSV i UTF-8.
data-one-column = Det finns bara en kolumn. Skilj kolumnerna åt med semikolon, komma eller tabb.
data-many-rows = Tabellen har fler än { $most } rader. Ta bara med det som diagrammet ska visa.
data-many-measures = Tabellen har fler än { $most } kolumner. Ta bara med det som diagrammet ska visa.
data-no-rows = Det finns rubriker men inga rader under dem.
data-fields = Raden har { $found } fält och rubrikraden { $expected }. Filen ska börja med rubrikraden, och text med skiljetecken i ska stå inom citattecken.
data-no-label = Raden har värden men inget namn i första kolumnen.
data-not-a-number = "{ $text }" är inget tal. Alla kolumner utom den första ska vara tal. Skriv två punkter (..) där uppgiften saknas.
data-ambiguous = "{ $text }" kan läsas på två sätt, med tusental eller med decimaler. Skriv tusental utan tecken emellan, och decimaler med en nolla till på slutet.
data-quotes = Ett citattecken öppnas här men stängs inte.
data-measures = Diagrammet har plats för { $needed ->
    [one] en kolumn
   *[other] { $needed } kolumner
} med värden och tabellen har { $found }.
data-no-values = Diagrammet är ett kort eller en bild och tar inga värden ur en fil.
data-there = { $file }, vid { $place }: { $what }
data-dimensions = Tabellen har { $found } dimensioner. Ett diagram går längs en.
data-unknown = Jag känner inte igen formatet. Jag läser CSV, Excel, OpenDocument, PC-Axis, JSON-stat, PxWeb, Kolada och Skolverket.
data-many-cells = Tabellen har fler än { $most } miljoner celler. Ta bara med det som diagrammet ska visa.
data-gave-up = Filen gick inte att läsa: { $words }
data-password = Arbetsboken är låst med lösenord. Ta bort lösenordet i kalkylprogrammet och spara igen.
data-damaged = Arbetsboken är skadad. Öppna den i kalkylprogrammet och spara den på nytt.
data-damaged-said = Arbetsboken är skadad. Öppna den i kalkylprogrammet och spara den på nytt. ({ $words })
data-large-workbook = Filen är större än { $most } MB. Spara den som xlsx eller CSV, så går den att läsa.
data-unpacked = Arbetsboken är liten men blir mer än { $most } MB när den packas upp. Så skriver inget kalkylprogram; jag läser den inte.
data-long-line = Raden är längre än en MB. Så skrivs ingen tabell; kanske är filen av ett annat slag.
data-many-columns = Tabellen har fler än { $most } kolumner. Kanske delas fälten på fel tecken; välj med --separator.
data-long-text = En cell i arbetsboken är längre än något kalkylprogram skriver. Jag läser den inte.
data-no-sheet = Det finns inget blad som heter "{ $asked }". Bladen är: { $sheets }.
data-no-sheets = Filen har inga blad att välja mellan.
data-wish-no-separator = Det är bara textfiler som har tecken mellan fälten att välja.
data-wish-no-decimal = I den här filen är talen redan tal; det finns inget decimaltecken att välja.
data-wish-no-encoding = Det är bara textfiler som har en kodning att välja.
data-wish-no-headings = Den här filen säger själv vad allt heter; det finns ingen rubrikrad att välja.
data-wish-no-languages = Filen har bara ett språk.
data-wish-no-tables = Filen har bara en tabell.
data-wish-encoding = Jag känner ingen kodning som heter "{ $name }". Pröva utf-8, windows-1252, utf-16le eller utf-16be.
data-wish-not-in = Filen är inte skriven i { $name }: det finns tecken som inte går att läsa så.
data-wish-separator = Det finns inget "{ $sign }" i filens början som kan skilja fälten åt.
data-wish-tab = Det finns ingen tabb i filens början som kan skilja fälten åt.
data-wish-headings = Det står ingenting på rad { $row } som kan vara rubriker.
data-wish-decimal = Inget tal i filen har "{ $sign }" före decimaler; talen är skrivna med "{ $other }".
data-wish-language = Filen har inte språket "{ $asked }". Den har: { $all }.
data-wish-table = Det finns ingen tabell som heter "{ $asked }". Tabellerna är: { $all }.
data-no-rows-in-sheets = Alla blad som syns är tomma.

## What is odd about a chart

chart-no-title = Rubrik saknas.
chart-no-source = Källa saknas.
chart-empty = Det finns inga värden.
chart-all-missing = Alla uppgifter saknas.
chart-twice = "{ $label }" står mer än en gång.
chart-many-rows = { $rows } rader är många att läsa på en skärm. Högst { $most } går bra.
chart-many-columns = { $columns } är många att hålla isär. Högst { $most } går bra.
chart-over-100 = Andelarna för "{ $label }" blir mer än 100.
chart-no-such-break = Brottet vid "{ $label }" finns inte bland raderna.
chart-share = En andel ska vara mellan 0 och 100.

## Charts in words

chart-missing = uppgift saknas
chart-n = n = { $n }
chart-not-read = Värdena läses ur { $file }.
chart-shown = Visas på annat håll: { $place }
chart-card = visas på annat håll
chart-picture = bild i ord
chart-purpose-measure = för att mäta
chart-purpose-explore = för att utforska
chart-purpose-follow-up = för att följa upp

chart-one = bara { $label } ({ $value })
chart-same = alla { $value }
chart-ends = högst { $high } ({ $most }), lägst { $low } ({ $least })
chart-steady = { $value } hela tiden, { $from } till { $to }
chart-course = från { $first } ({ $from }) till { $last } ({ $to })
chart-highest = högst { $label } ({ $value })
chart-lowest = lägst { $label } ({ $value })
chart-commonest = { $label }: vanligast är "{ $answer }" ({ $value }).
chart-change = { $label }: { $before } ({ $then }), { $after } ({ $now }).
chart-more = { $more ->
    [one] Och en rad till.
   *[other] Och { $more } rader till.
}
chart-break = Går inte att jämföra före och efter { $at }.
chart-break-why = Går inte att jämföra före och efter { $at }: { $why }.
chart-break-short = går inte att jämföra bakåt
chart-missing-row = { $label }: uppgift saknas
chart-missing-for = Uppgift saknas: { $labels }.
chart-hidden-for = Dolt: { $labels }.
chart-missing-many = Uppgift saknas för { $some } av { $all }.

## Pictures

chart-class = { $some } av { $all } i en klass
chart-class-said = I en klass på { $all } är det ungefär { $some } elever ({ $exact }).
chart-axes-up = Mår bra
chart-axes-down = Mår inte bra
chart-axes-left = Har det lugnt
chart-axes-right = Har det tufft
chart-axes-well-easy = Har det lugnt och mår bra
chart-axes-well-hard = Har det tufft och mår ändå bra
chart-axes-low-easy = Har det lugnt men mår inte bra
chart-axes-low-hard = Har det tufft och mår inte bra
chart-axes-said = Hur bra man mår och hur tufft man har det är två olika saker. Man kan ha det tufft och ändå må bra.

## En PC-Axis-fil som är trasig

data-px-statement = Här ska stå ett nyckelord, =, dess texter och ett semikolon. Filen är skadad; hämta den igen.
data-px-unclosed = Semikolonet efter det här saknas. Filen är skadad; hämta den igen.
data-px-mark-in-text = Ett citattecken står mitt i en text, eller så saknas komma eller semikolon efter det.
data-px-no-data = Filen slutar före DATA. Den beskriver en tabell men har inga siffror; hämta den igen.
data-px-no-variables = Filen nämner inga variabler: både STUB och HEADING saknas.
data-px-no-values = Variabeln "{ $name }" har inga värden: VALUES("{ $name }") saknas.
data-px-count = { $keyword } för "{ $name }" räknar upp { $found } och VALUES räknar upp { $expected }. En av dem är fel.
data-px-cells = Filen säger sig ha { $expected } celler och har { $found }.
data-px-not-a-number = "{ $text }" står bland siffrorna och är varken ett tal eller ett tecken för att något saknas.
data-px-key = "{ $text }" inleder en rad och finns inte bland variabelns värden.
data-px-key-twice = Filen har den här raden två gånger.

## En JSON-fil som är trasig eller inte är en tabell

data-json-form = Här håller inte formen för JSON. Filen är skadad; hämta den igen.
data-json-ends = Filen slutar mitt i. Hämta den igen.
data-json-web-page = Det här är en webbsida och ingen tabell. Kanske var adressen fel, eller så stod en inloggning i vägen.
data-json-no-table = Filen är JSON, men ingen tabell som jag känner till.
data-json-description = Filen beskriver en tabell men har inga siffror. Hämta dess data.
data-json-list = Filen är en lista över tabeller och har inga siffror. Hämta en av dem.
data-json-settings = Filen har en servers inställningar och inga siffror.
data-json-refused = Servern som tillfrågades sa nej: "{ $words }"
data-json-lacks = "{ $word }" saknas här, och utan det går tabellen inte att läsa.
data-json-count = Här finns { $found } och det ska vara { $expected }. Filen är skadad; hämta den igen.
data-json-index = En plats som nämns här finns inte i listan, eller står två gånger.
data-json-kind = Här ska stå något av annat slag: en text, ett tal eller en lista.
data-json-many-parts = Filen har fler än { $most } miljoner etiketter och namn. Ta bara med det som diagrammet ska visa.
data-json-no-rows = Svaret är tomt. Kanske är inget publicerat för det som efterfrågades.
data-json-twice = Samma cell står två gånger här med olika värden.
