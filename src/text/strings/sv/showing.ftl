# Showing a chart beyond the plain drawing, in Swedish: the other side, guesses, voices, what lies behind.

## The other side of a share

chart-turned = { $words } (vänt: { $title })
chart-flip-odd = Diagrammet har ord för andra sidan (flip) men går inte att vända. { $why }
chart-healthy-odd = Svar är valda (healthy), men de hör till en skala som vänds eller gissas. Skriv också flip eller guess, eller ta bort dem.
chart-turn-no-words = Ingen har skrivit vad resten heter. Skriv det i filen: flip: "på plats".
chart-turn-no-values = Här finns ingen andel att vända.
chart-turn-no-share = Bara andelar i procent går att vända.
chart-turn-outside = "{ $label }" ligger inte mellan 0 och 100, så det finns ingen rest.
chart-turn-parts = Delarna är en helhet. Skriv dem som answers, och ena sidan som healthy.
chart-turn-no-side = Ingen har valt vilka svar som hör ihop. Skriv dem i filen som healthy.
chart-turn-no-answer = Skalan har inget svar som heter "{ $answer }".
chart-turn-not-whole = Svaren för "{ $label }" blir inte 100 tillsammans. Då är de inte delar av en helhet.

## Guessing before the values are shown

chart-covered = Gissa innan vi visar.
chart-guess-odd = Diagrammet är märkt för gissning (guess) men går inte att gissa om. { $why }
chart-guess-not-marked = Diagrammet är inte märkt för gissning. Skriv guess: true i filen.
chart-guess-no-values = Här finns inget värde att gissa.
chart-guess-no-row = Det finns ingen rad som heter "{ $label }".
chart-guess-no-side = Välj vilka svar som gissningen gäller, med healthy.
chart-guesses = { $n ->
    [one] 1 gissning
   *[other] { $n } gissningar
}
chart-guesses-few = { $count }, för få för spridning
chart-guesses-spread = { $count }, { $ends }, mitten { $middle }
chart-answer-of = { $value } ({ $label })
chart-surprise = gissat { $guess }, blev { $answer }
chart-surprise-few = det blev { $answer }

## Voices

chart-quote = ”{ $quote }”
chart-quote-from = { $quote } säger { $from }.
chart-no-quote = Citatet är tomt.
chart-apart = { $one } "{ $first }" och { $other } "{ $second }" bygger på samma fråga: drar man den ena från den andra syns en grupp som är så liten att den annars döljs; visa bara en av dem.
chart-no-from = Det står inte vem som talar. Skriv ett perspektiv eller en ålder, inget namn: from: "elev i åk 8".

## Behind the number

chart-about = ungefär { $some } av { $all }
behind-title = Bakom siffran
behind-source = Källa
behind-no-source = Ingen har skrivit varifrån siffrorna kommer.
behind-read = Läst
behind-file = Ur { $file }, tills första steget börjar.
behind-recipe = Ur { $file }.
behind-fetched = Hämtat från { $service } { $day }: { $indicators } för { $place }.
behind-recipe-read = Ur { $file }, läst { $day }.
behind-values-of = Värden: { $columns }.
behind-sums-of = Summor av { $columns }.
behind-means-of = Medelvärden av { $columns }.
behind-rows-counted = Antal rader.
behind-shares-of = Andelar av svaren: { $items }.
behind-only = Bara { $column }: { $labels }.
behind-values = Värden
behind-covered = Dolda tills ni har gissat.
behind-n = Antal
behind-no-n = Ingen har skrivit hur många som svarade eller räknades.
behind-missing = Saknas
behind-none-missing = Inga värden saknas.
behind-gaps = { $some } av { $all } värden: { $why }
behind-no-reason = skäl inte skrivet
behind-missing-said = Saknas: { $gaps }.
behind-caveat = Tänk på
behind-not-in = Syns inte
behind-no-not-in = Vilka syns inte här? Ingen har skrivit det.
behind-not-in-said = Syns inte: { $text }
behind-kind = Slag
behind-kind-measure = Går att jämföra och följa över lång tid. Det är mer till för styrning än för samtal, men det går att samtala om.
behind-kind-explore = Får vara i bitar. Det ska väcka frågor och behöver inte vara perfekt. Inte till för att jämföra med andra.
behind-kind-follow-up = Visar om något som är bestämt blir av, så länge det pågår. I samtalet är det en utgångspunkt, inget betyg.
behind-people = I antal

## In a list of what is wrong

format-chart = Diagram { $id }: { $problem }

## Keys

action-flip = Andra sidan av en andel, med ord från förberedelsen
key-flip = vänd
action-guess = Gissa innan vi visar
key-guess = gissa
action-behind = Bakom siffran: källa, antal, vad som saknas
key-behind = källa

## What the leading window answers

echo-turned = Vänt: { $words }.
echo-turned-back = Tillbaka på sidan som mättes.
echo-guesses-left = Gissningarna är glömda.
echo-surprise = Enter sparar förvåningen, Esc släpper den.
    .line = { "" }
echo-surprise-line = Utkast: { $words }. Skrivraden har redan ord, så du får skriva det själv.
prompt-guesses-wrong = Skriv gissningarna som tal: 60 70 55 80.
prompt-guesses-share = En andel ligger mellan 0 och 100.
prompt-guesses-large = Så stora tal går inte att gissa.
prompt-guesses-many = Fler än { $most } gissningar tar jag inte emot.
view-ask-guess = GISSA INNAN VI VISAR
    .line = Gissa innan vi visar.
view-ask-guess-how = skriv det som ropas: 60 70 55 80
    .line = Svara med det som ropas ut: 60 70 55 80. En tom rad visar värdena.
view-guess-hint = Gissa innan vi visar. { $guess } tar emot gissningar, { $show } visar.
view-guessed = { $spread }. Det blev { $answer }.
view-key-shows = visar
view-key-counts = räknar
