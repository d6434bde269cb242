# The view floor, in Swedish: what stands on the screen.

# Kinds of notes.
view-tag-see = vi ser
view-tag-see-more = vi ser mer
view-tag-data-error = fel i data?
view-tag-surprise = förvånar
view-tag-wonder = nyfiken på
view-tag-idea = idé
view-tag-want-data = data vi vill se
view-tag-who-more = vem mer?
view-tag-take = tar med oss
view-tag-reflection = reflektion
view-tag-next = nästa steg
view-tag-parked = parkerat
view-tag-inbox = ur chatten
view-tag-private = bara för dig

# Columns of notes, and the row that counts them.
view-column-see = VAD SER VI?
view-column-surprise = VAD FÖRVÅNAR?
view-column-next = NÄSTA STEG
view-count-see = ser
view-count-surprise = förvånar
view-count-next = nästa steg
view-noted = ANTECKNAT
view-empty-see = Här hamnar det ni ser.
view-empty-surprise = ! förvånar, ? nyfiken på, + idé
view-empty-own = Här hamnar det ni säger.
view-empty-next = > vem: vad, när
view-more = { $n } till
view-outside = { $n } till
view-saving = … sparas
view-not-saved = INTE SPARAD
view-step-who = vem?

# Pace, closing, early and late.
view-pace-on = i fas
view-pace-soon = { $n } min kvar
view-pace-soon-calm = snart slut
view-pace-about = runda av
view-pace-over = över
view-paused = pausat
view-closing-at = Börja avsluta { $at }
view-closing-in = Börja avsluta { $at }, om { $n } min
view-closing-seconds = Börja avsluta { $at }, om { $n } s
view-closing-now = Börja avsluta nu ({ $at })
view-ends = Slutar { $at }
view-ends-in = Slutar { $at }, om { $n } min
view-ended-at = Skulle sluta { $at }
view-ends-late = Räcker till { $real }, slutet var { $end }
view-ends-early = Slutar { $real }, det finns tid till { $end }
view-waiting = När du trycker mellanslag börjar tiden gå.
    .line = Tiden börjar gå när du startar.
view-starts = Börjar { $at }
view-starts-in = Börjar { $at }, om { $n } min
view-end-stands = Slutet { $end } står fast.
view-paused-end = Pausat. Slutet { $end } står fast.
view-late = { $late } sen
view-late-evened = { $late } sen, jämnas ut i dialogen
view-late-taken = { $late } sen, { $words }
view-early = { $early } före plan
view-as-planned = Enligt plan, slutar { $end }
view-taken-dialogue = { $n } min tas från dialogen
view-taken-stage = { $n } min tas från { $stage }
view-given-dialogue = dialogen får { $n } min till
view-form-alone = enskilt
view-form-leaving = till rummen
view-form-pair = par
view-form-all = alla
view-form-returning = tillbaka
view-form-up = klart

# The countdown.
view-unit-left = kvar av { $whole }
view-unit-left-plan = kvar av { $whole } (plan { $plan })
view-unit-over = över tiden
view-unit-to-start = till start
view-minutes-unit = min { $unit }
view-not-started = inte startat
view-space-starts = mellanslag börjar
view-stage-ends = slutar { $at }
view-stage-ended = skulle sluta { $at }
view-per-cent = { $n } %
view-week = v{ $n }
view-full-minutes = { $n } min
view-title-closed = slut

# The agenda.
view-agenda = AGENDA
view-agenda-plan = plan
view-agenda-now = nu
view-kept = { $n } min sparade till avslutet
view-short = { $n } min för lite för den här agendan.
view-ways = { $n ->
    [one] En väg:
    [2] Två vägar:
   *[other] Tre vägar:
}
view-wishes-over = Det ni önskar är { $n } min mer än det får plats: stegen kortas, avslutet inte.
view-way-shorten = { $stage } blir { $to } min
view-way-skip = hoppa över { $stages } ({ $n } min)
view-way-second = ta { $stage } en annan dag

# The script.
view-ask = FRÅGA
view-then = SEDAN
view-say = SÄG
view-words = ORD
view-support = STÖD
view-purpose = SYFTE
view-first = FÖRST
view-principles = PRINCIPER
view-principles-short = TÄNK PÅ

# Charts.
view-no-charts = Inga diagram i det här samtalet.
view-chart-pace = här { $here } av { $each }
view-chart-behind = här { $here } av { $each }, klockan är vid { $at }
view-chart-ahead = här { $here } av { $each }, gott om tid
view-chart-last = Enter: vidare till { $stage }
    .line = { "" }
view-charts-title = { $n ->
    [one] 1 diagram
   *[other] Alla { $n } diagram
}

# The closing.
view-ends-title = ATT TA UPP
view-ends-none = Inget väntar.
view-ends-parked = parkerat
view-ends-who = saknar vem
view-ends-data = data vi vill se
view-ends-missed = att fylla i
view-ends-inbox = { $n ->
    [one] En rad ur chatten att läsa: { $key }
   *[other] { $n } rader ur chatten att läsa: { $key }
  }
view-inbox-title = Inkorg · { $n }
view-inbox-how = { $enter }: { $tag } · { $leaves }: låt bli
view-inbox-none = Allt är läst.
view-ends-more = vem mer?

# The note line.
view-line-closed = { $key } skriver en anteckning
view-line-kept = { $key } fortsätter: { $text }
view-writing = SKRIVER
view-editing = ÄNDRAR { $id }
view-saved = sparat { $at }
view-unsaved = { $n ->
    [one] 1 inte sparad
   *[other] { $n } inte sparade
}
view-saved-as = sparas som { $words }
view-line-replaces = byter ord i den förra anteckningen
view-line-empty = skriv det som sägs
view-enter-saves = Enter sparar
view-all-saved = allt sparat { $at }
view-takes-notes = ANTECKNAR
view-chart-of = diagram { $at }/{ $of }
view-desk-empty = Inget antecknat ännu. Skriv det som sägs, Enter sparar.
view-ask-take-lead = LEDA HÄRIFRÅN?
    .line = Leda härifrån?
view-ask-take-lead-short = Enter tar över, Esc antecknar bredvid.
view-ask-take-lead-how = { $who } leder redan. Enter tar över, Esc antecknar bredvid.
    .line = { $who } leder redan.
view-step-nobody = VEM ?
view-step-who-is = VEM { $who }
view-step-what-is = VAD { $what }
view-step-when-is = NÄR { $when }
view-goes-on = samma person
view-waits = ◇ sparat till del 2
view-waits-tab = Tabb: en iakttagelse
view-read-out = ◇ { $n } KVAR SEDAN DEL 1 · { $kind }
    .line = { $n } kvar sedan del 1, { $kind }.
view-waiting-gone = Anteckningen är borttagen.
view-key-reads-out = läser upp ◇
view-key-next = nästa
view-missed = något missades

# Questions in the note line's place.
view-ask-backdate = NÄR BÖRJADE DET?
    .line = När började det?
view-ask-backdate-how = så många minuter tidigare, eller ett klockslag
    .line = Svara med hur många minuter tidigare, eller ett klockslag.
view-ask-end = NÄR SLUTAR NI?
    .line = När slutar ni?
view-ask-end-how = 10:25, eller +10, -5
    .line = Svara med ett klockslag, 10:25, eller med minuter, 10 eller -5.
view-ask-park = PARKERA TILL AVSLUTET
    .line = Vad ska parkeras till avslutet?
view-ask-park-how = tas upp när ni avslutar
    .line = { "" }
view-ask-find = SÖK
    .line = Vilken anteckning?
view-ask-find-how = ord eller id, Enter går till den senaste
    .line = Svara med dess id, eller ord i den.
view-ask-move = FLYTTA { $id } TILL STEG
    .line = Till vilket steg hör { $id }?
view-move-title = { $id } HÖR TILL
view-ask-move-how = nummer 1–{ $last }, sedan Enter
    .line = { "" }
view-ask-erase = TA BORT { $id } HELT
    .line = Ta bort { $id } helt?
view-ask-erase-how = skriv { $id } och Enter: orden försvinner överallt
    .line = Svara med { $id }: orden försvinner överallt.
view-ask-private-well = VAD GICK BRA? (bara för dig)
    .line = Vad gick bra? Bara för dig.
view-ask-private-differently = VAD GÖR DU ANNORLUNDA? (bara för dig)
    .line = Vad gör du annorlunda? Bara för dig.
view-ask-private-method = IDÉER OM METODEN? (bara för dig)
    .line = Idéer om metoden? Bara för dig.
view-ask-private-how = bara i den här datorns logg · Esc hoppar över
    .line = Det står bara i den här datorns logg. En tom rad går vidare.
view-ask-pasted = { $n } RADER
view-ask-pasted-long = Enter: { $n } anteckningar · Esc: låt bli
view-ask-pasted-inbox = Enter: { $n } anteckningar · Esc: en · Tab: inkorg
view-ask-pasted-how = Enter: { $n } anteckningar · Esc: en enda
view-ask-which-end = ANNAN STARTTID. NÄR SLUTAR NI?
    .line = Starten blev en annan än planerat. När slutar ni?
view-ask-which-end-how = Enter { $planned } som planerat, eller skriv { $counted }
    .line = 1 är { $planned } som planerat, 2 är { $counted }. Eller svara med ett klockslag.
view-ask-which-end-short = Enter { $planned }, eller skriv { $counted }

# Messages.
view-trouble = INTE SPARAT: { $why }
    .line = Inte sparat: { $why }
view-trouble-do = { $retry } försöker igen · { $copy } kopierar · allt finns kvar
view-publish-trouble = Loggen har allt, men filen kunde inte skrivas: { $why }
view-leaving = Samtalet går vidare. `samtal` tar dig tillbaka. { $key } igen lämnar.
view-trouble-desk = { $key } och ”spara igen”, sedan Enter · allt finns kvar
view-trouble-line = Esc, sedan { $retry } försöker igen · allt finns kvar
view-leaving-unsaved = { $count ->
    [one] { $key } igen lämnar. En anteckning är inte sparad: orden skrivs då i terminalen.
   *[other] { $key } igen lämnar. { $count } anteckningar är inte sparade: orden skrivs då i terminalen.
}
view-erase-trouble = { $id } är inte borta överallt än: { $why } { $key } försöker igen.
view-full-trouble = { $key }: något att se till
view-widen = bredda fönstret för mer

# Overlays.
view-help-title = Tangenter
view-help-line = Först på raden: ! förvånar, ? nyfiken på, + idé, = tar med oss, > nästa steg, d4 diagram. Namn: vem som talar. … samma person. @@ något missades.
view-palette-title = Allt man kan göra
view-palette-none = Inget heter så.

# After the end.
view-thanks = Tack, nu är vi klokare.
view-ended-on-time = Samtalet slutade { $at }, i tid.
view-ended-late = Samtalet slutade { $at }, { $n } min sent.
view-ended-early = Samtalet slutade { $at }, { $n } min tidigt.
view-ended-counts = { $notes ->
    [one] 1 anteckning
   *[other] { $notes } anteckningar
}, { $steps } nästa steg.
view-not-reached = HANN INTE
view-lies-in = Allt ligger i
view-after-read = Enter läser minnesanteckningen.
view-private-where = Bara i den här datorns logg, inte i filen.
view-after-private = { $key } öppnar tre rader som bara är dina.

# The first screen.
view-home-today = Idag
view-home-earlier = Tidigare
view-home-ahead = Framöver
view-home-templates = Mallar
view-home-try = Prova
view-home-broken = Går inte att läsa
view-home-running = pågår
view-home-closed = klart
view-home-closed-steps = { $n ->
    [one] klart, 1 öppet steg
   *[other] klart, { $n } öppna steg
}
view-home-unreadable = går inte att läsa
view-home-new = Nytt här? Enter provar ett färdigt samtal.
view-home-empty = Här är det tomt än.
view-home-reading =
    { $of ->
        [0] Samtalen läses in
       *[other] Samtalen läses in, { $done } av { $of }
    }
view-home-folder = Samtalen ligger i { $folder }
view-home-bars = Ser du hela staplar?
view-home-bars-how = Enter ja · n nej, rita med vanliga tecken

# The reading view.
view-reader-place = rad { $first }–{ $last } av { $of }
view-reader-missed = { $words } finns inte här.

# Keys by what they do in their place.
view-key-inbox = inkorg { $n }
view-key-to-note = blir anteckning
view-key-saves = sparar
view-key-leaves-line = lämnar raden
view-key-edits-last = rätta förra
view-key-answers = svarar
view-key-cancels = avbryter
view-key-opens = öppnar
view-key-reads = läs minnesanteckningen
view-key-back = tillbaka
view-key-goes-on = går vidare
view-key-chooses = väljer

# Arrow keys where arrows cannot be drawn.
view-arrow-up = Upp
view-arrow-down = Ner
view-arrow-left = Vänster
view-arrow-right = Höger

# What the group sees, and the page before it.
shared-chart-place = { $place } av { $of }
shared-alone = Tänk själv en stund.
shared-leaving = Två och två: ni kommer strax till ett eget rum.
shared-returning = Tillbaka till alla.
shared-pair = Prata två och två.
shared-cover-title = Här får alla titta.
shared-cover-before = Dela fönstret nu, om du ska visa det gruppen ser.
shared-cover-after = Sluta dela innan du går tillbaka.
shared-cover-on = { $key }: det gruppen ser
shared-cover-back = { $key }: tillbaka till att leda
view-hidden = DOLT FÖR GRUPPEN
view-released = visas
view-key-reads-steps = visar stegen för alla
view-key-steps-read = stegen är lästa
view-heard = HÖRDA: { $heard } av { $of }
view-heard-of = { $head } perspektiv
view-invite = bjud in: { $who }
view-round = runda: { $who }
view-all-heard = alla är hörda
view-unwritten = INGET SKRIVS
view-line-unwritten = inget skrivs nu, { $key } går vidare
view-line-pauses = pausar skrivandet i alla fönster
view-mirror = GRUPPEN SER
view-mirror-calm = temat på en lugn sida
view-mirror-ended = ett tack på en lugn sida
view-mirror-turned = andra sidan
view-mirror-covered = gissar först
view-mirror-steps = { $n } nästa steg läses
shared-unwritten = just nu skrivs inget
view-tip = Tips: { $words }
