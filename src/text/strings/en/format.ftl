# The format floor, in English.

format-error = error
format-warning = note
format-help = tip

format-head-session = A samtal session. Read it with `samtal show`. You can edit it by hand when no window has it open.
format-head-template = A template for samtal sessions. Everything is a suggestion: change words, times and questions to suit you.

format-newer = A newer samtal wrote this file (version { $found }; this one reads up to { $known }).
format-newer-hint = Update samtal and it will open. The file is untouched.
format-no-version = The version is a whole number from 1. Here it says { $found }.
format-no-version-hint = Write version: 1, or take the line out.

format-twice-stage = Two stages have the same id, { $name }.
format-twice-chart = Two charts have the same id, { $name }.
format-twice-note = Two notes have the same id, { $name }.
format-twice-key = Two participants have the same digit, { $name }.
format-twice-tag = Notes of the kind { $name } have two names; the first one holds.
format-long-tag = "{ $words }" is longer than { $most } characters and is cut in a narrow window.
format-long-tag-hint = One or two short words will do.
format-twice-hint = Give one of them its own.
format-no-such-stage = There is no stage { $name }.
format-no-such-chart = There is no chart { $name }.
format-no-such-note = There is no note { $name }.
format-no-such-hint = It works all the same, but the reference leads nowhere.
format-bad-id = { $id } cannot be used as an id.
format-bad-id-hint = An id is letters, digits and hyphens, at most 64 characters.

format-minutes = The minutes of { $stage } do not fit: at least { $min }, wished { $wish }, at most { $max }.
format-minutes-hint = The least is not more than the wish, and the wish not more than the most.
format-zone = There is no time zone named { $name }.
format-zone-hint = A name looks like this: "Europe/Stockholm".
format-language = samtal does not speak the language { $code }.
format-language-hint = There are "sv" and "en". Your own texts are shown as they stand.
format-time = { $text } is not a time.
format-time-hint = Write it like this: "2026-11-17T09:00:00+01:00", or shorter: "2026-11-17 09:00".
format-number = { $text } is not a sensible number of minutes.
format-empty = The file is empty.
format-empty-hint = A session begins with Session(title: "…", stages: […]).
format-no-stages = There are no stages, so there is no agenda to lead.
format-no-stages-hint = Add at least one: stages: [(title: "Dialogue", minutes: 20)].
format-many-charts = { $count } charts are a lot to take in.
format-many-charts-hint = Ten to twelve are usually plenty. All are shown if you want.
format-chart-wrong = Chart { $chart } does not add up: { $why }.
format-chart-quote = A `quote` is a chart of its own and has no `values`, `shown` or `picture`.
format-chart-from = `from` says who speaks in a `quote`.
format-chart-shown = `shown` is for a chart that is shown elsewhere. It has no `values`.
format-chart-picture = A `picture` has no `values`.
format-chart-needs-values = It needs `values`, `shown`, `picture`, `quote` or `source: Csv("file.csv")`.
format-chart-breaks = `breaks` belong to `kind: Series`.
format-chart-before = `before` and `after` go together; write both.
format-chart-row-label = A row begins with its label, as ("Year 8", 81).
format-chart-row = A row is a label and a value, as ("Year 8", 81).
format-chart-list = A list of values holds numbers, None and Missing("why").
format-chart-row-tail = After its values a row has only how many answered and a word. Several values stand in [ ].
format-chart-occasion = An occasion is its name, or its name and how many answered, as ("September", 1500).
format-chart-exclude = `{ $one }` and `{ $other }` cannot stand in the same chart.
format-chart-not-with = `{ $field }` does not go with `kind: { $kind }`.
format-chart-kind-needs = `kind: { $kind }` needs `{ $field }`.
format-chart-columns = The row “{ $label }” has { $values ->
    [one] one value
   *[other] { $values } values
}, and the chart has { $columns ->
    [one] one column
   *[other] { $columns } columns
}.
format-chart-quoted-value = Write the value { $value } without quotation marks and with a point for decimals.
format-other = This cannot be read: { $why }.
format-too-long = The agenda does not fit { $slot } min: { $over } min too much even with every stage at its shortest.
format-too-long-hint = Shorten stages, leave something out, or make the meeting longer (slot). It can be led all the same, with ways out on the screen.
format-wishes-too-long = The time wished for (wish) does not fit { $slot } min: { $over } min too much.
format-wishes-too-long-hint = It can be led: the stages get shorter, never under their least. If you do not want that, wish for less or make the meeting longer (slot).
format-timeline-by-hand = The times of what has happened cannot be changed in the file. They stand as they were.
format-timeline-by-hand-hint = When the dialogue ended and when the meeting must end can be changed.
format-id-by-hand = The session's id was changed in the file. The old one holds.
format-source = { $chart } gets no values: { $why }
format-note-time-by-hand = When { $id } was said cannot be changed in the file. Its time stands as it was.

format-no-field = There is no field named { $name } here.
format-no-word = { $name } cannot stand here.
format-did-you-mean = Did you mean { $name }?
format-choices = What can stand here: { $names }.
format-missing = The field { $name } is missing.
format-field-twice = The field { $name } stands twice.
format-struct-name = It should say { $expected } here, not { $found }.
format-want-text = A text in quotation marks should stand here.
format-want-text-hint = Write it like this: "text", with straight quotation marks. A quotation mark in the text is written \".
format-want-number = A number should stand here.
format-want-minutes = Whole minutes should stand here, for example 10 or (min: 10, wish: 20, max: 25).
format-want-texts = A text should stand here, or several in [ ].
format-not-a-chart-id = A chart's id is the letter d and a number from 1, for example "d4".
format-not-a-note-id = A note's id is N, S, F, V or P and a number, for example "N17".
format-unknown-language = samtal does not speak that language.
format-unknown-language-hint = There are "sv" and "en".
format-escape = A backslash means something special in a text.
format-escape-hint = Write two, \\, for one. In paths / works just as well.
format-want-bool = true or false should stand here.
format-bounds = The number is too large or too small.
format-want-comma = A comma or a bracket is missing here.
format-want-comma-hint = It belongs after the value before, often at the end of the line above.
format-want = "{ $sign }" should stand here.
format-want-end = "{ $sign }" is missing here.
format-open-text = A text lacks its closing quotation mark.
format-eof = The file ends too early.
format-eof-hint = A quotation mark or a bracket is missing somewhere.
format-trailing = Something stands after the end.
format-open-comment = A comment with /* lacks its */.
format-odd-char = The character { $sign } cannot stand here.
