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

# Ta bort helt, och gallra.
cli-remove-about = Ta bort en anteckning eller en person helt, ur varje fil
cli-remove-arg-id = Anteckningen, till exempel N17
cli-remove-arg-person = Ett namn: deltagare, steg och ord, i ett samtal eller i alla
cli-remove-arg-yes = Fråga inte
cli-thin-about = Gallra efter ålder och slag; utan val tas inget bort
cli-thin-arg-older-than = Från den här åldern: 2y, 18m, 90d
cli-thin-arg-kind = Vad: sessions (samtal), notes (anteckningar), voices (röster), names (namn), private (egna), inbox (inkorg), logs (loggar), copies (kopior)
cli-thin-arg-yes = Fråga inte
remove-mark = [borttagen]
remove-what = Säg ett samtal och en anteckning, eller --person NAMN.
remove-no-id = ”{ $id }” är ingen anteckning. De heter som N17.
remove-no-note = Det finns ingen { $id } i det här samtalet.
remove-no-name = Ett namn behöver minst en bokstav.
remove-nobody = { $name } står ingenstans.
remove-ask-id = Det går inte att ångra. Skriv { $id } för att ta bort den helt:
remove-ask-name = Det går inte att ångra. Skriv { $name } för att ta bort namnet helt:
remove-copied = { $session } har en kopia: { $ids }
remove-gone = { $what } är borttagen helt.
remove-gone-from = { $name } är borttagen helt ur { $session }.
remove-anew = Skriven på nytt: { $path }
remove-file = Borttagen: { $path }
remove-index = Registret över ord har glömt det.
remove-reach = Exporter, mejl, synkade kopior och papper når samtal inte: dem tar du bort själv.
remove-left = { $session } är som förut: { $why }
remove-plan = { $path } är en egen plan utan id: ändra den i en editor.
remove-holds = Namnet står kvar i { $path }: i ett diagrams etiketter eller en sökväg, som du själv ändrar.
remove-file-name = Namnet står i filens eget namn, { $path }: samtal byt-namn ändrar det.
remove-in-plan = titel eller syfte
remove-in-people = deltagare { $key }
remove-in-stage = agendan, { $id }
remove-in-older = i { $count ->
    [one] en fil
   *[other] { $count } filer
} med det som ändrats eller ångrats
thin-age = En ålder är ett tal och y, m eller d: 2y, 18m, 90d.
thin-no-date = { $session } har inget datum och lämnas.
thin-nothing = Där finns inget att gallra.
thin-how = Inget är borttaget. Med --older-than ÅLDER och --kind SLAG går det.
thin-word = gallra
thin-ask = Det går inte att ångra. Skriv { $word } för att ta bort det:
thin-gone = { $session }: borttaget { $what }
thin-sum = Sammanlagt: { $what }
thin-sessions = { $count ->
    [one] ett samtal
   *[other] { $count } samtal
}
thin-notes = { $count ->
    [one] en anteckning
   *[other] { $count } anteckningar
}
thin-voices = { $count ->
    [one] en röst
   *[other] { $count } röster
}
thin-names = { $count ->
    [one] ett namn
   *[other] { $count } namn
}
thin-private = { $count ->
    [one] en egen rad
   *[other] { $count } egna rader
}
thin-inbox = { $count ->
    [one] en rad i inkorgen eller parkerad
   *[other] { $count } rader i inkorgen eller parkerade
}
thin-logs = { $count ->
    [one] en fil i loggen
   *[other] { $count } filer i loggen
}
thin-copies = { $count ->
    [one] en undanlagd kopia
   *[other] { $count } undanlagda kopior
}

# Allt i en fil, och tillbaka.
cli-pack-about = Packa allt, några samtal eller en serie i en fil
cli-pack-arg-sessions = Samtalen (annars allt: också mallar, tips och inställningar)
cli-pack-arg-series = Samtalen i en serie
cli-pack-arg-output = Filen att skriva (annars samtal-DATUM.zip här)
cli-pack-arg-without-log = Utan loggar: inget att ångra och inga egna rader, till någon annan
cli-unpack-about = Ta det ur ett paket som inte redan finns här
pack-made = { $count ->
    [one] { $path } har ett samtal.
   *[other] { $path } har { $count } samtal.
}
pack-with-log = Loggarna följde med: det som går att ångra, och dina egna rader. Till någon annan: --without-log.
pack-without-log = Utan loggar: inget att ångra och inga egna rader.
pack-moved = { $path } ligger utanför dina samtal: i paketet ligger den bredvid dem, och diagrammet letar där den låg.
pack-not-zip = { $file } är ingen zip-fil, eller så är den avhuggen.
pack-foreign = { $file } är en zip-fil med något annat.
pack-newer = { $file } är packad av en nyare version av samtal (form { $version }). Uppdatera samtal för att packa upp den.
pack-name = { $file } har en fil vars namn leder någon annanstans: { $name }
pack-too-large = { $file }: mer än ett paket rymmer. Packa färre samtal åt gången.
pack-differs = { $file } är skadad: { $name } är inte det som listan säger.
unpack-nothing = Inget är skrivet.
unpack-has = { $count ->
    [one] { $file } ({ $made }) har ett samtal.
   *[other] { $file } ({ $made }) har { $count } samtal.
}
unpack-written = Skriven: { $path }
unpack-written-log = Skriven med sin logg: { $path }
unpack-there = Finns redan: { $path }. För att ta in det som skiljer: packa upp { $name } för sig och kör samtal sla-ihop { $session } med den.
unpack-same = Finns redan, likadan: { $path }
unpack-other = Lämnad som den är, där ligger en annan fil: { $path }
