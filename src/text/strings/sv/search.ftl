# Looking for words in every session, and a whole series on a page, in Swedish.

cli-search-about = Sök ord i alla samtal; en rad per träff: samtal:id: text
cli-search-arg-words = Orden; alla ska finnas i anteckningen
cli-search-arg-fuzzy = Bokstäverna i ett ord behöver bara komma i ordning
cli-search-arg-plain = Räkna å och ä som a, och ö som o
cli-search-arg-tag = Bara ett slag av anteckning: "nästa steg", förvånar, …
cli-search-arg-series = Bara en series samtal
cli-search-arg-voice = Bara det ett perspektiv sagt
cli-search-arg-since = Bara från och med en dag, som 2026-11-17
cli-search-arg-until = Bara till och med en dag
cli-search-arg-open = Bara det som är öppet: steg, data vi vill se, vem mer
cli-show-arg-series = En hel serie: vad vi sa, vad som blev av, vad som inte blev av

search-reading = Samtalen läses in, { $done } av { $of }
search-nothing = Inget hittades.
search-what = Vad ska sökas? Skriv ett ord, eller välj med --tag, --series, --voice eller --open.
series-report = SERIE
series-counts = { $sessions } samtal. { $steps } nästa steg: { $done } klara, { $ongoing } pågår, { $open } öppna, { $dropped } blev inte av.
series-said = VAD VI TOG MED OSS
series-came-about = DET HÄR BLEV AV
series-did-not = DET HÄR BLEV INTE AV
series-still-open = DET HÄR ÄR ÖPPET
series-why-not = Varför blev det inte av? Det står inte för
series-no-sessions = Inget samtal hör till serien ”{ $name }”.

view-search-title = Sök i alla samtal
view-search-how = Skriv ord. De ska alla finnas i anteckningen, och de nyaste samtalen kommer först.
view-search-filters = Smalna av: { $filters }
view-search-nothing = Inget hittades. Ett ord mindre, eller ungefär: som tar bokstäver i ordning.
view-search-count = { $count ->
    [one] en träff
   *[other] { $count } träffar
}
view-search-going = söker, { $done } av { $of }
view-search-enough = de första { $count }; ett ord till smalnar av
key-search-read = läs
search-filters = tagg:idé  serie:skola  röst:fritid  från:2026-10-01  till:2026-12-24  öppna:  enkelt:  ungefär:
