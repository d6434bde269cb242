# The command line's help.

cli-samtal-about = Leads data-driven dialogues in a terminal: agenda and clock, charts in text, notes that are never lost, minutes.
cli-demo-about = Lead a fresh copy of the demo: real figures, an invented dialogue
cli-new-about = Make a new session from a template
cli-prepare-about = Prepare a session in an hour, or less (without SESSION: the next one planned, else a new one)
cli-prepare-arg-file = The session: a file, or part of a name
cli-lead-about = Lead a session (without FILE: the one that runs, else the latest)
cli-tidy-about = Tidy the notes in a quarter of an hour, one thing at a time
cli-tidy-arg-file = The session: a file, or part of a name (else the latest)
cli-note-about = Take notes beside who leads, in a window that always types
cli-merge-about = Take in what somebody wrote on another computer
cli-share-about = Show what the group sees, in a window of its own to share
cli-show-about = Read the minutes in a pager (without FILE: the latest)
cli-list-about = List the sessions
cli-check-about = Check files and say where something is wrong
cli-templates-about = List the templates
cli-config-about = Show where the settings are and what holds
cli-completions-about = Print completions for a shell
cli-man-about = Print the manual page
cli-arg-lang = The language of the program's own words: sv or en
cli-arg-home = One folder for everything: sessions, templates, log, settings (else SAMTAL_HOME, else the system's own)
cli-arg-ascii = Only ASCII characters in bars and rules
cli-arg-log = Write a program log in the state folder, without a word of any note
cli-arg-file = A file, or part of a name
cli-arg-files = Files to check
cli-note-arg-file = The session: a file, or part of a name
cli-merge-arg-session = The session here: a file, or part of a name
cli-merge-arg-theirs = The file from the other computer
cli-merge-other = { $file } is another session than this one.
cli-merge-other-hint = It should be the session's own file, as it was sent and then added to.
cli-merge-letters = Every letter is taken: notes of 26 computers are here already.
cli-merge-added = { $count ->
    [one] One note came in: { $ids }.
   *[other] { $count } notes came in: { $ids }.
 }
cli-merge-changed = Corrected as there: { $ids }.
cli-merge-withdrawn = Taken back as there: { $ids }.
cli-merge-nothing = There is nothing new in { $file }.
cli-merge-personal = Look at { $id }: it came in with { $kind }.
cli-merge-both = { $id } was changed in both places and stands as it is here. Here: "{ $here }" There: "{ $there }"
cli-merge-removed-here = { $id } was removed for good here and does not come back.
cli-merge-removed-there = { $id } was removed for good there. Here it stays until somebody removes it.
cli-merge-taken = { $id } is another note here. It was left out.
cli-share-arg-file = The session: a file, or part of a name
cli-note-arg-name = What to call you in the other windows
cli-note-arg-add = A note at once, without a window; - reads one a line
cli-note-arg-tag = The tag, where the line does not say it: "surprises", "next step"
cli-note-arg-by = Who it speaks for, where the line does not say it
cli-note-empty = there is nothing to note in it
cli-note-replaces = s/a/b/ changes a note, which is done in the window
cli-note-pauses = /pause is for the window
cli-note-unwritten = nothing is written down right now
cli-note-refused = the session did not take it
cli-note-line = line { $line }: { $why }
cli-note-input = What is piped in cannot be read: { $why }
cli-note-no-tag = No tag is called "{ $name }".
cli-note-tags = { $names }
cli-led-elsewhere = Another window leads the session. Add charts there, or end that one first.
cli-new-arg-file = The file to write (else a new one in the sessions folder)
cli-arg-template = The template's name, see `samtal templates`
cli-arg-with-perspectives = Show which perspectives said what
cli-arg-pager = The pager to use, with its flags
cli-arg-no-pager = Print, without a pager
cli-arg-color = Colour: auto, always or never
cli-arg-shell = bash, zsh, fish, elvish or powershell
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-after-help = Without a command the home screen opens. Exit codes: 0 it worked, 1 it did not, 2 the command was not understood or the name not unique.

# What the commands say.

cli-hint = hint
cli-no-folder = The folder you are in cannot be read: { $why }
cli-no-home = The system does not say where your home folder is.
cli-no-home-hint = Name a folder with --home DIR or SAMTAL_HOME.
cli-keys-hint = The names of all actions are in `samtal man` and the README.
cli-man-keys = Keys
cli-config-there = is there
cli-config-defaults = is not there; this holds all the same
cli-place-sessions = sessions
cli-place-templates = own templates
cli-place-state = logs and locks
cli-place-cache = what can be made again
cli-check-good = { $file }: everything can be read.
cli-no-terminal = Leading a dialogue needs a terminal.
cli-no-terminal-hint = `samtal show` and `samtal list` can be read anywhere.
cli-no-session = There is no session yet.
cli-no-session-hint = `samtal new` makes one from a template, `samtal demo` shows what it is like.
cli-demo-goes-on = The demo you left: go on where you were
cli-demo-title = Demo: real figures, an invented dialogue
cli-unsaved = { $count ->
    [one] One note could not be saved. { $why } Here are the words:
   *[other] { $count } notes could not be saved. { $why } Here are the words:
}
cli-stumbled = The program has a fault and had to stop. { $why }
cli-stumbled-hint = What was saved is there: `samtal` brings you back. Please tell about the fault, with the words above.
cli-made = { $path }
cli-pager-wrong = The pager cannot be understood: { $command }
cli-terminal = The terminal does not answer: { $why }
cli-list-open = running
cli-list-began = open
cli-list-closed = closed
cli-list-planned = planned
cli-list-steps = { $count ->
    [one] 1 open step
   *[other] { $count } open steps
}
cli-list-broken = cannot be read: { $why }
cli-list-empty = No sessions in { $folder } yet. `samtal new` makes one, `samtal demo` shows what it is like.

## What was understood of a file with data

cli-data-about = Tell how a file with data is read: headings, columns, what is missing
cli-data-arg-file = The file: CSV, Excel, OpenDocument, PC-Axis or JSON
cli-data-arg-sheet = The sheet, by name or number
cli-data-arg-header = The row of headings, or 1-3; 0 where there are none
cli-data-arg-separator = The sign between fields: semicolon, comma, tab, …
cli-data-arg-decimal = The sign before decimals: comma or point
cli-data-arg-encoding = The encoding: utf-8, latin1, utf-16le, …
cli-data-arg-language = The language, in a PC-Axis file with several: sv, en, …
cli-data-arg-table = The table of a file with several, by number or title
cli-data-arg-json = Write it as JSON, for scripts
cli-data-tab = a tab between the fields
cli-data-separator = "{ $sign }" between the fields
cli-data-quote = { $sign } around texts
cli-data-decimal = "{ $sign }" before decimals
cli-data-bad-separator = "{ $text }" cannot stand between fields. Write one sign (";"), or tab, comma, semicolon.
cli-data-bad-decimal = "{ $text }" cannot stand before decimals. Write comma or point.
cli-data-bad-header = "{ $text }" are no rows. Write 6, or 1-3 for several, or 0 where there are no headings.
cli-data-no-separator = one column alone
cli-data-without = Read as you asked. Without that: { $found }.
cli-data-tables = The tables: { $tables }. Choose with --table.
cli-data-languages = Language: { $read }. The file has { $all }; choose with --language.
cli-data-sheet = the sheet { $sheet }
cli-data-sheets = The sheets: { $sheets }. Choose with --sheet.
cli-data-no-headings = No headings. The columns are named as in a spreadsheet.
cli-data-heading = Headings on row { $row }.
cli-data-headings = Headings on rows { $first }–{ $last }, joined.
cli-data-rows = { $count ->
    [0] No rows of data.
    [one] One row of data, row { $first }.
   *[other] { $rows } rows of data, rows { $first }–{ $last }.
}
cli-data-above = { $count ->
    [one] One row above is no data:
   *[other] { $count } rows above are no data:
}
cli-data-under = { $count ->
    [one] One row under is no data:
   *[other] { $count } rows under are no data:
}
cli-data-filled = Empty cells in { $name } are read as what stands above them.
cli-data-percent = formatted as per cent: 0.8 is read as 80
cli-data-mixed = The file mixes two encodings, so some letters come out wrong. Save it anew in UTF-8.
cli-data-shorter = { $count ->
    [one] One row has fewer fields than the headings
   *[other] { $count } rows have fewer fields than the headings
}: row { $first }. What is not there counts as empty.
cli-data-longer = { $count ->
    [one] One row has more fields than the headings
   *[other] { $count } rows have more fields than the headings
}: row { $first }. What is too much is not read.
cli-data-columns = { $count ->
    [one] One column:
   *[other] { $count } columns:
}
cli-data-values = { $count ->
    [one] one value
   *[other] { $shown } values
}
cli-data-range = { $min } to { $max }, sum { $sum }
cli-data-marked = { $shown } with "{ $mark }" after the number
cli-data-texts = { $count ->
    [one] one text
   *[other] { $shown } texts
}
cli-data-dates = { $count ->
    [one] one date
   *[other] { $shown } dates
}
cli-data-missing = missing: { $marks }
cli-data-blank = { $count ->
    [one] one blank
   *[other] { $shown } blank
}
cli-data-mark = { $shown } "{ $mark }"
cli-data-two-ways-decimal = { $count } numbers with "{ $sign }" can be read in two ways and were read as decimals
cli-data-two-ways-thousands = { $count } numbers with "{ $sign }" can be read in two ways and were read as thousands
cli-data-labels = { $count } different: { $labels }
cli-data-labels-over = over { $count } different: { $labels }
cli-data-kind-empty = empty
cli-data-kind-number = number
cli-data-kind-year = year
cli-data-kind-code = code
cli-data-kind-date = date
cli-data-kind-text = text
cli-data-kind-mixed = numbers and text
cli-data-must-show = Always shown: { $note }
cli-data-note = Note: { $note }
