# Passing a session on, in English.

cli-export-about = Write a dialogue in another form: md, txt, html, csv, json, ics
cli-export-arg-format = The form: md, txt, html, csv, json or ics (else the ending of the file)
cli-export-arg-output = The file to write (else straight out)
cli-export-arg-with-perspectives = With which perspectives said what
cli-export-arg-tags = Write a file `tags` beside it, so that `less -t S1` jumps there
cli-show-arg-only = Only one kind of notes: "next step", surprises, … (several if you like)
cli-show-arg-since = Only what was said since: 10:05, or a date

export-id = id
export-day = day
export-time = time
export-kind = kind
export-stage = stage
export-chart = chart
export-who = who
export-text = text
export-when = when
export-status = status
export-why = why
export-from = from
export-perspective = perspective
export-open = open
export-as-text = The chart as text
export-again = Look again: { $step }
export-which = Which form? Say --format md, txt, html, csv, json or ics, or give the file such an ending.
export-not-over = A file that ends with .ron is a dialogue, and is not written over.
export-tags-where = --tags goes with --format txt and -o FILE.
export-personal = Look at { $id } before you send this: it holds { $kind }.
export-undated = { $id } names no certain day ("{ $when }") and is not in the calendar.
export-bad-time = "{ $time }" is no time. Write 10:05, 2026-11-17 or "2026-11-17 10:05".
export-bad-tag = "{ $tag }" is no kind of note. There are: { $all }.
