# Showing a chart beyond the plain drawing, in English: the other side, guesses, voices, what lies behind.

## The other side of a share

chart-turned = { $words } (turned: { $title })
chart-flip-odd = It has words for its other side (flip) and cannot be turned. { $why }
chart-healthy-odd = Answers are chosen (healthy), but they belong to a scale that is turned or guessed. Write flip or guess as well, or take them out.
chart-turn-no-words = Nobody wrote what the rest is called. Write it in the file, as flip: "present".
chart-turn-no-values = There is no share to turn here.
chart-turn-no-share = Only shares in per cent can be turned.
chart-turn-outside = "{ $label }" is not between 0 and 100, so there is no rest.
chart-turn-parts = The parts are one whole. Write them as answers, one side as healthy.
chart-turn-no-side = Nobody chose which answers belong together. Write them as healthy.
chart-turn-no-answer = The scale has no answer called "{ $answer }".
chart-turn-not-whole = The answers of "{ $label }" do not sum to 100. Then they are not parts of one whole.

## Guessing before the values are shown

chart-covered = Guess before it is shown.
chart-guess-odd = It is marked for guessing (guess) and nothing can be guessed. { $why }
chart-guess-not-marked = The chart is not marked for guessing. Write guess: true in the file.
chart-guess-no-values = There is no value to guess here.
chart-guess-no-row = It has no row called "{ $label }".
chart-guess-no-side = Choose the answers that the guess is about, with healthy.
chart-guesses = { $n ->
    [one] 1 guess
   *[other] { $n } guesses
}
chart-guesses-few = { $count }, too few for a spread
chart-guesses-spread = { $count }, { $ends }, middle { $middle }
chart-answer-of = { $value } ({ $label })
chart-surprise = guessed { $guess }, was { $answer }
chart-surprise-few = it was { $answer }

## Voices

chart-quote = “{ $quote }”
chart-quote-from = { $quote } says { $from }.
chart-no-quote = The quote is empty.
chart-apart = { $one } "{ $first }" and { $other } "{ $second }" are of the same question: taking one from the other shows a group so small that it is otherwise hidden; show only one of them.
chart-no-from = It does not say who speaks. Write a perspective or an age, not a name: from: "pupil in year 8".

## Behind the number

chart-about = about { $some } of { $all }
behind-title = Behind the number
behind-source = Source
behind-no-source = Nobody wrote where the figures come from.
behind-read = Read
behind-file = From { $file }, until the first stage starts.
behind-recipe = From { $file }.
behind-fetched = Fetched from { $service } { $day }: { $indicators } for { $place }.
behind-recipe-read = From { $file }, read { $day }.
behind-values-of = Values: { $columns }.
behind-sums-of = Sums of { $columns }.
behind-means-of = Means of { $columns }.
behind-rows-counted = How many rows.
behind-shares-of = Shares of the answers: { $items }.
behind-only = Only { $column }: { $labels }.
behind-values = Values
behind-covered = Hidden until you have guessed.
behind-n = Number
behind-no-n = Nobody wrote how many answered or were counted.
behind-missing = Missing
behind-none-missing = No value is missing.
behind-gaps = { $some } of { $all } values: { $why }
behind-no-reason = no reason written
behind-missing-said = Missing: { $gaps }.
behind-caveat = Mind
behind-not-in = Not in it
behind-no-not-in = Who is not seen here? Nobody wrote it.
behind-not-in-said = Not in it: { $text }
behind-kind = Kind
behind-kind-measure = Can be compared and followed over a long time. It is made for steering more than for dialogue, and can be talked about.
behind-kind-explore = May be in bits. It is there to raise questions and need not be perfect. Not for comparing with others.
behind-kind-follow-up = Shows whether something that was decided gets done, as long as it goes on. In a dialogue it is where one starts, no verdict.
behind-people = In people

## In a list of what is wrong

format-chart = Chart { $id }: { $problem }

## Keys

action-flip = The other side of a share, in words written beforehand
key-flip = turn
action-guess = Guess before it is shown
key-guess = guess
action-behind = Behind the number: source, how many, what is missing
key-behind = source

## What the leading window answers

echo-turned = Turned: { $words }.
echo-turned-back = Back on the side that was measured.
echo-guesses-left = The guesses are forgotten.
echo-surprise = Enter saves the surprise, Esc drops it.
    .line = { "" }
echo-surprise-line = Drafted: { $words }. The note line has words already, so write it yourself.
prompt-guesses-wrong = Write the guesses as numbers: 60 70 55 80.
prompt-guesses-share = A share lies between 0 and 100.
prompt-guesses-large = Numbers that large cannot be guessed.
prompt-guesses-many = More than { $most } guesses are not taken.
view-ask-guess = GUESS BEFORE IT IS SHOWN
    .line = Guess before it is shown.
view-ask-guess-how = type what is called out: 60 70 55 80
    .line = Answer with what is called out: 60 70 55 80. An empty line shows the values.
view-guess-hint = Guess before it is shown. { $guess } takes guesses, { $show } shows it.
view-guessed = { $spread }. It was { $answer }.
view-key-shows = shows
view-key-counts = counts
