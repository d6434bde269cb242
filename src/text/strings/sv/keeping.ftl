# Before, between and after dialogues, in Swedish.

cli-invite-about = Skriv inbjudan till ett samtal, som text eller till kalendern
cli-invite-arg-ics = Som kalenderfil, med tidszon och påminnelse
cli-invite-arg-output = Filen att skriva (annars rakt ut)
cli-script-about = Läs samtalsledarens manus, eller skriv ut det
cli-split-about = Dela ett långt samtal i två, några dagar isär
cli-rename-about = Ge ett samtal en ny titel, och filen ett namn efter den
cli-copy-about = Gör ett andra samtal som säger detsamma
cli-delete-about = Ta bort ett samtal med allt som hör till det
cli-open-about = Öppna ett samtals fil i din editor, och kontrollera den efteråt
cli-rename-arg-title = Titeln
cli-copy-arg-title = Titeln
cli-delete-arg-yes = Fråga inte
cli-list-arg-series = Bara en series samtal
cli-list-arg-since = Bara från och med en dag, som 2026-11-17
cli-list-arg-until = Bara till och med en dag
cli-list-arg-open-steps = Bara samtal med öppna steg
cli-list-arg-sort = Ordning: datum, titel, serie eller steg (date, title, series, steps)

keep-copy-of = { $title } (kopia)
keep-no-title = En titel behöver minst ett ord.
keep-goes = { $count ->
    [one] En fil tas bort:
   *[other] { $count } filer tas bort:
}
keep-left = Inget är borttaget.
keep-left-hint = Med --yes tas de bort utan fråga.
keep-ask = Det går inte att ångra. Skriv { $name } för att ta bort det:
keep-gone = { $count ->
    [one] { $name } är borttaget: en fil.
   *[other] { $name } är borttaget: { $count } filer.
}
keep-no-editor = Editorn går inte att starta: { $editor }
keep-none-fits = Inget samtal stämmer med det.
keep-bad-day = "{ $day }" är ingen dag. Skriv 2026-11-17.

split-part = { $title }, del { $number }
split-began = Samtalet har börjat och går inte att dela.
split-one = Det finns inte två dialoger att dela emellan.

invite-when = { $day } ({ $date }) kl. { $from }–{ $to }
invite-no-time = Tiden är inte bestämd. Vi räknar med { $minutes } minuter.
invite-welcome = Välkommen till ett samtal om { $theme }! Vi tittar på några diagram tillsammans, säger vad vi ser och vad vi undrar, och slutar med vem som gör vad.
invite-since = { $count ->
    [one] Vi börjar med det som är öppet sedan sist: en sak.
   *[other] Vi börjar med det som är öppet sedan sist: { $count } saker.
}
invite-nothing-to-prepare = Du behöver inte förbereda något och inte kunna siffror. Ingen har rätt svar. Kom med det du vet och det du undrar.
invite-agenda = Så här går det till:
invite-script = MANUS
invite-only-you = Bara för dig
invite-when-first = Samtalet har ingen starttid, och utan den blir det ingen kalenderfil.
invite-when-hint = Skriv den i filen: slot: (start: "2026-11-17T09:00", minutes: 90). `samtal open` öppnar den.
