# The report floor, in English: the minutes.

report-dialogue = DIALOGUE
report-working-material = Working material
report-notice = Note
report-purpose = Purpose
report-day = { $weekday } week { $week }
report-ended = { $day }, { $from }-{ $to }. { $how }
report-on-time = Ended on time.
report-early = Ended { $minutes } min before { $end }.
report-late = Ended { $minutes } min after { $end }.
report-running = { $day }, from { $from }. Running at { $now }: { $stage }. Ends { $end }.
report-planned = { $day } { $from }, { $minutes } minutes. Not begun.
report-not-begun = Not begun. { $minutes } minutes.
report-perspectives = { $count ->
    [one] 1 perspective
   *[other] { $count } perspectives
}
report-participants = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
report-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
report-steps = { $count ->
    [one] 1 next step
   *[other] { $count } next steps
}

## Headings: the same every time, in this order

report-heading-steps = NEXT STEPS
report-heading-take = WHAT DO WE TAKE WITH US
report-heading-reflection = REFLECTIONS
report-heading-surprise = WHAT SURPRISES, WHAT ARE WE CURIOUS ABOUT, IDEAS
report-heading-missing = DATA WE WANT TO SEE, WHO MORE
report-heading-see = WHAT DO WE SEE, CHART BY CHART
report-heading-left = PARKED, NOT REACHED, TO FILL IN
report-heading-words = SAID UNDER THE WORDS
report-word-unsaid = Nobody spoke of it.
report-heading-times = TIMES
report-heading-room = IN THE ROOM
report-heading-method = METHOD AND SOURCES

## Under the headings

report-nothing = Nothing noted.
report-no-steps = No next steps.
report-who = who?
report-when = when?
report-from = from { $notes }
report-ongoing = ongoing
report-done = done
report-dropped = did not happen
report-steps-from = Next steps from { $date }: { $title }
report-steps-of = Next steps: { $title }
report-surprises = Surprises
report-wonders = Curious about
report-ideas = Ideas
report-want-data = Data we want to see
report-who-more = Who more?
report-no-chart = Without a chart
report-data-error = An error in the data? { $words }
report-settled = taken up
report-not-reached = Not reached
report-skipped = Skipped
report-to-fill-in = To fill in (@@)
report-nobody-yet = Steps without a who
report-inbox = From the chat, not read
report-nothing-left = Nothing left.
report-began = start
report-stage = stage
report-wish = wish
report-plan = plan
report-actual = actual
report-sum = sum
report-runs = running
report-was-skipped = skipped
report-was-not-reached = not reached
report-pauses = Pauses
report-end-moved = The end was moved to
report-no-agenda = No agenda.
report-no-room = No participants are named.
report-without-perspectives = Who said what is not told here. Next steps always say who.
report-perspectives-are = Perspectives
report-theme = Theme
report-goal = Goal
report-why-now = Why now
report-series = Series
report-principles = Principles
report-method = Method
report-method-is = A data-driven dialogue. We look at data together, say what we see without judging, bring up what surprises, and end with who does what.
report-source = Source { $charts }

## The prompt of less: ASCII, and no `? : . %`, which mean more to it than words.

report-less-prompt = /S1 finds  /^== headings  n next  q back
