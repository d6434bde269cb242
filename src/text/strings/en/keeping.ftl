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

# Removing for good, and thinning.
cli-remove-about = Remove one note or one person for good, from every file
cli-remove-arg-id = The note, such as N17
cli-remove-arg-person = A name: participants, steps and words, in one dialogue or in all
cli-remove-arg-yes = Do not ask
cli-thin-about = Remove by age and kind; without a choice nothing goes
cli-thin-arg-older-than = From this age on: 2y, 18m, 90d
cli-thin-arg-kind = What: sessions, notes, voices, names, private, inbox, logs, copies
cli-thin-arg-yes = Do not ask
remove-mark = [removed]
remove-what = Say a dialogue and the id of a note, or --person NAME.
remove-no-id = "{ $id }" is no id. They look like N17.
remove-no-note = There is no { $id } in this dialogue.
remove-no-name = A name needs at least one letter.
remove-nobody = { $name } stands nowhere.
remove-ask-id = This cannot be undone. Write { $id } to remove it for good:
remove-ask-name = This cannot be undone. Write { $name } to remove the name for good:
remove-copied = { $session } copied it: { $ids }
remove-gone = { $what } is removed for good.
remove-gone-from = { $name } is removed for good from { $session }.
remove-anew = Written anew: { $path }
remove-file = Removed: { $path }
remove-index = The index of words has forgotten it.
remove-reach = Exports, mails, synced copies and paper are out of reach: these are yours to remove.
remove-left = { $session } is left as it is: { $why }
remove-plan = { $path } is a plan of your own without an id: change it in an editor.
remove-holds = The name still stands in { $path }: in labels of a chart or a path, which are yours to change.
remove-file-name = The name stands in the file's own name, { $path }: samtal rename changes that.
remove-in-plan = title or purpose
remove-in-people = participant { $key }
remove-in-stage = agenda, { $id }
remove-in-older = in { $count ->
    [one] one file
   *[other] { $count } files
} with what was changed or taken back
thin-age = An age is a number and y, m or d: 2y, 18m, 90d.
thin-no-date = { $session } has no date and is left.
thin-nothing = There is nothing of that to thin.
thin-how = Nothing is removed. With --older-than AGE and --kind KIND it can be.
thin-word = thin
thin-ask = This cannot be undone. Write { $word } to remove it:
thin-gone = { $session }: removed { $what }
thin-sum = In all: { $what }
thin-sessions = { $count ->
    [one] one dialogue
   *[other] { $count } dialogues
}
thin-notes = { $count ->
    [one] one note
   *[other] { $count } notes
}
thin-voices = { $count ->
    [one] one voice
   *[other] { $count } voices
}
thin-names = { $count ->
    [one] one name
   *[other] { $count } names
}
thin-private = { $count ->
    [one] one private line
   *[other] { $count } private lines
}
thin-inbox = { $count ->
    [one] one line of the inbox or parked
   *[other] { $count } lines of the inbox or parked
}
thin-logs = { $count ->
    [one] one file of the log
   *[other] { $count } files of the log
}
thin-copies = { $count ->
    [one] one kept copy
   *[other] { $count } kept copies
}

# Everything in one file, and back.
cli-pack-about = Pack everything, some dialogues or a series into one file
cli-pack-arg-sessions = The dialogues (else everything: templates, tips and settings too)
cli-pack-arg-series = The dialogues of one series
cli-pack-arg-output = The file to write (else samtal-DATE.zip here)
cli-pack-arg-without-log = Without logs: no undo and no private lines, for somebody else
cli-unpack-about = Take out of a pack what is not here yet
pack-made = { $count ->
    [one] { $path } has one dialogue.
   *[other] { $path } has { $count } dialogues.
}
pack-with-log = The logs came along: undo, and your private lines. For somebody else use --without-log.
pack-without-log = Without logs: no undo and no private lines.
pack-moved = { $path } lies outside your dialogues: in the pack it lies beside them, and its chart looks for it where it was.
pack-not-zip = { $file } is no zip file, or it is cut off.
pack-foreign = { $file } is a zip file of something else.
pack-newer = { $file } was packed by a newer version of samtal (form { $version }). Update samtal to unpack it.
pack-name = { $file } holds a file whose name leads elsewhere: { $name }
pack-too-large = { $file }: more than a pack can hold. Pack fewer dialogues at a time.
pack-differs = { $file } is damaged: { $name } is not what its list says.
unpack-nothing = Nothing was written.
unpack-has = { $count ->
    [one] { $file } ({ $made }) has one dialogue.
   *[other] { $file } ({ $made }) has { $count } dialogues.
}
unpack-written = Written: { $path }
unpack-written-log = Written with its log: { $path }
unpack-there = Here already: { $path }. To take in what differs, unzip { $name } and run samtal merge { $session } with it.
unpack-same = Here already, the same: { $path }
unpack-other = Left as it is, another file is there: { $path }
