# The chart floor, in English: charts in words, and what is odd about charts and tables.

## A table that could not be read

data-at = { $file }, line { $line }, column { $column }: { $what }
data-in = { $file }: { $what }
data-empty = The file is empty.
data-too-large = The file is larger than { $most } MB. Keep only what the chart shows.
data-not-text = This is not a text file. Open it in the spreadsheet and save it as CSV.
data-garbled = The characters cannot be read. Save the file as CSV in UTF-8.
data-one-column = There is only one column. Separate the columns with semicolons, commas or tabs.
data-many-rows = The table has more than { $most } rows. Keep only what the chart shows.
data-many-measures = The table has more than { $most } columns. Keep only what the chart shows.
data-no-rows = There are headings but no rows under them.
data-fields = The row has { $found } fields and the headings { $expected }. The file begins with its headings, and text that holds a separator stands in quotation marks.
data-no-label = The row has values but no name in its first column.
data-not-a-number = "{ $text }" is not a number. Every column but the first holds numbers. Write two points (..) where one is missing.
data-ambiguous = "{ $text }" can be read in two ways, with thousands or with decimals. Write thousands without a mark, and decimals with one more zero at the end.
data-quotes = A quotation mark opens here and never closes.
data-measures = The chart has room for { $needed ->
    [one] one column
   *[other] { $needed } columns
} of values and the table has { $found }.
data-no-values = The chart is a card or a picture and takes no values from a file.
data-there = { $file }, at { $place }: { $what }
data-dimensions = The table has { $found } dimensions. A chart runs along one.
data-unknown = I do not know this format. I read CSV, Excel, OpenDocument, PC-Axis, JSON-stat, PxWeb, Kolada and Skolverket.
data-many-cells = The table has more than { $most } million cells. Keep only what the chart shows.
data-gave-up = The file could not be read: { $words }
data-password = The workbook is locked with a password. Take the password off in the spreadsheet and save it again.
data-damaged = The workbook is damaged. Open it in the spreadsheet and save it again.
data-damaged-said = The workbook is damaged. Open it in the spreadsheet and save it again. ({ $words })
data-large-workbook = The file is larger than { $most } MB. Save it as xlsx or CSV, and it can be read.
data-unpacked = The workbook is small but becomes more than { $most } MB when it is unpacked. No spreadsheet program writes so; I do not read it.
data-long-line = The line is longer than a MB. No table is written so; perhaps the file is of another kind.
data-many-columns = The table has more than { $most } columns. Perhaps its fields are parted at the wrong sign; choose with --separator.
data-long-text = A cell of the workbook is longer than any spreadsheet program writes. I do not read it.
data-no-sheet = There is no sheet called "{ $asked }". The sheets are: { $sheets }.
data-no-sheets = The file has no sheets to choose from.
data-wish-no-separator = Only text files have a sign between fields to choose.
data-wish-no-decimal = In this file numbers are numbers already; there is no decimal sign to choose.
data-wish-no-encoding = Only text files have an encoding to choose.
data-wish-no-headings = This file says by itself what everything is called; there is no row of headings to choose.
data-wish-no-languages = The file has only one language.
data-wish-no-tables = The file has only one table.
data-wish-encoding = I know no encoding called "{ $name }". Try utf-8, windows-1252, utf-16le or utf-16be.
data-wish-not-in = The file is not written in { $name }: it has characters that cannot be read so.
data-wish-separator = There is no "{ $sign }" near the beginning of the file that could part its fields.
data-wish-tab = There is no tab near the beginning of the file that could part its fields.
data-wish-headings = Nothing stands on row { $row } that could be headings.
data-wish-decimal = No number in the file has "{ $sign }" before decimals; the numbers are written with "{ $other }".
data-wish-language = The file does not have the language "{ $asked }". It has: { $all }.
data-wish-table = There is no table called "{ $asked }". The tables are: { $all }.
data-no-rows-in-sheets = All sheets that are shown are empty.

## What is odd about a chart

chart-no-title = It has no title.
chart-no-source = It has no source.
chart-empty = It has no values.
chart-all-missing = Every value is missing.
chart-twice = "{ $label }" stands more than once.
chart-many-rows = { $rows } rows are many to read on a screen. Up to { $most } is fine.
chart-many-columns = { $columns } are many to keep apart. Up to { $most } is fine.
chart-over-100 = The shares of "{ $label }" sum to more than 100.
chart-no-such-break = The break at "{ $label }" is not among the rows.
chart-share = A share lies between 0 and 100.

## Charts in words

chart-missing = no figure
chart-n = n = { $n }
chart-not-read = The values are read from { $file }.
chart-shown = Shown elsewhere: { $place }
chart-card = shown elsewhere
chart-picture = a picture in words
chart-purpose-measure = to measure
chart-purpose-explore = to explore
chart-purpose-follow-up = to follow up

chart-one = only { $label } ({ $value })
chart-same = all { $value }
chart-ends = highest { $high } ({ $most }), lowest { $low } ({ $least })
chart-steady = { $value } all the time, { $from } to { $to }
chart-course = from { $first } ({ $from }) to { $last } ({ $to })
chart-highest = highest { $label } ({ $value })
chart-lowest = lowest { $label } ({ $value })
chart-commonest = { $label }: the most common is "{ $answer }" ({ $value }).
chart-change = { $label }: { $before } ({ $then }), { $after } ({ $now }).
chart-more = { $more ->
    [one] And one more row.
   *[other] And { $more } more rows.
}
chart-break = Before and after { $at } cannot be compared.
chart-break-why = Before and after { $at } cannot be compared: { $why }.
chart-break-short = not comparable with the years before
chart-missing-row = { $label }: no figure
chart-missing-for = No figure: { $labels }.
chart-hidden-for = Hidden: { $labels }.
chart-missing-many = No figure for { $some } of { $all }.

## Pictures

chart-class = { $some } of { $all } in a class
chart-class-said = In a class of { $all } that is about { $some } pupils ({ $exact }).
chart-axes-up = Doing well
chart-axes-down = Not doing well
chart-axes-left = Life is calm
chart-axes-right = Life is hard
chart-axes-well-easy = Life is calm, and they are doing well
chart-axes-well-hard = Life is hard, and still they are doing well
chart-axes-low-easy = Life is calm, but they are not doing well
chart-axes-low-hard = Life is hard, and they are not doing well
chart-axes-said = How well one is doing and how hard life is are two different things. Life can be hard and one can still be doing well.

## A PC-Axis file that is broken

data-px-statement = Here should stand a keyword, =, its texts and a semicolon. The file is damaged; fetch it again.
data-px-unclosed = The semicolon after this is missing. The file is damaged; fetch it again.
data-px-mark-in-text = A quotation mark stands in the middle of a text, or a comma or semicolon is missing after it.
data-px-no-data = The file ends before DATA. It describes a table but holds no figures; fetch it again.
data-px-no-variables = The file names no variables: both STUB and HEADING are missing.
data-px-no-values = The variable "{ $name }" has no values: VALUES("{ $name }") is missing.
data-px-count = { $keyword } of "{ $name }" lists { $found } and VALUES lists { $expected }. One of them is wrong.
data-px-cells = The file declares { $expected } cells and holds { $found }.
data-px-not-a-number = "{ $text }" stands among the figures and is neither a number nor a mark for a missing one.
data-px-key = "{ $text }" begins a row and is not among the values of its variable.
data-px-key-twice = The file holds this row twice.

## A JSON file that is broken or is no table

data-json-form = The form of JSON breaks here. The file is damaged; fetch it again.
data-json-ends = The file ends in the middle. Fetch it again.
data-json-web-page = This is a web page and no table. Perhaps the address was wrong, or a login stood in the way.
data-json-no-table = The file is JSON, but no table that I know.
data-json-description = The file describes a table but holds no figures. Fetch its data.
data-json-list = The file is a list of tables and holds no figures. Fetch one of them.
data-json-settings = The file holds the settings of a server and no figures.
data-json-refused = The server that was asked refused: "{ $words }"
data-json-lacks = "{ $word }" is missing here, and without it the table cannot be read.
data-json-count = There are { $found } here and should be { $expected }. The file is damaged; fetch it again.
data-json-index = A place named here is not in the list, or stands twice.
data-json-kind = Something of another kind should stand here: a text, a number or a list.
data-json-many-parts = The file has more than { $most } million labels and names. Keep only what the chart shows.
data-json-no-rows = The answer is empty. Perhaps nothing is published for what was asked.
data-json-twice = The same cell stands twice here with different values.
