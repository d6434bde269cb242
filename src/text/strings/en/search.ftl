# Looking for words in every session, and a whole series on a page, in English.

cli-search-about = Look for words in all dialogues; a line for each hit: session:id: text
cli-search-arg-words = The words; all of them must be in the note
cli-search-arg-fuzzy = The letters of a word need only come in their order
cli-search-arg-plain = Take å and ä for a, and ö for o
cli-search-arg-tag = Only one kind of note: "next step", surprises, …
cli-search-arg-series = The dialogues of one series only
cli-search-arg-voice = Only what one perspective said
cli-search-arg-since = Only from a day on, such as 2026-11-17
cli-search-arg-until = Only up to a day
cli-search-arg-open = Only what is open: steps, data we want to see, who more
cli-show-arg-series = A whole series: what we said, what came of it, what did not

search-reading = Reading your dialogues, { $done } of { $of }
search-nothing = Nothing was found.
search-what = What to look for? Write a word, or choose with --tag, --series, --voice or --open.
series-report = SERIES
series-counts = { $sessions } dialogues. { $steps } next steps: { $done } done, { $ongoing } ongoing, { $open } open, { $dropped } did not happen.
series-said = WHAT WE TOOK WITH US
series-came-about = THIS CAME ABOUT
series-did-not = THIS DID NOT HAPPEN
series-still-open = THIS IS OPEN
series-why-not = Why did it not happen? Not said for
series-no-sessions = No dialogue belongs to the series "{ $name }".

view-search-title = Look in every session
view-search-how = Type words. All of them must stand in the note, and the newest sessions come first.
view-search-filters = Narrow it: { $filters }
view-search-nothing = Nothing was found. One word less, or fuzzy: which takes letters in their order.
view-search-count = { $count ->
    [one] one hit
   *[other] { $count } hits
}
view-search-going = looking, { $done } of { $of }
view-search-enough = the first { $count }; one more word narrows it
key-search-read = read
search-filters = tag:idea  series:school  voice:leisure  since:2026-10-01  until:2026-12-24  open:  plain:  fuzzy:
