# The format floor, in Swedish.

format-error = fel
format-warning = obs
format-help = tips

format-head-session = En dialog i samtal. Läs den med `samtal visa`. Du kan ändra här för hand när inget fönster har den öppen.
format-head-template = En mall för dialoger i samtal. Allt är ett förslag: byt ord, tider och frågor så att det passar er.

format-newer = Filen är skriven av en nyare samtal (version { $found }; den här läser till och med { $known }).
format-newer-hint = Uppdatera samtal, så går den att öppna. Filen är orörd.
format-no-version = Versionen ska vara ett heltal från 1. Här står { $found }.
format-no-version-hint = Skriv version: 1, eller stryk raden.

format-twice-stage = Två moment har samma id, { $name }.
format-twice-chart = Två diagram har samma id, { $name }.
format-twice-note = Två anteckningar har samma id, { $name }.
format-twice-key = Två deltagare har samma siffra, { $name }.
format-twice-tag = Anteckningar av slaget { $name } har två namn; det första gäller.
format-long-tag = "{ $words }" är längre än { $most } tecken och kortas av i ett smalt fönster.
format-long-tag-hint = Ett eller två korta ord räcker.
format-twice-hint = Ge den ena ett eget.
format-no-such-stage = Det finns inget moment { $name }.
format-no-such-chart = Det finns inget diagram { $name }.
format-no-such-note = Det finns ingen anteckning { $name }.
format-no-such-hint = Det går bra ändå, men hänvisningen leder ingenstans.
format-bad-id = { $id } går inte att använda som id.
format-bad-id-hint = Ett id är bokstäver, siffror och bindestreck, högst 64 tecken.

format-minutes = Minuterna för { $stage } går inte ihop: minst { $min }, gärna { $wish }, högst { $max }.
format-minutes-hint = Minst ska inte vara mer än gärna, och gärna inte mer än högst.
format-zone = Det finns ingen tidszon som heter { $name }.
format-zone-hint = Ett namn ser ut så här: "Europe/Stockholm".
format-language = samtal talar inte språket { $code }.
format-language-hint = Det finns "sv" och "en". Era egna texter visas som de står.
format-time = { $text } är ingen tid.
format-time-hint = Skriv så här: "2026-11-17T09:00:00+01:00", eller kortare: "2026-11-17 09:00".
format-number = { $text } är inget rimligt antal minuter.
format-empty = Filen är tom.
format-empty-hint = En session börjar med Session(title: "…", stages: […]).
format-no-stages = Det finns inga moment, så det finns ingen agenda att leda.
format-no-stages-hint = Lägg till minst ett: stages: [(title: "Dialog", minutes: 20)].
format-many-charts = { $count } diagram är mycket att ta in.
format-many-charts-hint = Tio till tolv brukar räcka gott. Alla visas om ni vill.
format-chart-wrong = Diagrammet { $chart } går inte ihop. På engelska: { $why }.
format-chart-quote = Ett `quote` är ett diagram för sig och har varken `values`, `shown` eller `picture`.
format-chart-from = `from` säger vem som talar i ett `quote`.
format-chart-shown = `shown` är till för ett diagram som visas någon annanstans. Det har inga `values`.
format-chart-picture = En `picture` har inga `values`.
format-chart-needs-values = Det behöver `values`, `shown`, `picture`, `quote` eller `source: Csv("fil.csv")`.
format-chart-breaks = `breaks` hör till `kind: Series`.
format-chart-before = `before` och `after` hör ihop, skriv båda.
format-chart-row-label = En rad börjar med sitt namn, som ("Åk 8", 81).
format-chart-row = En rad är ett namn och ett värde, som ("Åk 8", 81).
format-chart-list = I en lista av värden står tal, None och Missing("varför").
format-chart-row-tail = Efter värdena står bara hur många som svarat och ett ord. Flera värden skrivs inom [ ].
format-chart-occasion = Ett tillfälle är sitt namn, eller namnet och hur många som svarat, som ("september", 1500).
format-chart-exclude = `{ $one }` och `{ $other }` kan inte stå i samma diagram.
format-chart-not-with = `{ $field }` går inte ihop med `kind: { $kind }`.
format-chart-kind-needs = `kind: { $kind }` behöver `{ $field }`.
format-chart-columns = Raden ”{ $label }” har { $values ->
    [one] ett värde
   *[other] { $values } värden
}, men diagrammet har { $columns ->
    [one] en kolumn
   *[other] { $columns } kolumner
}.
format-chart-quoted-value = Skriv värdet { $value } utan citattecken och med punkt för decimaler.
format-other = Det här går inte att läsa. På engelska: { $why }.
format-too-long = Agendan får inte plats på { $slot } min: { $over } min för mycket även när varje steg är som kortast.
format-too-long-hint = Korta steg, ta bort något, eller gör mötet längre (slot). Samtalet går att leda ändå, med vägar ut på skärmen.
format-wishes-too-long = Önskad tid (wish) får inte plats på { $slot } min: { $over } min för mycket.
format-wishes-too-long-hint = Samtalet går att leda: stegen kortas, men aldrig under sitt minsta. Vill du slippa det, önska mindre eller gör mötet längre (slot).
format-timeline-by-hand = Tiderna för det som redan hänt går inte att ändra i filen. De står kvar som de var.
format-timeline-by-hand-hint = När dialogen slutade och när mötet måste sluta går bra att ändra.
format-id-by-hand = Dialogens id är ändrat i filen. Det gamla gäller.
format-source = { $chart } får inga värden: { $why }
format-note-time-by-hand = När { $id } sades går inte att ändra i filen. Tiden står kvar som den var.

format-no-field = Här finns inget fält som heter { $name }.
format-no-word = Här kan det inte stå { $name }.
format-did-you-mean = Menade du { $name }?
format-choices = Här kan det stå: { $names }.
format-missing = Fältet { $name } saknas.
format-field-twice = Fältet { $name } står två gånger.
format-struct-name = Här ska det stå { $expected }, inte { $found }.
format-want-text = Här ska det stå en text inom citattecken.
format-want-text-hint = Skriv så här: "text", med raka citattecken. Ett citattecken i texten skrivs \".
format-want-number = Här ska det stå ett tal.
format-want-minutes = Här ska det stå hela minuter, till exempel 10 eller (min: 10, wish: 20, max: 25).
format-want-texts = Här ska det stå en text, eller flera inom [ ].
format-not-a-chart-id = Ett diagrams id är bokstaven d och ett tal från 1, till exempel "d4".
format-not-a-note-id = En antecknings id är N, S, F, V eller P och ett tal, till exempel "N17".
format-unknown-language = samtal talar inte det språket.
format-unknown-language-hint = Det finns "sv" och "en".
format-escape = Ett omvänt snedstreck betyder något särskilt i en text.
format-escape-hint = Skriv två, \\, för ett. I sökvägar går det lika bra med /.
format-want-bool = Här ska det stå true eller false.
format-bounds = Talet är för stort eller för litet.
format-want-comma = Här saknas ett kommatecken eller en parentes.
format-want-comma-hint = Det ska stå efter värdet innan, ofta i slutet av raden ovanför.
format-want = Här ska det stå ”{ $sign }”.
format-want-end = Här saknas ”{ $sign }”.
format-open-text = En text saknar sitt sista citattecken.
format-eof = Filen tar slut för tidigt.
format-eof-hint = Någonstans saknas ett citattecken eller en parentes.
format-trailing = Det står något efter slutet.
format-open-comment = En kommentar med /* saknar sitt */.
format-odd-char = Tecknet { $sign } kan inte stå här.
