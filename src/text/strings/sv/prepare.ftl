# Att förbereda.

prepare-heading = Förbered
prepare-clock = { $n } av { $of } min
prepare-clock-over = över en timme, det räcker
prepare-enough = Det räcker gott. Ni kan börja.
prepare-enough-with =
    Det räcker gott. Ni kan börja. { $people ->
        [one] 1 perspektiv
       *[other] { $people } perspektiv
    }, { $charts } diagram, { $minutes } minuter.
prepare-goes-on = Samtalet pågår. Tillbaka till det.
prepare-key-writes = skriv
prepare-arrows = Pilarna ← → väljer.

prepare-step-theme = 1 Tema och mål
prepare-step-people = 2 Deltagare
prepare-step-charts = 3 Data
prepare-step-support = 4 Stötta samtalet
prepare-step-booking = 5 Boka
prepare-step-held = 6 Digitalt eller i rummet
prepare-step-agenda = Agendan

prepare-people =
    { $n ->
        [0] inga än
        [one] 1 perspektiv
       *[other] { $n } perspektiv
    }
prepare-charts =
    { $n ->
        [0] inga än
       *[other] { $n } diagram
    }
prepare-principles =
    { $n ->
        [one] 1 princip
       *[other] { $n } principer
    }
prepare-before = { $minutes } min de senaste { $n } gångerna. Enter tar det.
prepare-before-near = { $minutes } min de senaste { $n } gångerna. Enter tar { $wish } min.
prepare-agenda =
    { $n ->
        [one] 1 steg
       *[other] { $n } steg
    }, { $least }–{ $most } min
prepare-minutes = { $n } min
prepare-minutes-between = { $min }–{ $max } min

prepare-title-row = Rubrik
prepare-theme = Tema
prepare-goal = Mål
prepare-purpose = Syfte
prepare-why-now = Varför nu
prepare-word-theme = Temat och målet avgör vilka som ska vara med. Pilarna ger förslag.
prepare-theme-promotion = Vad får unga att må bra?
prepare-theme-leisure = Ungas fritid
prepare-theme-attendance = Att vara i skolan och må bra
prepare-goal-learn = Att lära av varandra
prepare-goal-picture = En gemensam bild av läget
prepare-goal-ideas = Idéer, och vad vi kan göra tillsammans
prepare-why-outcome = Det finns något vi vill förändra.
prepare-why-mission = Vi har ett nytt eller ändrat uppdrag.
prepare-why-happened = Något har hänt.
prepare-why-wider = Vi vill se bredare än var och en gör själv.

prepare-word-few = Bjud in minst ett par perspektiv. Skriv ett på varje rad.
prepare-word-people = Tänk brett. Är ni osäkra, börja i det lilla: det blir fler samtal.
prepare-word-ten = Tio är många första gången. Under tio blir det lättare ett samtal.
prepare-word-many = Fler än tio blir lätt spretigt. Kanske två samtal?

prepare-new-chart = nytt
prepare-word-charts = Det som ligger nära till hands räcker. En kort mening till varje diagram.
prepare-word-ten-charts = Det är lagom nu. Fler än tolv hinner ingen ta in.
prepare-word-many-charts = Fler än tolv hinner ingen ta in. Vilka kan vänta?

prepare-principle = Principer
prepare-word-silence = Tystnad är okej. Räkna till tio, och fråga sedan: Vad ser vi mer?
prepare-word-answers = Du behöver inte ha svaren. Det är frågorna som gör samtalet.

prepare-start = Börjar
prepare-length = Längd
prepare-series = Serie
prepare-word-booking = Boka i god tid. Är du osäker, boka 90 minuter och sluta tidigare.
prepare-word-long = Över 90 minuter blir långt. Två samtal med några dagar emellan går bättre.
prepare-word-began = Samtalet har börjat. e flyttar slutet.

prepare-held = Hur
prepare-online = digitalt
prepare-in-room = i rummet
prepare-word-held = Att ni möts betyder mer än hur.
prepare-word-online = Säg vem som delar skärm, och sluta dela när samtalet börjar.
prepare-word-in-room = Ställ stolarna så att alla ser varandra. Skriv ut diagrammen, eller visa dem på en duk.

prepare-stage-name = Namn
prepare-stage-minutes = Minuter
prepare-stage-ask = Fråga
prepare-stage-say = Säg
prepare-stage-follow-up = Stöd
prepare-word-fits = Det ryms i { $slot } minuter.
prepare-word-spare = Det blir { $n } min över. Det är skönt att ha.
prepare-word-too-long = Stegen tar minst { $least } min, och tiden är { $slot }. Korta ett steg, eller boka längre.
prepare-has-been = Det steget har redan varit.
prepare-no-title = Det behöver heta något.
prepare-start-wrong = Skriv dag och tid, som 24/11 9:00, tis 9 eller i morgon 13.
prepare-length-wrong = Skriv minuter, från 15 till 600.
prepare-minutes-wrong = Skriv minuter: 20, eller minst, önskat och högst som 10-20-25.

prepare-hint-person = perspektiv, organisation, namn. Det första räcker.
prepare-hint-start = 24/11 9:00, tis 9 eller i morgon 13. Tomt: när ni börjar.
prepare-hint-minutes = 20, eller minst, önskat och högst: 10-20-25
prepare-hint-chart = En mening att säga högt när diagrammet visas.
prepare-hint-length = Minuter. 75 till 90 är lagom.
prepare-hint-series = Samtal med samma namn hör ihop, och nästa steg följer med.
