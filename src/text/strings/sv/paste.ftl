# Text som klistras in eller skrivs som rader till ett diagram.

paste-split-tab = tabbar, som i ett kalkylblad
paste-split-semicolon = semikolon
paste-split-bar = lodstreck
paste-split-gaps = två mellanslag eller fler
paste-split-comma = komma
paste-split-words = talen sist på raden
paste-split-turns = varannan rad etikett, varannan tal
paste-split-blocks = först alla etiketter, sedan alla tal

paste-rule = en linje
paste-title = rubrik
paste-heading = kolumnnamn
paste-row = rad { $row }
paste-part = hör till rad { $row }
paste-no-value = inget tal, ritas inte
paste-over = för långt, ritas inte

paste-two-ways = { $count ->
    [one] Ett tal kan läsas på två sätt. Jag läste tecknet som decimaler.
   *[other] { $count } tal kan läsas på två sätt. Jag läste tecknet som decimaler.
 }
paste-unread = Rad { $line }: ”{ $words }” är inget tal. Det står som saknat, med orden som skäl.
paste-unread-more = { $count ->
    [one] Ett till är inget tal och står som saknat.
   *[other] { $count } till är inga tal och står som saknade.
 }
paste-beside = { $count ->
    [one] Kolumnen { $names } ritas inte.
   *[other] Kolumnerna { $names } ritas inte.
 }
paste-left-out = { $count ->
    [one] En rad har inget tal och ritas inte.
   *[other] { $count } rader har inget tal och ritas inte.
 }
paste-left-over = { $count ->
    [one] En rad får inte plats i ett diagram.
   *[other] { $count } rader får inte plats i ett diagram.
 }

# Skärmen som gör ett diagram av data.

data-title = Nytt diagram
data-step = Steg { $at } av { $of }: { $name }
data-step-lines = klistra in eller skriv
data-step-preview = så läste jag
data-step-choose = välj
data-step-words = ord
data-step-saved = sparat

data-lines-how = Klistra in celler från ett kalkylblad, en bild eller en PDF, eller skriv rader: åk 9; 81. Släpp en fil här, eller skriv dess namn. En tom rad går vidare.
data-lines-file = Enter på tom rad: tillbaka till { $file }.
data-lines-chart = Här syns diagrammet medan du skriver.
data-no-values-yet = Det finns inget tal att rita än. Skriv en rad som: åk 9; 81
data-no-title-yet = Ge diagrammet en rubrik: vad visas, för vilka?
data-no-chart-yet = Inget diagram än.
data-leaving = Raderna är inte sparade. Esc en gång till lämnar dem.
data-started = Samtalet har börjat, så det som visas ligger fast. Lägg till diagram före start, eller gör ett nytt samtal med samtal ny.
data-too-many = Numren på diagram är slut. Ta bort något diagram i samtalets fil först.
data-still-reading = Filen läses fortfarande. Vänta lite, eller Esc för att lämna den.
data-reading = Läser { $file } …
data-reading-so-far = Läser { $file } … { $at } av { $of } MB. Esc lämnar.
data-saved = { $id } sparat i { $session }. Enter: ett diagram till. Esc: klar.

data-preview-file = Så läste jag { $file }
data-set-sheet = Blad
data-set-table = Tabell
data-set-language = Språk
data-set-headings = Rubrikrad
data-set-separator = Mellan fält
data-set-decimal = Decimaler
data-set-encoding = Kodning
data-set-split = Mellan celler
data-set-found = { $value } (hittat)
data-set-wished = { $value } (valt av dig)
data-set-no-headings = inga
data-set-first-row = första raden
data-set-row = rad { $row }
data-set-no-decimals = inga
data-sign-semicolon = semikolon ;
data-sign-comma = komma ,
data-sign-point = punkt .
data-sign-tab = tabb
data-sign-bar = lodstreck |

data-row-axis = Längs axeln
data-row-value = Värdet
data-row-group = Grupper
data-row-fold = Flera rader
data-row-shape = Diagram
data-row-compare = Jämföra
data-pick-columns = kolumnerna
data-pick-answers = svaren
data-pick-none = inga
data-pick-rows = antal rader
data-pick-shares = andelar av svaren i { $item }
data-pick-only = det ska bara finnas en
data-pick-sum = läggs ihop
data-pick-mean = medelvärde
data-pick-auto = som det passar
data-pick-bars = staplar
data-pick-series = över tid
data-pick-before-after = före och efter: { $before }, { $after }
data-pick-compare-off = nej, vi utforskar det egna
data-pick-compare-on = ja, flera platser bredvid varandra
data-pick-all = alla
data-pick-asked = välj först
data-ask-place = { $field }: vilken är er?
data-ask-place-next = Härnäst väljer du { $field }. Sedan syns diagrammet här.
data-ask-place-how = Här kommer diagrammet när ni har valt { $field }. Skriv början av namnet. Enter väljer.
data-eased = Ändrat, så att det blir ett diagram: { $rows }
data-never = Ritas aldrig: { $names }. Där står vem någon är, eller vad de skrivit själva.
data-own = Bara som filter: { $names }. Nästan varje rad har ett eget värde där.
data-found = { $count } av { $of }
data-found-none = Inget passar. Backsteg tar bort bokstäver.

data-word-title = Rubrik
data-word-unit = Enhet
data-word-say = Säg
data-word-purpose = Slags data
data-word-caveat = Tänk på
data-word-source = Källa
data-word-empty = –
data-purpose-measure = för att mäta
data-purpose-explore = för att utforska
data-purpose-follow-up = för att följa upp
data-hint-title = Vad visas, för vilka? ”Trivs i skolan, åk 9”
data-hint-unit = Vad är ett värde? ”andel %”, ”elever”
data-hint-say = En mening att säga högt. Lämnas den tom säger diagrammet det högsta och lägsta.
data-hint-caveat = Vad behöver gruppen veta om siffrorna? Får vara tomt.
data-hint-source = Vem har tagit fram siffrorna, och när?
data-hint-measure = Jämförbart och systematiskt, under lång tid. Kan publiceras.
data-hint-explore = Får vara i delar, ska väcka frågor. Inte för jämförelse med andra. Passar bäst i ett samtal.
data-hint-follow-up = Om något ni har beslutat, så länge det pågår.

data-key-on = går vidare
data-key-line = tar raden
data-key-more = ett till
data-key-done = klar
data-key-takes = väljer
data-key-back = tillbaka
data-key-list = söker
data-key-mark = markerar flera
data-key-last = ändrar raden före
