# The view floor, in English: what stands on the screen.

# Kinds of notes.
view-tag-see = we see
view-tag-see-more = we see more
view-tag-data-error = data error?
view-tag-surprise = surprises
view-tag-wonder = curious about
view-tag-idea = idea
view-tag-want-data = data we want to see
view-tag-who-more = who more?
view-tag-take = take with us
view-tag-reflection = reflection
view-tag-next = next step
view-tag-parked = parked
view-tag-inbox = from the chat
view-tag-private = only for you

# Columns of notes, and the row that counts them.
view-column-see = WHAT DO WE SEE?
view-column-surprise = WHAT SURPRISES?
view-column-next = NEXT STEPS
view-count-see = see
view-count-surprise = surprises
view-count-next = next steps
view-noted = NOTED
view-empty-see = What you see lands here.
view-empty-surprise = ! surprises, ? curious about, + idea
view-empty-own = What you say lands here.
view-empty-next = > who: what, when
view-more = { $n } more
view-outside = { $n } more
view-saving = … saving
view-not-saved = NOT SAVED
view-step-who = who?

# Pace, closing, early and late.
view-pace-on = on pace
view-pace-soon = { $n } min left
view-pace-soon-calm = ending soon
view-pace-about = round off
view-pace-over = over
view-paused = paused
view-closing-at = Start closing { $at }
view-closing-in = Start closing { $at }, in { $n } min
view-closing-seconds = Start closing { $at }, in { $n } s
view-closing-now = Start closing now ({ $at })
view-ends = Ends { $at }
view-ends-in = Ends { $at }, in { $n } min
view-ended-at = Was to end { $at }
view-ends-late = Lasts until { $real }, the end was { $end }
view-ends-early = Ends { $real }, there is time until { $end }
view-waiting = The clock starts when you press space.
    .line = The clock starts when you start.
view-starts = Starts { $at }
view-starts-in = Starts { $at }, in { $n } min
view-end-stands = The end stays { $end }.
view-paused-end = Paused. The end stays { $end }.
view-late = { $late } late
view-late-evened = { $late } late, evened out in the dialogue
view-late-taken = { $late } late, { $words }
view-early = { $early } ahead of plan
view-as-planned = As planned, ends { $end }
view-taken-dialogue = { $n } min come from the dialogue
view-taken-stage = { $n } min come from { $stage }
view-given-dialogue = the dialogue gets { $n } min more
view-form-alone = alone
view-form-leaving = to the rooms
view-form-pair = pair
view-form-all = all
view-form-returning = back
view-form-up = done

# The countdown.
view-unit-left = left of { $whole }
view-unit-left-plan = left of { $whole } (plan { $plan })
view-unit-over = over time
view-unit-to-start = to start
view-minutes-unit = min { $unit }
view-not-started = not started
view-space-starts = space starts
view-stage-ends = ends { $at }
view-stage-ended = was to end { $at }
view-per-cent = { $n }%
view-week = w{ $n }
view-full-minutes = { $n } min
view-title-closed = ended

# The agenda.
view-agenda = AGENDA
view-agenda-plan = plan
view-agenda-now = now
view-kept = { $n } min kept for the closing
view-short = { $n } min too little for this agenda.
view-ways = { $n ->
    [one] One way:
    [2] Two ways:
   *[other] Three ways:
}
view-wishes-over = What you wish for is { $n } min more than there is room for: the stages get shorter, the closing does not.
view-way-shorten = { $stage } becomes { $to } min
view-way-skip = leave out { $stages } ({ $n } min)
view-way-second = take { $stage } another day

# The script.
view-ask = ASK
view-then = THEN
view-say = SAY
view-words = WORDS
view-support = SUPPORT
view-purpose = PURPOSE
view-first = FIRST
view-principles = PRINCIPLES
view-principles-short = KEEP TO

# Charts.
view-no-charts = No charts in this dialogue.
view-chart-pace = here { $here } of { $each }
view-chart-behind = here { $here } of { $each }, the clock is at { $at }
view-chart-ahead = here { $here } of { $each }, plenty of time
view-chart-last = Enter: on to { $stage }
    .line = { "" }
view-charts-title = { $n ->
    [one] 1 chart
   *[other] All { $n } charts
}

# The closing.
view-ends-title = TO TAKE UP
view-ends-none = Nothing waits.
view-ends-parked = parked
view-ends-who = without who
view-ends-data = data we want to see
view-ends-missed = to fill in
view-ends-inbox = { $n ->
    [one] One line of the chat to read: { $key }
   *[other] { $n } lines of the chat to read: { $key }
  }
view-inbox-title = Inbox · { $n }
view-inbox-how = { $enter }: { $tag } · { $leaves }: let it be
view-inbox-none = All is read.
view-ends-more = who more?

# The note line.
view-line-closed = { $key } writes a note
view-line-kept = { $key } goes on: { $text }
view-writing = WRITING
view-editing = EDITING { $id }
view-saved = saved { $at }
view-unsaved = { $n } not saved
view-saved-as = saved as { $words }
view-line-replaces = changes words in the note before
view-line-empty = write what is said
view-enter-saves = Enter saves
view-all-saved = all saved { $at }
view-takes-notes = TAKES NOTES
view-chart-of = chart { $at }/{ $of }
view-desk-empty = Nothing noted yet. Write what is said, Enter saves.
view-ask-take-lead = LEAD FROM HERE?
    .line = Lead from here?
view-ask-take-lead-short = Enter takes over, Esc notes beside.
view-ask-take-lead-how = { $who } leads already. Enter takes over, Esc takes notes beside.
    .line = { $who } leads already.
view-step-nobody = WHO ?
view-step-who-is = WHO { $who }
view-step-what-is = WHAT { $what }
view-step-when-is = WHEN { $when }
view-goes-on = same person
view-waits = ◇ saved to part 2
view-waits-tab = Tab: an observation
view-read-out = ◇ { $n } LEFT FROM PART 1 · { $kind }
    .line = { $n } left from part 1, { $kind }.
view-waiting-gone = The note has been removed.
view-key-reads-out = reads out ◇
view-key-next = next
view-missed = something missed

# Questions in the note line's place.
view-ask-backdate = WHEN DID IT BEGIN?
    .line = When did it begin?
view-ask-backdate-how = so many minutes earlier, or a clock time
    .line = Answer with how many minutes earlier, or a clock time.
view-ask-end = WHEN DO YOU END?
    .line = When do you end?
view-ask-end-how = 10:25, or +10, -5
    .line = Answer with a time, 10:25, or with minutes, 10 or -5.
view-ask-park = PARK FOR THE CLOSING
    .line = What is to be parked for the closing?
view-ask-park-how = taken up when you close
    .line = { "" }
view-ask-find = FIND
    .line = Which note?
view-ask-find-how = words or id, Enter goes to the latest
    .line = Answer with its id, or words in it.
view-ask-move = MOVE { $id } TO STAGE
    .line = To which stage does { $id } belong?
view-move-title = { $id } BELONGS TO
view-ask-move-how = number 1–{ $last }, then Enter
    .line = { "" }
view-ask-erase = REMOVE { $id } FOR GOOD
    .line = Remove { $id } for good?
view-ask-erase-how = type { $id } and Enter: the words go everywhere
    .line = Answer with { $id }: the words go everywhere.
view-ask-private-well = WHAT WENT WELL? (only for you)
    .line = What went well? Only for you.
view-ask-private-differently = WHAT WILL YOU DO DIFFERENTLY? (only for you)
    .line = What will you do differently? Only for you.
view-ask-private-method = IDEAS FOR THE METHOD? (only for you)
    .line = Ideas for the method? Only for you.
view-ask-private-how = only in this computer's log · Esc skips
    .line = It stands only in this computer's log. An empty line goes on.
view-ask-pasted = { $n } LINES
view-ask-pasted-long = Enter: { $n } notes · Esc: leave it
view-ask-pasted-inbox = Enter: { $n } notes · Esc: one · Tab: inbox
view-ask-pasted-how = Enter: { $n } notes · Esc: a single one
view-ask-which-end = ANOTHER START. WHEN DO YOU END?
    .line = The start is another than planned. When do you end?
view-ask-which-end-how = Enter { $planned } as planned, or type { $counted }
    .line = 1 is { $planned } as planned, 2 is { $counted }. Or answer with a time.
view-ask-which-end-short = Enter { $planned }, or type { $counted }

# Messages.
view-trouble = NOT SAVED: { $why }
    .line = Not saved: { $why }
view-trouble-do = { $retry } tries again · { $copy } copies · nothing is lost
view-publish-trouble = The log has everything, but the file could not be written: { $why }
view-leaving = The dialogue goes on. `samtal` brings you back. { $key } again leaves.
view-trouble-desk = { $key } and “save again”, then Enter · nothing is lost
view-trouble-line = Esc, then { $retry } tries again · nothing is lost
view-leaving-unsaved = { $count ->
    [one] { $key } again leaves. One note is not saved: its words are then printed in the terminal.
   *[other] { $key } again leaves. { $count } notes are not saved: their words are then printed in the terminal.
}
view-erase-trouble = { $id } is not gone everywhere yet: { $why } { $key } tries again.
view-full-trouble = { $key }: something to look after
view-widen = widen the window for more

# Overlays.
view-help-title = Keys
view-help-line = First on the line: ! surprises, ? curious about, + idea, = take with us, > next step, d4 chart. Name: who speaks. … same person. @@ something missed.
view-palette-title = Everything one can do
view-palette-none = Nothing is called that.

# After the end.
view-thanks = Thank you, now we know more.
view-ended-on-time = The dialogue ended { $at }, on time.
view-ended-late = The dialogue ended { $at }, { $n } min late.
view-ended-early = The dialogue ended { $at }, { $n } min early.
view-ended-counts = { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}, { $steps ->
    [one] 1 next step
   *[other] { $steps } next steps
}.
view-not-reached = NOT REACHED
view-lies-in = Everything lies in
view-after-read = Enter reads the minutes.
view-private-where = Only in this computer's log, not in the file.
view-after-private = { $key } opens three lines that are yours alone.

# The first screen.
view-home-today = Today
view-home-earlier = Earlier
view-home-ahead = Ahead
view-home-templates = Templates
view-home-try = Try
view-home-broken = Cannot be read
view-home-running = running
view-home-closed = done
view-home-closed-steps = { $n ->
    [one] done, 1 open step
   *[other] done, { $n } open steps
}
view-home-unreadable = cannot be read
view-home-new = New here? Enter tries a ready-made dialogue.
view-home-empty = Nothing here yet.
view-home-reading =
    { $of ->
        [0] Reading your dialogues
       *[other] Reading your dialogues, { $done } of { $of }
    }
view-home-folder = The dialogues lie in { $folder }
view-home-bars = Do you see whole bars?
view-home-bars-how = Enter yes · n no, draw with plain characters

# The reading view.
view-reader-place = lines { $first }–{ $last } of { $of }
view-reader-missed = { $words } is not here.

# Keys by what they do in their place.
view-key-inbox = inbox { $n }
view-key-to-note = becomes a note
view-key-saves = saves
view-key-leaves-line = leaves the line
view-key-edits-last = edit the last
view-key-answers = answers
view-key-cancels = cancels
view-key-opens = opens
view-key-reads = read the minutes
view-key-back = back
view-key-goes-on = goes on
view-key-chooses = chooses

# Arrow keys where arrows cannot be drawn.
view-arrow-up = Up
view-arrow-down = Down
view-arrow-left = Left
view-arrow-right = Right

# What the group sees, and the page before it.
shared-chart-place = { $place } of { $of }
shared-alone = Think for yourself for a while.
shared-leaving = Two and two: you will soon be in a room of your own.
shared-returning = Back to all of us.
shared-pair = Talk two and two.
shared-cover-title = Everybody may look here.
shared-cover-before = Share the window now, if you are to show what the group sees.
shared-cover-after = Stop sharing before you return.
shared-cover-on = { $key }: what the group sees
shared-cover-back = { $key }: back to leading
view-hidden = HIDDEN FROM THE GROUP
view-released = shown
view-key-reads-steps = shows the steps to all
view-key-steps-read = the steps are read
view-heard = HEARD: { $heard } of { $of }
view-heard-of = { $head } perspectives
view-invite = invite: { $who }
view-round = round: { $who }
view-all-heard = all are heard
view-unwritten = NOT WRITING
view-line-unwritten = nothing is written now, { $key } goes on
view-line-pauses = pauses writing in every window
view-mirror = THE GROUP SEES
view-mirror-calm = the theme on a calm page
view-mirror-ended = thanks on a calm page
view-mirror-turned = the other side
view-mirror-covered = guesses first
view-mirror-steps = { $n ->
    [one] one next step read out
   *[other] { $n } next steps read out
  }
shared-unwritten = nothing is written down just now
view-tip = Tip: { $words }
