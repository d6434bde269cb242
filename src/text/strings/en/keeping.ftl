# Before, between and after dialogues, in English.

cli-invite-about = Write the invitation to a dialogue, as text or for a calendar
cli-invite-arg-ics = As a calendar file, with time zone and alarm
cli-invite-arg-output = The file to write (else straight out)
cli-script-about = Read the facilitator's script, or print it
cli-split-about = Make two dialogues of a long one, some days apart
cli-rename-about = Give a dialogue another title, and its file the name that goes with it
cli-copy-about = Make a second dialogue that says the same
cli-delete-about = Remove a dialogue with everything that belongs to it
cli-open-about = Open a dialogue's file in your editor, and check it afterwards
cli-rename-arg-title = The title
cli-copy-arg-title = The title
cli-delete-arg-yes = Do not ask
cli-list-arg-series = The dialogues of one series only
cli-list-arg-since = Only from a day on, such as 2026-11-17
cli-list-arg-until = Only up to a day
cli-list-arg-open-steps = Only dialogues with open steps
cli-list-arg-sort = Order: date, title, series or steps

keep-copy-of = { $title } (copy)
keep-no-title = A title needs at least one word.
keep-goes = { $count ->
    [one] One file goes:
   *[other] { $count } files go:
}
keep-left = Nothing is removed.
keep-left-hint = With --yes they go without a question.
keep-ask = This cannot be undone. Write { $name } to remove it:
keep-gone = { $count ->
    [one] { $name } is removed: one file.
   *[other] { $name } is removed: { $count } files.
}
keep-no-editor = The editor cannot be started: { $editor }
keep-none-fits = No dialogue fits that.
keep-bad-day = "{ $day }" is no day. Write 2026-11-17.

split-part = { $title }, part { $number }
split-began = The dialogue has begun and cannot be split.
split-one = There are not two dialogues to part.

invite-when = { $day } ({ $date }), { $from }–{ $to }
invite-no-time = The time is not set yet. We count on { $minutes } minutes.
invite-welcome = Welcome to a dialogue about { $theme }! We look at a few charts together, say what we see and what we wonder, and end with who does what.
invite-since = { $count ->
    [one] We begin with what is open since last time: one thing.
   *[other] We begin with what is open since last time: { $count } things.
}
invite-nothing-to-prepare = You need not prepare anything, nor be good with numbers. Nobody has the right answer. Bring what you know and what you wonder.
invite-agenda = What we will do:
invite-script = SCRIPT
invite-only-you = Only for you
invite-when-first = The dialogue has no start, and without one there is no calendar file.
invite-when-hint = Write it in the file: slot: (start: "2026-11-17T09:00", minutes: 90). `samtal open` opens it.
