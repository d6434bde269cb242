# Text that is pasted, or typed line by line, for a chart.

paste-split-tab = tabs, as in a spreadsheet
paste-split-semicolon = semicolons
paste-split-bar = upright bars
paste-split-gaps = two spaces or more
paste-split-comma = commas
paste-split-words = the numbers at the end of a line
paste-split-turns = a label on one line, its number on the next
paste-split-blocks = first all labels, then all numbers

paste-rule = a rule
paste-title = title
paste-heading = headings
paste-row = row { $row }
paste-part = part of row { $row }
paste-no-value = no number, not drawn
paste-over = too long, not drawn

paste-two-ways = { $count ->
    [one] One number can be read in two ways. I read the sign as decimals.
   *[other] { $count } numbers can be read in two ways. I read the sign as decimals.
 }
paste-unread = Line { $line }: “{ $words }” is no number. It stands as missing, with the words as the reason.
paste-unread-more = { $count ->
    [one] One more is no number and stands as missing.
   *[other] { $count } more are no numbers and stand as missing.
 }
paste-beside = { $count ->
    [one] The column { $names } is not drawn.
   *[other] The columns { $names } are not drawn.
 }
paste-left-out = { $count ->
    [one] One line has no number and is not drawn.
   *[other] { $count } lines have no number and are not drawn.
 }
paste-left-over = { $count ->
    [one] One line does not fit in a chart.
   *[other] { $count } lines do not fit in a chart.
 }

# The screen that makes a chart of data.

data-title = New chart
data-step = Step { $at } of { $of }: { $name }
data-step-lines = paste or type
data-step-preview = how I read it
data-step-choose = choose
data-step-words = words
data-step-saved = saved

data-lines-how = Paste cells from a spreadsheet, a slide or a PDF, or type lines: grade 9; 81. Drop a file here, or type its name. An empty line goes on.
data-lines-file = Enter on an empty line: back to { $file }.
data-lines-chart = The chart is seen here while you type.
data-no-values-yet = There is no number to draw yet. Type a line like: grade 9; 81
data-no-title-yet = Give the chart a title: what is shown, of whom?
data-no-chart-yet = No chart yet.
data-leaving = The lines are not saved. Esc once more leaves them.
data-started = The dialogue has begun, so what is shown stays as it is. Add charts before the start, or make a new session with samtal new.
data-too-many = There are no numbers of charts left. Take a chart out of the session's file first.
data-still-reading = The file is still being read. Wait a little, or press Esc to leave it.
data-reading = Reading { $file } …
data-reading-so-far = Reading { $file } … { $at } of { $of } MB. Esc leaves.
data-saved = { $id } saved in { $session }. Enter: one more chart. Esc: done.

data-preview-file = How I read { $file }
data-set-sheet = Sheet
data-set-table = Table
data-set-language = Language
data-set-headings = Headings
data-set-separator = Between fields
data-set-decimal = Decimals
data-set-encoding = Encoding
data-set-split = Between cells
data-set-found = { $value } (found)
data-set-wished = { $value } (chosen by you)
data-set-no-headings = none
data-set-first-row = the first row
data-set-row = row { $row }
data-set-no-decimals = none
data-sign-semicolon = semicolon ;
data-sign-comma = comma ,
data-sign-point = point .
data-sign-tab = tab
data-sign-bar = upright bar |

data-row-axis = Along the axis
data-row-value = The value
data-row-group = Groups
data-row-fold = Several rows
data-row-shape = Chart
data-row-compare = Compare
data-pick-columns = the columns
data-pick-answers = the answers
data-pick-none = none
data-pick-rows = how many rows
data-pick-shares = shares of the answers in { $item }
data-pick-only = there must be one only
data-pick-sum = added up
data-pick-mean = their mean
data-pick-auto = what fits
data-pick-bars = bars
data-pick-series = over time
data-pick-before-after = before and after: { $before }, { $after }
data-pick-compare-off = no, we explore our own
data-pick-compare-on = yes, several places side by side
data-pick-all = all
data-pick-asked = choose first
data-ask-place = { $field }: which one is yours?
data-ask-place-next = Next you choose { $field }. Then the chart is seen here.
data-ask-place-how = The chart comes here once you have chosen { $field }. Type the beginning of its name. Enter chooses.
data-eased = Changed, so that there is a chart: { $rows }
data-never = Never drawn: { $names }. It tells who somebody is, or what they wrote themselves.
data-own = Only as a filter: { $names }. Nearly every row has its own value there.
data-found = { $count } of { $of }
data-found-none = Nothing fits. Backspace takes letters away.

data-word-title = Title
data-word-unit = Unit
data-word-say = Say
data-word-purpose = Kind of data
data-word-caveat = Keep in mind
data-word-source = Source
data-word-empty = –
data-purpose-measure = to measure
data-purpose-explore = to explore
data-purpose-follow-up = to follow up
data-hint-title = What is shown, of whom? “Happy at school, grade 9”
data-hint-unit = What is a value? “share %”, “pupils”
data-hint-say = One sentence to say aloud. Left empty, the chart says its highest and lowest.
data-hint-caveat = What does the group need to know about the figures? May be empty.
data-hint-source = Who made the figures, and when?
data-hint-measure = Comparable and systematic, over a long time. May be published.
data-hint-explore = May be in parts, is to raise questions. Not for comparing with others. Fits a dialogue best.
data-hint-follow-up = About something you decided, as long as it goes on.

data-key-on = goes on
data-key-line = takes the line
data-key-more = one more
data-key-done = done
data-key-takes = chooses
data-key-back = back
data-key-list = searches
data-key-mark = marks several
data-key-last = edits the last line
