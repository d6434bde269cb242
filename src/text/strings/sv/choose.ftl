# Att välja ett diagrams värden ur en fil, på svenska.

## Varför det inte blir något diagram

choose-no-column = Det finns ingen kolumn "{ $asked }". Det finns: { $names }.
choose-many-columns = "{ $asked }" passar på flera kolumner: { $names }. Skriv lite mer av den du menar.
choose-no-label = "{ $column }" har inget "{ $asked }". Där finns bland annat: { $names }.
choose-many-labels = "{ $asked }" passar på flera i "{ $column }": { $names }. Skriv lite mer av det du menar.
choose-nothing = Säg vad som löper längs axeln och vilket värde som ritas.
choose-twice = "{ $column }" är vald till två saker. Välj en annan kolumn till den ena.
choose-two-groupings = Flera värden står redan bredvid varandra som grupper. Välj ett värde, eller låt gruppen vara.
choose-no-rows = Ingen rad passar alla filter på en gång. Ta bort något av dem.
choose-no-numbers = Det finns inget tal i "{ $column }" på de rader som valts.
choose-several-rows = Flera rader hamnar på "{ $at }" (rad { $first } och { $second } är två av dem).
choose-several = Flera värden hamnar på "{ $at }".
choose-several-differ = De skiljer sig i: { $names }. Filtrera där, eller säg att de ska läggas ihop eller att deras medel ritas.
choose-several-same = De skiljer sig bara i tal. Säg att de ska läggas ihop, eller att deras medel ritas.
choose-total = "{ $label }" i "{ $column }" är en summa och skulle läggas ihop med sina egna delar. Filtrera "{ $column }" till summan eller till delarna.
choose-places = "{ $column }" har flera platser. Ett samtal utforskar det egna och jämför inte med andra. Välj en, eller be om jämförelsen.
choose-long = "{ $column }" har fler än { $most } olika värden. Välj några av dem med ett filter.
choose-wide = "{ $column }" har fler än { $most } olika värden. Det är för många till grupper.
choose-no-occasion = Det finns inget "{ $asked }" att jämföra före och efter med. Det finns: { $names }.
choose-no-occasions = Före och efter behöver två grupper eller två kolumner med värden.
choose-no-survey = Filen är en publicerad tabell. Andelar av svar görs av filer med en rad per person.
choose-left = Läsningen avbröts.

## Vad som sägs om ett diagram

choose-rows = { $count ->
    [one] En rad av { $all } ligger bakom diagrammet.
   *[other] { $kept } rader av { $all } ligger bakom diagrammet.
}
choose-sums = Varje värde är en summa av upp till { $most } rader.
choose-means = Varje värde är ett medel av upp till { $most } rader som alla väger lika.
choose-missing-within = { $count ->
    [one] Ett värde saknas
   *[other] { $shown } värden saknas
} i det som lagts ihop ({ $marks }). Det som saknas är utelämnat och räknas inte som noll.
choose-blank-mark = tomt
choose-blank = { $count ->
    [one] En rad säger
   *[other] { $shown } rader säger
} ingenting i "{ $column }". De kan vara summor av de andra.
choose-unit-rows = rader
choose-partial = { $count ->
    [one] ett värde okänt
   *[other] { $shown } värden okända
}
choose-uncertain = ingen säkerställd skillnad
choose-updated = { $source }, uppdaterad { $updated }

## samtal diagram, samtal data lägg-till, samtal data uppdatera

cli-chart-about = Rita ett diagram ur en fil; utan val säg vad som går att välja
cli-arg-data = Filen: CSV, Excel, OpenDocument, PC-Axis, JSON-stat, PxWeb, Kolada eller Skolverket
cli-arg-x = Det som löper längs axeln
cli-arg-y = Värdet; flera står bredvid varandra, eller längs axeln där --x saknas
cli-arg-count = Räkna raderna i stället för att rita ett värde
cli-arg-item = En fråga i en enkät med en rad per person: andelar av svaren; flera står sida vid sida
cli-arg-answer = Ett svar, en gång till för nästa: ordningen från ena änden till den andra
cli-arg-own = Filen är vår egen: små antal personer döljs
cli-arg-published = Någon har publicerat filen: små antal står som de är
cli-arg-group = Det som blir grupper, eller linjer
cli-arg-where- = Vilka rader som räknas; en gång till för ett värde till i kolumnen, `*` för alla
cli-arg-fold = Vad flera rader på samma plats blir: only (det ska vara en), sum (läggs ihop) eller mean (medel)
cli-arg-n = Kolumnen som säger hur många som svarat
cli-arg-shape = bars (staplar) eller series (linje), där filen inte säger det
cli-arg-before = Före och efter: gruppen eller kolumnen som är före
cli-arg-after = Den som är efter
cli-arg-compare = Låt flera kommuner stå bredvid varandra
cli-arg-title = Rubriken
cli-arg-unit = Vad ett värde är: "andel %"
cli-arg-say = En mening att säga högt
cli-arg-caveat = Vad man ska ha i minnet om siffrorna
cli-arg-source = Vem som publicerat, där filen inte säger det bra
cli-arg-remark = Ett ord om en rad: "Sover gott=ingen säkerställd skillnad"
cli-arg-kind = measure (mäta), explore (utforska, som ett samtal gör) eller follow-up (följa upp)
cli-arg-width = Hur brett, i kolumner
cli-data-add-about = Lägg ett diagram ur en fil i ett samtal
cli-data-refresh-about = Läs filerna bakom ett samtals diagram igen, fråga igen efter det som hämtats, och visa vad som ändrats innan det gäller
cli-data-refresh-arg-server = En annan adress till samma tjänst, om den har flyttat
cli-data-refresh-arg-fresh = Fråga även om svaret redan hämtats
cli-data-refresh-arg-offline = Fråga ingen: läs det som hämtats förut
cli-arg-session = Ett samtals fil, eller en del av namnet
cli-arg-yes = Ta emot det som ändrats utan att fråga

cli-chart-verb = diagram
cli-chart-reading = Läser, { $percent } %
cli-chart-several-hint = --where "{ $column }=…" behåller en av dem. --fold sum lägger ihop, --fold mean ritar medlet.
cli-chart-fold-hint = --fold sum lägger ihop, --fold mean ritar medlet.
cli-chart-places-hint = --where "{ $column }=…" väljer den egna. --where "{ $column }=*" tar alla tillsammans. --compare låter dem stå bredvid varandra.
cli-chart-total-hint = --where "{ $column }={ $label }" tar summan.
cli-chart-nothing-hint = Utan --x och --y berättar kommandot vad som går att välja.
cli-chart-remark = "{ $text }" är inget ord om en rad. Skriv --remark "RAD=ORD", med namnet på en rad i diagrammet.
cli-chart-where = "{ $text }" är inget filter. Skriv --where "KOLUMN=VÄRDE".
cli-chart-offer = { $file }: det här går att välja.
cli-chart-axes = Till axeln (--x), grupper (--group) eller ett filter (--where):
cli-chart-places = Platser, för att välja den egna (--where):
cli-chart-own = Olika på nästan varje rad, bäst till ett filter (--where):
cli-chart-values = Värden (--y):
cli-chart-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
cli-chart-over = över { $count }
cli-chart-example = Till exempel:
cli-add-nothing = Säg vad diagrammet visar, med --x och --y.
cli-add-nothing-hint = `samtal diagram "{ $file }"` berättar vad som går att välja och ger ett exempel.
cli-add-full = Samtalet har så många diagram som går att numrera.
cli-added = { $id } "{ $title }" ligger i { $path }.
cli-add-many = Det blir { $count } diagram. En grupp hinner ta in upp till { $most }, ganska fort.
cli-refresh-none = inget
cli-refresh-failed = { $id } gick inte att läsa igen: { $why }
cli-refresh-nothing = Inget diagram i samtalet är valt ur en fil eller hämtat.
cli-refresh-nothing-hint = `samtal data lagg-till` väljer ett, och sedan går det att läsa igen.
cli-refresh-same = { $id } { $title }: samma värden.
cli-refresh-changed = { $id } { $title }: { $count ->
    [one] ett värde har ändrats
   *[other] { $count } värden har ändrats
}.
cli-refresh-began = Samtalet har börjat. Det som visats står kvar som det visades.
cli-refresh-yes = Inget är ändrat än. Med --yes blir det det.
cli-refresh-ask = Ta emot det här? (j/n)
cli-refresh-left = Inget är ändrat.
cli-refreshed = { $count ->
    [one] Ett diagram har sina nya värden.
   *[other] { $count } diagram har sina nya värden.
}
