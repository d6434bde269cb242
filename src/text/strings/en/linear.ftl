# What is said in lines, for those who hear the program.

linear-how = An empty line tells where we are and what can be done. A number answers a list. Everything else you write is a note.
linear-how-desk = You take notes. An empty line tells where we are and what can be done. A number answers a list. Everything else you write is a note.
linear-how-home = A number opens. Words look for a title. 0 leaves.
linear-how-group = You hear what the group sees. An empty line tells it again, 0 leaves.
linear-help-numbers = A number in the list of what can be done always means the same, so it can be known by heart. 0 goes back.
linear-help-notes = First on the line: ! surprises, ? curious about, + idea, = take with us, > next step, d4 chart. A name and a colon: who speaks. A blank first: these are words, even where they are a number.
linear-help-replace = s/old/new/ changes words in the latest note.

linear-choice = { $number }: { $words }
linear-empty = There is nothing to note in that line.
linear-no-such = There is no { $number } in the list. An empty line tells what can be done.
linear-not-now = That cannot be done now: { $what }.
linear-nothing-open = There is nothing to go back from.
linear-no-notes = No dialogue is open here, so nothing is noted.
linear-left = Back.
linear-zero = 0 goes back.

linear-stage = Now: { $stage }, { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}, until { $at }.
linear-stage-over = Now: { $stage }, its time is over.
linear-here = { $stage }, { $n ->
    [one] 1 minute left
   *[other] { $n } minutes left
}, until { $at }.
linear-here-over = { $stage }, over time by { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}.
linear-here-paused = { $stage }, paused.
linear-not-started = Not started yet.
linear-next = Next: { $stage }.
linear-ask = Ask: { $words }
linear-then = Then: { $words }
linear-say = Say: { $words }
linear-support = Support: { $words }
linear-keep = Keep to: { $words }
linear-purpose = Purpose: { $words }
linear-first = First: { $stage }.
linear-last-time = Since last time: { $words }
linear-chart = Chart { $place } of { $of }, { $id }: { $title }.
linear-form = The group works { $how }.
linear-form-goes-on = Now: { $how }.
linear-heard = Heard: { $heard } of { $of } perspectives. Invite: { $who }.
linear-heard-all = All perspectives are heard.
linear-was-heard = { $who }, heard
linear-not-heard = { $who }, not heard yet
linear-here-now = Here: { $who }.
linear-unsaved = { $n ->
    [one] One note is not saved.
   *[other] { $n } notes are not saved.
}
linear-line-kept = A line waits and is not saved: { $words }
linear-unwritten = Nothing is written down now.

linear-half = Half of the time for { $stage } is left.
linear-minutes-left = { $n } minutes left of { $stage }.
linear-round-off = Round off, { $n ->
    [one] 1 minute left
   *[other] { $n } minutes left
} of { $stage }.
linear-over = { $stage } is over its time.
linear-closing-soon = Start closing { $at }, in { $n } minutes.
linear-closing-now = Start closing now.
linear-end-passed = The dialogue was to end { $at }.

linear-saved = Saved: { $what }.
linear-from = { $who }: { $what }.
linear-changed = Changed in another window: { $what }.
linear-gone = { $id } was taken back in another window.
linear-gone-for-good = { $id } was removed for good.
linear-chosen = { $what }.
linear-edit-as = Changing { $id }, which says: { $line }. Write it anew, or 0.
linear-all-saved = It can be saved again.
linear-save-again = Nothing is lost. Choose to save again.
linear-file-saved = The file is written after all.
linear-steps = Next step { $what }.
linear-hidden = The group sees an empty page.
linear-seen-again = The group sees again.
linear-paused = Paused.
linear-resumed = It goes on.
linear-end-moved = The end is { $end }.
linear-comes = { $who } is here.
linear-goes = { $who } has left.
linear-leaves = The dialogue goes on, and `samtal` brings you back. { $number } again leaves.
linear-leaves-unsaved = Notes are not saved: leaving prints their words. { $number } again leaves.
linear-inbox = { $id } from the chat: { $words }
linear-to-note = It becomes a note.
linear-let-be = It was read and becomes no note.
linear-tidy-read = Read the minutes.
linear-tidy-fill = Fill it in, on the next line.
linear-tidy-keep = Keep { $id }.
linear-tidy-join = Make one note of the two.
linear-tidy-both = Keep both.
linear-tidy-words = Write out: { $words }
linear-tidy-add = Add what is missing, on the next line.
linear-tidy-let-be = Let it be.
linear-waiting-next = Next, it stays as it is.
linear-waiting-kind = It is: { $kind }.
linear-lead-here = Lead from here.
linear-show-values = Show the values.
linear-steps-shown = Show the next steps to all.
linear-steps-read = The next steps are read.
linear-read-waiting = Read out what waits from part 1.
linear-save-line = Save: { $words }
linear-lies-in = Everything lies in { $path }.
linear-not-reached = Not reached: { $what }.

linear-home = Your sessions.
linear-home-more = { $n } more. Words look for a title.
linear-home-none = No title has these words.
linear-home-running = { $title }, running
linear-home-closed = { $title }, closed
linear-home-at = { $title }, { $at }
linear-home-template = { $title }, template
linear-home-broken = { $title }, cannot be read

linear-group-minutes = { $n } minutes left.
linear-group-unwritten = Nothing is written down just now.
linear-group-ended = Thank you, the dialogue is over.
linear-group-said = { $who }: { $words }

linear-changed-then = Changed: { $what }.
linear-gone-then = { $id } was taken back.
linear-replay = From { $from } to { $to }.
linear-replay-how = 0 leaves.

replay-plays = Replay { $at } ×{ $speed }
replay-stands = Replay { $at }, paused ×{ $speed }
replay-span = { $from }–{ $to }

cli-replay-about = See a dialogue again, through time (without SESSION: the latest)
cli-replay-arg-session = The session: a file, or part of a name
cli-replay-arg-speed = How many times faster than it was: 1, 2, 5, 10, 30 or 60
cli-replay-not-begun = The session has not begun, so there is nothing to see again.
cli-replay-not-begun-hint = `samtal lead` leads it, `samtal script` shows what it will be.
cli-arg-linear = Lines instead of a screen, for screen readers
cli-linear-prepare = Preparing has no lines to hear.
cli-linear-prepare-hint = `samtal new` makes a plan, `samtal open SESSION` opens its text in your editor, `samtal check FILE` reads it.
cli-linear-data = Making a chart by choosing has no lines to hear.
cli-linear-data-hint = `samtal chart FILE` tells what can be picked; then `samtal data add SESSION FILE -x COLUMN -y COLUMN`.
