# The report floor, in Swedish: the minutes.

report-dialogue = SAMTAL
report-working-material = Arbetsmaterial
report-notice = Obs
report-purpose = Syfte
report-day = { $weekday } v{ $week }
report-ended = { $day }, { $from }-{ $to }. { $how }
report-on-time = Slutade i tid.
report-early = Slutade { $minutes } min före { $end }.
report-late = Slutade { $minutes } min efter { $end }.
report-running = { $day }, från { $from }. Pågår { $now }: { $stage }. Slutar { $end }.
report-planned = { $day } { $from }, { $minutes } minuter. Inte börjat.
report-not-begun = Inte börjat. { $minutes } minuter.
report-perspectives = { $count } perspektiv
report-participants = { $count ->
    [one] 1 deltagare
   *[other] { $count } deltagare
}
report-notes = { $count ->
    [one] 1 anteckning
   *[other] { $count } anteckningar
}
report-steps = { $count } nästa steg

## Headings: the same every time, in this order

report-heading-steps = NÄSTA STEG
report-heading-take = VAD TAR VI MED OSS
report-heading-reflection = REFLEKTIONER
report-heading-surprise = VAD FÖRVÅNAR, VAD ÄR VI NYFIKNA PÅ, IDÉER
report-heading-missing = DATA VI VILL SE, VEM MER
report-heading-see = VAD SER VI, DIAGRAM FÖR DIAGRAM
report-heading-left = PARKERAT, EJ NÅTT, ATT FYLLA I
report-heading-words = SAGT UNDER ORDEN
report-word-unsaid = Det talade ingen om.
report-heading-times = TIDER
report-heading-room = I RUMMET
report-heading-method = METOD OCH KÄLLOR

## Under the headings

report-nothing = Inget antecknat.
report-no-steps = Inga nästa steg.
report-who = vem?
report-when = när?
report-from = ur { $notes }
report-ongoing = pågår
report-done = klart
report-dropped = blev inte av
report-steps-from = Nästa steg från { $date }: { $title }
report-steps-of = Nästa steg: { $title }
report-surprises = Förvånar
report-wonders = Nyfiken på
report-ideas = Idéer
report-want-data = Data vi vill se
report-who-more = Vem mer?
report-no-chart = Utan diagram
report-data-error = Fel i data? { $words }
report-settled = upptaget
report-not-reached = Ej nått
report-skipped = Hoppades över
report-to-fill-in = Att fylla i (@@)
report-nobody-yet = Steg utan vem
report-inbox = Ur chatten, inte läst
report-nothing-left = Inget kvar.
report-began = start
report-stage = punkt
report-wish = önskat
report-plan = plan
report-actual = blev
report-sum = summa
report-runs = pågår
report-was-skipped = hoppades över
report-was-not-reached = ej nått
report-pauses = Pauser
report-end-moved = Slutet flyttades till
report-no-agenda = Ingen agenda.
report-no-room = Inga deltagare är angivna.
report-without-perspectives = Vem som sa vad står inte här. Nästa steg har alltid vem.
report-perspectives-are = Perspektiv
report-theme = Tema
report-goal = Mål
report-why-now = Varför nu
report-series = Serie
report-principles = Principer
report-method = Metod
report-method-is = Datadriven dialog. Vi tittar på data tillsammans, säger vad vi ser utan att värdera, lyfter det som förvånar och slutar med vem som gör vad.
report-source = Källa { $charts }

## The prompt of less: ASCII, and no `? : . %`, which mean more to it than words.

report-less-prompt = /S1 hittar  /^== rubriker  n vidare  q tillbaka
