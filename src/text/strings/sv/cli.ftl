# The command line's help.

cli-samtal-about = Leder datadrivna samtal i terminalen: agenda och klocka, diagram i text, anteckningar som aldrig försvinner, minnesanteckning.
cli-demo-about = Led en färsk kopia av demon: riktiga siffror, påhittat samtal
cli-new-about = Gör ett nytt samtal av en mall
cli-prepare-about = Förbered ett samtal på en timme, eller mindre (utan SESSION: nästa planerade, annars ett nytt)
cli-prepare-arg-file = Samtalet: en fil, eller en del av ett namn
cli-lead-about = Led ett samtal (utan FILE: det som pågår, annars det senaste)
cli-tidy-about = Renskriv i en kvart efteråt, en sak i taget
cli-tidy-arg-file = Samtalet: en fil, eller en del av ett namn (annars det senaste)
cli-note-about = Anteckna bredvid den som leder, i ett fönster som alltid skriver
cli-merge-about = Ta in det någon antecknat på en annan dator
cli-share-about = Visa det gruppen ser, i ett eget fönster att dela
cli-show-about = Läs minnesanteckningen i en bläddrare (utan FILE: det senaste)
cli-list-about = Lista samtalen
cli-check-about = Kontrollera filer och säg var något är fel
cli-templates-about = Lista mallarna
cli-config-about = Visa var inställningarna ligger och vad som gäller
cli-completions-about = Skriv ut kompletteringar för ett skal
cli-man-about = Skriv ut manualsidan
cli-arg-lang = Språk för programmets egna ord: sv eller en
cli-arg-home = En mapp för allt: samtal, mallar, logg, inställningar (annars SAMTAL_HOME, annars systemets egna)
cli-arg-ascii = Bara ASCII-tecken i staplar och linjer
cli-arg-log = Skriv en programlogg i mappen för tillstånd, utan ett ord ur någon anteckning
cli-arg-file = En fil, eller en del av ett namn
cli-arg-files = Filer att kontrollera
cli-note-arg-file = Samtalet: en fil, eller en del av ett namn
cli-merge-arg-session = Samtalet här: en fil, eller en del av ett namn
cli-merge-arg-theirs = Filen från den andra datorn
cli-merge-other = { $file } är ett annat samtal än det här.
cli-merge-other-hint = Det ska vara samtalets egen fil, som den skickades och sedan fylldes på.
cli-merge-letters = Alla bokstäver är tagna: anteckningar från 26 datorer finns redan här.
cli-merge-added = { $count ->
    [one] En anteckning kom in: { $ids }.
   *[other] { $count } anteckningar kom in: { $ids }.
 }
cli-merge-changed = Rättat som där: { $ids }.
cli-merge-withdrawn = Tillbakataget som där: { $ids }.
cli-merge-nothing = Det finns inget nytt i { $file }.
cli-merge-personal = Se över { $id }: där följde { $kind } med.
cli-merge-both = { $id } är ändrad på båda ställena och står som här. Här: ”{ $here }” Där: ”{ $there }”
cli-merge-removed-here = { $id } är borttagen helt här och kommer inte tillbaka.
cli-merge-removed-there = { $id } är borttagen helt där. Här finns den kvar tills någon tar bort den.
cli-merge-taken = { $id } är en annan anteckning här. Den lämnades.
cli-share-arg-file = Samtalet: en fil, eller en del av ett namn
cli-note-arg-name = Vad du vill heta i de andra fönstren
cli-note-arg-add = En anteckning direkt, utan fönster; - läser en per rad
cli-note-arg-tag = Taggen, om raden inte säger den: "förvånar", "nästa steg"
cli-note-arg-by = Vem det gäller, om raden inte säger det
cli-note-empty = det finns inget att anteckna i den
cli-note-replaces = s/a/b/ ändrar en anteckning, det görs i fönstret
cli-note-pauses = /paus hör till fönstret
cli-note-unwritten = just nu skrivs inget ner
cli-note-refused = samtalet tog inte emot den
cli-note-line = rad { $line }: { $why }
cli-note-input = Det går inte att läsa det som skickas in: { $why }
cli-note-no-tag = Ingen tagg heter ”{ $name }”.
cli-note-tags = { $names }
cli-led-elsewhere = Samtalet leds i ett annat fönster. Lägg till diagram där, eller avsluta det först.
cli-new-arg-file = Filen att skriva (annars en ny i mappen för samtal)
cli-arg-template = Mallens namn, se `samtal mallar`
cli-arg-with-perspectives = Visa vilka perspektiv som sagt vad
cli-arg-pager = Bläddrare att använda, med sina flaggor
cli-arg-no-pager = Skriv rakt ut, utan bläddrare
cli-arg-color = Färg: auto, always eller never
cli-arg-shell = bash, zsh, fish, elvish eller powershell
cli-arg-help = Visa den här hjälpen
cli-arg-version = Visa versionen
cli-after-help = Utan kommando visas startsidan. Felkoder: 0 det gick, 1 det gick inte, 2 kommandot var inte begripligt eller namnet inte entydigt.

# What the commands say.

cli-hint = tips
cli-no-folder = Mappen du står i går inte att läsa: { $why }
cli-no-home = Systemet säger inte var din hemmapp är.
cli-no-home-hint = Säg en mapp med --home MAPP eller SAMTAL_HOME.
cli-keys-hint = Namnen på alla handlingar står i `samtal man` och i README.
cli-man-keys = Tangenter
cli-config-there = finns
cli-config-defaults = finns inte, det här gäller ändå
cli-place-sessions = samtal
cli-place-templates = egna mallar
cli-place-state = loggar och lås
cli-place-cache = sådant som kan göras om
cli-check-good = { $file }: allt går att läsa.
cli-no-terminal = Att leda ett samtal kräver en terminal.
cli-no-terminal-hint = `samtal visa` och `samtal lista` går att läsa överallt.
cli-no-session = Det finns inget samtal ännu.
cli-no-session-hint = `samtal ny` gör ett av en mall, `samtal demo` visar hur det är.
cli-demo-goes-on = Demon du lämnade: fortsätt där du var
cli-demo-title = Demo: riktiga siffror, påhittat samtal
cli-unsaved = { $count ->
    [one] En anteckning kunde inte sparas. { $why } Här är orden:
   *[other] { $count } anteckningar kunde inte sparas. { $why } Här är orden:
}
cli-stumbled = Programmet har ett fel och fick sluta. { $why }
cli-stumbled-hint = Det som är sparat finns kvar: `samtal` för dig tillbaka. Berätta gärna om felet, med orden ovan.
cli-made = { $path }
cli-pager-wrong = Bläddraren går inte att förstå: { $command }
cli-terminal = Terminalen svarar inte: { $why }
cli-list-open = pågår
cli-list-began = öppet
cli-list-closed = avslutat
cli-list-planned = planerat
cli-list-steps = { $count ->
    [one] 1 öppet steg
   *[other] { $count } öppna steg
}
cli-list-broken = går inte att läsa: { $why }
cli-list-empty = Inga samtal i { $folder } ännu. `samtal ny` gör ett, `samtal demo` visar hur det är.

## What was understood of a file with data

cli-data-about = Säg hur en fil med data läses: rubriker, kolumner, vad som saknas
cli-data-arg-file = Filen: CSV, Excel, OpenDocument, PC-Axis eller JSON
cli-data-arg-sheet = Bladet, med namn eller nummer
cli-data-arg-header = Raden med rubriker, eller 1-3; 0 om det inte finns några
cli-data-arg-separator = Tecknet mellan fälten: semikolon, komma, tabb, …
cli-data-arg-decimal = Tecknet före decimaler: komma eller punkt
cli-data-arg-encoding = Kodningen: utf-8, latin1, utf-16le, …
cli-data-arg-language = Språket, i en PC-Axis-fil med flera: sv, en, …
cli-data-arg-table = Tabellen i en fil med flera, med nummer eller titel
cli-data-arg-json = Skriv det som JSON, för skript
cli-data-tab = tabb mellan fälten
cli-data-separator = "{ $sign }" mellan fälten
cli-data-quote = { $sign } runt texter
cli-data-decimal = "{ $sign }" före decimaler
cli-data-bad-separator = "{ $text }" kan inte stå mellan fälten. Skriv ett tecken (";"), eller tabb, komma, semikolon.
cli-data-bad-decimal = "{ $text }" kan inte stå före decimaler. Skriv komma eller punkt.
cli-data-bad-header = "{ $text }" är inga rader. Skriv 6, eller 1-3 för flera, eller 0 om rubriker saknas.
cli-data-no-separator = en enda kolumn
cli-data-without = Läst som du bad om. Utan det: { $found }.
cli-data-tables = Tabellerna: { $tables }. Välj med --table.
cli-data-languages = Språk: { $read }. Filen har { $all }; välj med --language.
cli-data-sheet = bladet { $sheet }
cli-data-sheets = Bladen: { $sheets }. Välj med --sheet.
cli-data-no-headings = Inga rubriker. Kolumnerna heter som i ett kalkylprogram.
cli-data-heading = Rubriker på rad { $row }.
cli-data-headings = Rubriker på rad { $first }–{ $last }, hoplagda.
cli-data-rows = { $count ->
    [0] Inga rader med data.
    [one] En rad med data, rad { $first }.
   *[other] { $rows } rader med data, rad { $first }–{ $last }.
}
cli-data-above = { $count ->
    [one] En rad ovanför är inte data:
   *[other] { $count } rader ovanför är inte data:
}
cli-data-under = { $count ->
    [one] En rad under är inte data:
   *[other] { $count } rader under är inte data:
}
cli-data-filled = Tomma rutor i { $name } läses som det som står ovanför.
cli-data-percent = formaterade som procent: 0,8 läses som 80
cli-data-mixed = Filen blandar två kodningar, så några bokstäver blir fel. Spara om den i UTF-8.
cli-data-shorter = { $count ->
    [one] En rad har färre fält än rubrikerna
   *[other] { $count } rader har färre fält än rubrikerna
}: rad { $first }. Det som fattas räknas som tomt.
cli-data-longer = { $count ->
    [one] En rad har fler fält än rubrikerna
   *[other] { $count } rader har fler fält än rubrikerna
}: rad { $first }. Det som är för mycket läses inte.
cli-data-columns = { $count ->
    [one] En kolumn:
   *[other] { $count } kolumner:
}
cli-data-values = { $count ->
    [one] ett värde
   *[other] { $shown } värden
}
cli-data-range = { $min } till { $max }, summa { $sum }
cli-data-marked = { $shown } med "{ $mark }" efter talet
cli-data-texts = { $count ->
    [one] en text
   *[other] { $shown } texter
}
cli-data-dates = { $count ->
    [one] ett datum
   *[other] { $shown } datum
}
cli-data-missing = saknas: { $marks }
cli-data-blank = { $count ->
    [one] en tom
   *[other] { $shown } tomma
}
cli-data-mark = { $shown } "{ $mark }"
cli-data-two-ways-decimal = { $count } tal med "{ $sign }" kan läsas på två sätt och är lästa som decimaler
cli-data-two-ways-thousands = { $count } tal med "{ $sign }" kan läsas på två sätt och är lästa som tusental
cli-data-labels = { $count } olika: { $labels }
cli-data-labels-over = fler än { $count } olika: { $labels }
cli-data-kind-empty = tom
cli-data-kind-number = tal
cli-data-kind-year = år
cli-data-kind-code = kod
cli-data-kind-date = datum
cli-data-kind-text = text
cli-data-kind-mixed = tal och text
cli-data-must-show = Visas alltid: { $note }
cli-data-note = Not: { $note }
