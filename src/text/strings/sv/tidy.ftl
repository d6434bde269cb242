# The quarter of an hour after: what wants a second look, and the six words.
view-tidy-title = { $n ->
    [0] Renskriv
   *[other] Renskriv · { $n } kvar
}
view-tidy-missed = ATT FYLLA I
view-tidy-double = STÅR TVÅ GÅNGER
view-tidy-short = FÖRKORTNINGAR
view-tidy-no-who = NÄSTA STEG UTAN VEM
view-tidy-no-when = NÄSTA STEG UTAN NÄR
view-tidy-no-one = NÄSTA STEG UTAN VEM OCH NÄR
view-tidy-how-missed = { $enter } fyller i, { $aside } låter den vara.
view-tidy-how-double = { $enter } behåller { $kept }, { $join } slår ihop dem, { $aside } behåller båda.
view-tidy-how-short = { $enter } skriver ut orden, { $aside } låter dem vara.
view-tidy-how-step = { $enter } skriver till det som saknas, { $aside } låter det vara.
view-tidy-enough = Det räcker gott när du vill. { $key } lämnar, minnesanteckningen är klar.
view-tidy-ready = Det räcker gott. Minnesanteckningen är klar.
view-tidy-read = Enter läser den.
view-key-tidy-fills = fyller i
view-key-tidy-keeps = behåller den
view-key-tidy-writes-out = skriver ut
view-key-tidy-lets-be = låt vara
view-key-tidy-done = det räcker
view-after-tidy = { $key } renskriver i lugn och ro.
