# The quarter of an hour after: what wants a second look, and the six words.
view-tidy-title = { $n ->
    [0] Tidy
   *[other] Tidy · { $n } left
}
view-tidy-missed = TO FILL IN
view-tidy-double = STANDS TWICE
view-tidy-short = SHORT FORMS
view-tidy-no-who = A NEXT STEP WITHOUT WHO
view-tidy-no-when = A NEXT STEP WITHOUT WHEN
view-tidy-no-one = A NEXT STEP WITHOUT WHO AND WHEN
view-tidy-how-missed = { $enter } fills it in, { $aside } lets it be.
view-tidy-how-double = { $enter } keeps { $kept }, { $join } makes one of them, { $aside } keeps both.
view-tidy-how-short = { $enter } writes the words out, { $aside } lets them be.
view-tidy-how-step = { $enter } adds what is missing, { $aside } lets it be.
view-tidy-enough = That will do whenever you like. { $key } leaves, the minutes are ready.
view-tidy-ready = That will do. The minutes are ready.
view-tidy-read = Enter reads them.
view-key-tidy-fills = fills in
view-key-tidy-keeps = keeps it
view-key-tidy-writes-out = writes out
view-key-tidy-lets-be = let it be
view-key-tidy-done = that will do
view-after-tidy = { $key } tidies the notes at leisure.
