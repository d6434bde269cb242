# Det som sägs i rader, för den som lyssnar på programmet.

linear-how = En tom rad säger var vi är och vad som går att göra. En siffra svarar på en lista. Allt annat du skriver är en anteckning.
linear-how-desk = Du antecknar. En tom rad säger var vi är och vad som går att göra. En siffra svarar på en lista. Allt annat du skriver är en anteckning.
linear-how-home = En siffra öppnar. Ord söker en titel. 0 lämnar.
linear-how-group = Du hör det gruppen ser. En tom rad säger det igen, 0 lämnar.
linear-help-numbers = En siffra i listan över vad som går att göra betyder alltid samma sak, så den går att lära sig. 0 går tillbaka.
linear-help-notes = Först på raden: ! förvånar, ? nyfiken på, + idé, = tar med oss, > nästa steg, d4 diagram. Ett namn och kolon: vem som talar. Ett mellanslag först: det är ord, också när det är en siffra.
linear-help-replace = s/gammalt/nytt/ byter ord i den senaste anteckningen.

linear-choice = { $number }: { $words }
linear-empty = Det finns inget att anteckna på den raden.
linear-no-such = Det finns ingen { $number } i listan. En tom rad säger vad som går att göra.
linear-not-now = Det går inte just nu: { $what }.
linear-nothing-open = Det finns inget att gå tillbaka från.
linear-no-notes = Inget samtal är öppet här, så inget antecknas.
linear-left = Tillbaka.
linear-zero = 0 går tillbaka.

linear-stage = Nu: { $stage }, { $n ->
    [one] 1 minut
   *[other] { $n } minuter
}, till { $at }.
linear-stage-over = Nu: { $stage }, tiden är slut.
linear-here = { $stage }, { $n ->
    [one] 1 minut kvar
   *[other] { $n } minuter kvar
}, till { $at }.
linear-here-over = { $stage }, { $n ->
    [one] 1 minut
   *[other] { $n } minuter
} över tiden.
linear-here-paused = { $stage }, pausat.
linear-not-started = Inte startat än.
linear-next = Sedan: { $stage }.
linear-ask = Fråga: { $words }
linear-then = Sedan: { $words }
linear-say = Säg: { $words }
linear-support = Stöd: { $words }
linear-keep = Tänk på: { $words }
linear-purpose = Syfte: { $words }
linear-first = Först: { $stage }.
linear-last-time = Sedan sist: { $words }
linear-chart = Diagram { $place } av { $of }, { $id }: { $title }.
linear-form = Så arbetar gruppen: { $how }.
linear-form-goes-on = Nu: { $how }.
linear-heard = Hörda: { $heard } av { $of } perspektiv. Bjud in: { $who }.
linear-heard-all = Alla perspektiv är hörda.
linear-was-heard = { $who }, hörd
linear-not-heard = { $who }, inte hörd än
linear-here-now = Är med: { $who }.
linear-unsaved = { $n ->
    [one] En anteckning är inte sparad.
   *[other] { $n } anteckningar är inte sparade.
}
linear-line-kept = En rad väntar och är inte sparad: { $words }
linear-unwritten = Inget skrivs ner nu.

linear-half = Halva tiden är kvar av { $stage }.
linear-minutes-left = { $n } minuter kvar av { $stage }.
linear-round-off = Runda av, { $n ->
    [one] 1 minut kvar
   *[other] { $n } minuter kvar
} av { $stage }.
linear-over = { $stage } är över tiden.
linear-closing-soon = Börja avsluta { $at }, om { $n } minuter.
linear-closing-now = Börja avsluta nu.
linear-end-passed = Samtalet skulle sluta { $at }.

linear-saved = Sparat: { $what }.
linear-from = { $who }: { $what }.
linear-changed = Ändrat i ett annat fönster: { $what }.
linear-gone = { $id } togs tillbaka i ett annat fönster.
linear-gone-for-good = { $id } är borttagen helt.
linear-chosen = { $what }.
linear-edit-as = Ändrar { $id }, som lyder: { $line }. Skriv den på nytt, eller 0.
linear-all-saved = Det går att spara igen.
linear-save-again = Allt finns kvar. Välj att spara igen.
linear-file-saved = Filen är skriven till slut.
linear-steps = Nästa steg { $what }.
linear-hidden = Gruppen ser en tom sida.
linear-seen-again = Gruppen ser igen.
linear-paused = Paus.
linear-resumed = Det går vidare.
linear-end-moved = Slutet är { $end }.
linear-comes = { $who } är med.
linear-goes = { $who } har gått.
linear-leaves = Samtalet går vidare, och `samtal` tar dig tillbaka. { $number } igen lämnar.
linear-leaves-unsaved = Anteckningar är inte sparade: om du lämnar skrivs orden ut. { $number } igen lämnar.
linear-inbox = { $id } ur chatten: { $words }
linear-to-note = Den blir en anteckning.
linear-let-be = Den är läst och blir ingen anteckning.
linear-tidy-read = Läs minnesanteckningen.
linear-tidy-fill = Fyll i det, på nästa rad.
linear-tidy-keep = Behåll { $id }.
linear-tidy-join = Slå ihop dem.
linear-tidy-both = Behåll båda.
linear-tidy-words = Skriv ut: { $words }
linear-tidy-add = Skriv till det som saknas, på nästa rad.
linear-tidy-let-be = Låt det vara.
linear-waiting-next = Nästa, den står som den är.
linear-waiting-kind = Den är: { $kind }.
linear-lead-here = Led härifrån.
linear-show-values = Visa värdena.
linear-steps-shown = Visa nästa steg för alla.
linear-steps-read = Nästa steg är lästa.
linear-read-waiting = Läs upp det som väntar sedan del 1.
linear-save-line = Spara: { $words }
linear-lies-in = Allt ligger i { $path }.
linear-not-reached = Hann inte: { $what }.

linear-home = Dina samtal.
linear-home-more = { $n } till. Ord söker en titel.
linear-home-none = Ingen titel har de orden.
linear-home-running = { $title }, pågår
linear-home-closed = { $title }, klart
linear-home-at = { $title }, { $at }
linear-home-template = { $title }, mall
linear-home-broken = { $title }, går inte att läsa

linear-group-minutes = { $n } minuter kvar.
linear-group-unwritten = Just nu skrivs inget.
linear-group-ended = Tack, samtalet är slut.
linear-group-said = { $who }: { $words }

linear-changed-then = Ändrat: { $what }.
linear-gone-then = { $id } togs tillbaka.
linear-replay = Från { $from } till { $to }.
linear-replay-how = 0 lämnar.

replay-plays = Repris { $at } ×{ $speed }
replay-stands = Repris { $at }, paus ×{ $speed }
replay-span = { $from }–{ $to }

cli-replay-about = Se ett samtal igen, genom tiden (utan SAMTAL: det senaste)
cli-replay-arg-session = Samtalet: en fil, eller en del av ett namn
cli-replay-arg-speed = Hur många gånger fortare än det var: 1, 2, 5, 10, 30 eller 60
cli-replay-not-begun = Samtalet har inte börjat, så det finns inget att se igen.
cli-replay-not-begun-hint = `samtal led` leder det, `samtal manus` visar hur det är tänkt.
cli-arg-linear = Rader i stället för en skärm, för skärmläsare
cli-linear-prepare = Förberedelsen har inga rader att lyssna på.
cli-linear-prepare-hint = `samtal ny` gör en plan, `samtal öppna SAMTAL` öppnar texten i din redigerare, `samtal kontrollera FIL` läser den.
cli-linear-data = Att välja fram ett diagram har inga rader att lyssna på.
cli-linear-data-hint = `samtal diagram FIL` säger vad som går att välja; sedan `samtal data lägg-till SAMTAL FIL -x KOLUMN -y KOLUMN`.
