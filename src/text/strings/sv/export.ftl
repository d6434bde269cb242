# Passing a session on, in Swedish.

cli-export-about = Skriv ett samtal i en annan form: md, txt, html, csv, json, ics
cli-export-arg-format = Formen: md, txt, html, csv, json eller ics (annars filens ändelse)
cli-export-arg-output = Filen att skriva (annars rakt ut)
cli-export-arg-with-perspectives = Ta med vilka perspektiv som sagt vad
cli-export-arg-tags = Skriv en fil `tags` bredvid, så att `less -t S1` hoppar rätt
cli-show-arg-only = Bara en sorts anteckningar: "nästa steg", förvånar, … (flera går bra)
cli-show-arg-since = Bara det som sagts sedan dess: 10:05, eller ett datum

export-id = id
export-day = dag
export-time = tid
export-kind = slag
export-stage = punkt
export-chart = diagram
export-who = vem
export-text = text
export-when = när
export-status = läge
export-why = varför
export-from = ur
export-perspective = perspektiv
export-open = öppet
export-as-text = Diagrammet som text
export-again = Titta igen: { $step }
export-which = Vilken form? Säg --format md, txt, html, csv, json eller ics, eller ge filen en sådan ändelse.
export-not-over = En fil som slutar på .ron är ett samtal, och skrivs inte över.
export-tags-where = --tags hör ihop med --format txt och -o FIL.
export-personal = Se över { $id } innan du skickar: där står { $kind }.
export-undated = { $id } har ingen fast dag ("{ $when }") och står inte i kalendern.
export-bad-time = "{ $time }" är ingen tid. Skriv 10:05, 2026-11-17 eller "2026-11-17 10:05".
export-bad-tag = "{ $tag }" är inget slag av anteckning. Det finns: { $all }.
