# What the leading window answers when something was done.

echo-stage = { $stage }. Slutet { $end } står fast.
echo-back = Tillbaka till { $stage }.
echo-first-stage = Det här är första steget.
echo-resumed = Vi går vidare.
echo-paused = Paus. Slutet { $end } står kvar.
echo-not-started = Samtalet har inte börjat. Mellanslag startar.
echo-space-starts = Mellanslag startar samtalet.
echo-minute-more = { $length } nu. Minuten tas härifrån: { $from }.
echo-minute-more-free = { $length } nu. Det finns luft, ingen annan blir kortare.
echo-minute-less = { $length } nu. Minuten går hit: { $to }.
echo-minute-less-free = { $length } nu.
echo-no-minute = Det finns ingen minut att ta: avslutet behåller sina. e flyttar slutet.
echo-no-less = Kortare än så går det inte.
echo-becomes = { $stage } blir { $length }
echo-skipped = { $stage } hoppas över.
echo-closing-stays = Avslutet hoppar vi inte över.
echo-already-been = { $stage } har redan varit.
echo-form-alone = En minut för er själva.
echo-form-alone-short = En minut för er själva. Det är { $left } kvar: paren hinns kanske inte.
echo-form-leaving = Två och två, fem minuter. En minut dit och en tillbaka räknas till.
echo-form-pair = Två och två, fem minuter.
echo-form-returning = En minut tillbaka, sedan alla.
echo-form-all = Alla tillsammans igen.
echo-closed = Tack, nu är vi klokare.
echo-closed-late = Samtalet stod öppet och är avslutat vid sista anteckningen, { $at }. u öppnar det igen.
echo-goes-on = Samtalet pågår. { $stage } började { $since }.
echo-agenda-moved = Agendan flyttades just i ett annat fönster. Titta, och tryck igen om det behövs.
echo-undone = Tillbakataget: { $what }
echo-redone = Gjort igen.
echo-nothing-to-undo = Det finns inget att ta tillbaka.
echo-nothing-to-redo = Det finns inget att göra om.
echo-edited = { $id } ändrad.
echo-not-found = ”{ $words }” finns inte i den senaste anteckningen.
echo-withdrawn = { $id } är borta ur listan. u tar tillbaka den.
echo-settled = { $id } är omhändertagen, eller öppen igen.
echo-moved = { $id } hör nu till { $stage }.
echo-erased = { $id } är borttagen helt.
echo-parked = Parkerat till avslutet.
echo-paste-too-long = Det inklistrade är för långt för den här raden.
echo-paste-left = Inget klistrades in.
echo-inbox-taken = { $n ->
    [one] En rad ligger i inkorgen.
   *[other] { $n } rader ligger i inkorgen.
  }
echo-inbox-known = Allt det ligger redan i inkorgen.
echo-inbox-empty = Inkorgen är tom. Klistra in chatten och tryck Tab.
echo-inbox-note = { $id } är nu en anteckning. u tar tillbaka det.
echo-inbox-left = { $id } är läst och blir ingen anteckning. u tar tillbaka det.
echo-release-inbox = Gör raden till en anteckning först.
echo-kept-on-line = Orden ligger kvar på skrivraden.
echo-nothing-found = ”{ $words }” finns inte i anteckningarna.
echo-released = Visas nu för alla. u tar tillbaka det.
echo-released-hidden = Visas för alla när du slutar dölja. u tar tillbaka det.
echo-unreleased = { $id } visas inte längre.
echo-release-private = De egna raderna visas aldrig.
echo-hidden = Gruppen ser en tom sida med temat. { $key } visar igen.
echo-unhidden = Gruppen ser igen.
echo-steps-shown = Gruppen ser nästa steg. Läs dem högt: vem, vad, när. Enter igen när det är gjort.
echo-steps-left = Stegen är lästa.
echo-heard = Hörd: { $who }. u om det var fel.
echo-heard-nobody = Ingen har siffran { $key }.
echo-turn = { $who } har ordet. Siffran när det är sagt, x om de står över.
echo-round-over = Rundan är klar.
echo-round-nobody = Ingen runda: inga perspektiv står i planen.
echo-unwritten = Inget skrivs ner nu, i något fönster. { $key } går vidare.
echo-written-again = Nu skrivs det igen.
echo-waiting = ◇ { $n } väntar sedan del 1, Enter läser upp.
echo-waiting-read = Allt som väntade är uppläst.
echo-kept-for-part-two = ◇ Sparat till del 2.
echo-focus = Säg: { $say }
echo-follow-up = Fråga: { $ask }
echo-no-focus = Det finns inga fokusmeningar.
echo-no-follow-up = Steget har inga följdfrågor.
chat-back = Tack för nu, kom tillbaka till alla.
chat-pairs = Prata två och två i fem minuter: en berättar medan den andra lyssnar, sedan byter ni. { $ask }
echo-choose-note = Välj en anteckning först: Tabb till listan, pilarna väljer.
echo-last-chart = Det var sista diagrammet. Enter går vidare.
echo-backdated-end = Räknas från { $from }. Slutet blir { $end }.
echo-backdated = Räknas från { $from }. Slutet { $end } står fast.
echo-end = Slutet är { $end }.
echo-calm = Lugnt läge: staplar utan siffror.
echo-digits = Siffrorna är tillbaka.
echo-all-saved = Allt är sparat.
echo-copied = Skickat till terminalens urklipp.
echo-private-later = De egna raderna kommer efter samtalet.
echo-private-done = Tack. Raderna ligger bara i den här datorns logg, inte i filen och inte i minnesanteckningen.
echo-typed-by-mistake = Det såg ut som text, så raden öppnades. Inget annat ändrades.
echo-not-leading = Det gör den som leder samtalet. Här antecknar du.
echo-leads-already = Du leder redan.
echo-lead-taken = Du leder nu.
echo-lead-ended = Ett annat fönster leder nu. Du antecknar här.
echo-lead-ended-by = { $who } leder nu. Du antecknar här.
echo-gone-for-good = { $id } togs just bort helt.
echo-gone-elsewhere = { $id } togs just tillbaka i ett annat fönster. Enter sparar orden som en ny anteckning.

# Who is in the room.

room-leader = samtalsledaren
room-note-taker = antecknaren
room-someone = Någon annan
room-wrote = { $who } skrev { $at }
room-here = { $who } är med
room-nobody-leads = ingen leder just nu

# Acts, as an undo names them.

act-entered = in i { $stage }
act-paused = pausen
act-resumed = fortsättningen
act-longer = minuten till { $stage }
act-shorter = minuten från { $stage }
act-end = slutet { $end }
act-skipped = att { $stage } hoppas över
act-backdated = starten { $from }
act-form = enskilt / par / alla
act-closed = avslutet av samtalet
act-note = { $id } { $text }
act-read-out = uppläsningen av { $id }
act-edited = ändringen av { $id }
act-withdrawn = borttagningen av { $id }
act-released = att { $id } visas för alla
act-unreleased = att { $id } inte visas
act-heard = att { $who } hördes
act-moved = flytten av { $id }
act-plan = ändringen i planen

# What is wrong with an answer.

prompt-minutes-wrong = Skriv hur många minuter sedan (0–180), eller ett klockslag som har varit, 09:00.
prompt-end-wrong = Skriv ett klockslag som inte har varit, 10:25, eller minuter: 10, -5.
prompt-stage-wrong = Skriv ett nummer 1–{ $last }.
prompt-type-id = Skriv { $id } för att ta bort den helt.

private-well = Gick bra:
private-differently = Gör annorlunda:
private-method = Idé om metoden:
