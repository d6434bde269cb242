# Choosing the values of a chart from a file, in English.

## What keeps a chart from being made

choose-no-column = There is no column "{ $asked }". There are: { $names }.
choose-many-columns = "{ $asked }" fits several columns: { $names }. Write a little more of the one you mean.
choose-no-label = "{ $column }" has no "{ $asked }". It has, among others: { $names }.
choose-many-labels = "{ $asked }" fits several in "{ $column }": { $names }. Write a little more of the one you mean.
choose-nothing = Say what runs along the axis and which value is drawn.
choose-twice = "{ $column }" is picked for two things. Pick another column for one of them.
choose-two-groupings = Several values stand beside each other as groups already. Pick one value, or leave the group out.
choose-no-rows = No row fits all the filters together. Take one of them away.
choose-no-numbers = There is no number in "{ $column }" where it was looked for.
choose-several-rows = Several rows fall on "{ $at }" (rows { $first } and { $second } are two of them).
choose-several = Several values fall on "{ $at }".
choose-several-differ = They differ in: { $names }. Filter there, or say that they are to be added or that their mean is drawn.
choose-several-same = They differ in nothing but numbers. Say that they are to be added, or that their mean is drawn.
choose-total = "{ $label }" in "{ $column }" is a total, and it would be added to its parts. Filter "{ $column }" to the total, or to the parts.
choose-places = "{ $column }" holds several places. A dialogue explores one's own and does not compare with others. Choose one, or ask for the comparison.
choose-long = "{ $column }" has more than { $most } different labels. Choose some of them with a filter.
choose-wide = "{ $column }" has more than { $most } different labels. That is too many for groups.
choose-no-occasion = There is no "{ $asked }" to compare before and after with. There are: { $names }.
choose-no-occasions = Before and after need two groups or two columns of values.
choose-no-survey = The file is a published table. Shares of answers are made of files with one row a person.
choose-left = The reading was left.

## What is said with a chart

choose-rows = { $count ->
    [one] One row of { $all } is behind the chart.
   *[other] { $kept } rows of { $all } are behind the chart.
}
choose-sums = Each value is a sum, of up to { $most } rows.
choose-means = Each value is a mean of up to { $most } rows that all weigh the same.
choose-missing-within = { $count ->
    [one] One value is missing
   *[other] { $shown } values are missing
} in what was put together ({ $marks }). What is missing is left out and not counted as zero.
choose-blank-mark = empty
choose-blank = { $count ->
    [one] One row says
   *[other] { $shown } rows say
} nothing in "{ $column }". They may be totals of the others.
choose-unit-rows = rows
choose-partial = { $count ->
    [one] one value unknown
   *[other] { $shown } values unknown
}
choose-uncertain = no certain difference
choose-updated = { $source }, updated { $updated }

## samtal chart, samtal data add, samtal data refresh

cli-chart-about = Draw a chart of a file; without options tell what can be picked
cli-arg-data = The file: CSV, Excel, OpenDocument, PC-Axis, JSON-stat, PxWeb, Kolada or Skolverket
cli-arg-x = What runs along the axis
cli-arg-y = The value; several stand beside each other, or along the axis where there is no --x
cli-arg-count = Count the rows instead of drawing a value
cli-arg-item = A question of a survey with one row a person: shares of its answers; several stand side by side
cli-arg-answer = An answer, again for the next: their order from one end to the other
cli-arg-own = The file is our own: small numbers of people are hidden
cli-arg-published = Somebody published the file: small numbers stand as they are
cli-arg-group = What becomes groups, or lines
cli-arg-where- = Which rows count; again for one more label of the column, `*` for all of them
cli-arg-fold = What becomes of several rows on one place: only (there must be one), sum or mean
cli-arg-n = The column that says how many answered
cli-arg-shape = bars or series, where the file does not tell
cli-arg-before = Before and after: the group or column that is before
cli-arg-after = The one that is after
cli-arg-compare = Let several municipalities stand beside each other
cli-arg-title = The title
cli-arg-unit = What a value is: "share %"
cli-arg-say = One sentence to say aloud
cli-arg-caveat = What to keep in mind about the figures
cli-arg-source = Who published it, where the file does not say it well
cli-arg-remark = A word about one row: "Sleeps well=no certain difference"
cli-arg-kind = measure, explore (as a dialogue does) or follow-up
cli-arg-width = How wide, in columns
cli-data-add-about = Put a chart of a file into a session
cli-data-refresh-about = Read the files of a session's charts again, ask again for what was fetched, and show what changed before it counts
cli-data-refresh-arg-server = Another address of the same service, if it has moved
cli-data-refresh-arg-fresh = Ask even if the answer has been fetched already
cli-data-refresh-arg-offline = Ask nobody: read what was fetched before
cli-arg-session = A session's file, or part of its name
cli-arg-yes = Accept what changed without asking

cli-chart-verb = chart
cli-chart-reading = Reading, { $percent } %
cli-chart-several-hint = --where "{ $column }=…" keeps one of them. --fold sum adds, --fold mean draws the mean.
cli-chart-fold-hint = --fold sum adds, --fold mean draws the mean.
cli-chart-places-hint = --where "{ $column }=…" chooses one's own. --where "{ $column }=*" takes all of them together. --compare lets them stand beside each other.
cli-chart-total-hint = --where "{ $column }={ $label }" takes the total.
cli-chart-nothing-hint = Without --x and --y the command tells what can be picked.
cli-chart-remark = "{ $text }" is no word about a row. Write --remark "LABEL=WORDS" with the label of a row of the chart.
cli-chart-where = "{ $text }" is no filter. Write --where "COLUMN=LABEL".
cli-chart-offer = { $file }: this can be picked.
cli-chart-axes = For the axis (--x), groups (--group) or a filter (--where):
cli-chart-places = Places, to choose one's own (--where):
cli-chart-own = Different on nearly every row, best for a filter (--where):
cli-chart-values = Values (--y):
cli-chart-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
cli-chart-over = over { $count }
cli-chart-example = For example:
cli-add-nothing = Say what the chart shows, with --x and --y.
cli-add-nothing-hint = `samtal chart "{ $file }"` tells what can be picked, and gives an example.
cli-add-full = The session has as many charts as can be numbered.
cli-added = { $id } "{ $title }" is in { $path }.
cli-add-many = That makes { $count } charts. A group takes in up to { $most }, shown rather fast.
cli-refresh-none = nothing
cli-refresh-failed = { $id } could not be read again: { $why }
cli-refresh-nothing = No chart of this session was chosen from a file or fetched.
cli-refresh-nothing-hint = `samtal data add` chooses one, and it can then be read again.
cli-refresh-same = { $id } { $title }: the same values.
cli-refresh-changed = { $id } { $title }: { $count ->
    [one] one value changed
   *[other] { $count } values changed
}.
cli-refresh-began = The dialogue has begun. What was shown stays as it was shown.
cli-refresh-yes = Nothing is changed yet. With --yes it is.
cli-refresh-ask = Accept this? (y/n)
cli-refresh-left = Nothing is changed.
cli-refreshed = { $count ->
    [one] One chart has its new values.
   *[other] { $count } charts have their new values.
}
