# What lives through a series of sessions, in Swedish.

cli-steps-about = Nästa steg: öppna och klara, över alla samtal; med ett id: säg hur det gick
cli-steps-arg-id = Steget, som S1; eller SERIE:S1 när flera heter så
cli-steps-arg-status = Hur det står till: klart, pågår, blev-inte, öppet (done, ongoing, dropped, open)
cli-steps-arg-why = Varför, eller hur det blev
cli-steps-arg-indicator = Vad som ska visa att det gjorde skillnad, till exempel ett nyckeltal
cli-steps-arg-again = När ni tittar igen: ett datum, eller "våren 2027"
cli-steps-arg-series = Bara en series steg
cli-steps-arg-all = Även det som är klart eller inte blev av
cli-new-arg-from = Samtalet före: deltagare, agenda och öppna steg följer med
cli-new-arg-series = Serien det nya samtalet hör till

cli-new-arg-lengths = Låt momenten bli så långa som de brukar bli
cli-new-arg-words = Lägg till ett moment om hur samverkan går, i sex ord

series-length = { $title }: { $was } min önskat, { $minutes } min de senaste { $n } gångerna.
series-length-taken = { $title }: { $now } min i stället för { $was }, efter de senaste { $n } gångerna.
series-length-hint = Inget är ändrat. Med --lengths blir det så, och `samtal forbered` föreslår det moment för moment.
series-words-hint = Det här blir gång { $n }. Vill ni stanna upp vid hur samverkan går? Med --words följer sex ord med, och mallen series-evaluation ser tillbaka på hela serien.
series-words = SAMVERKAN I ORD, GÅNG FÖR GÅNG
series-word-unsaid = Det har ingen talat om än.
series-times = TIDER: PLANERAT OCH BLEV
series-times-held = gånger

series-feedback = Sedan sist
series-feedback-say = Vi börjar med det vi lovade sist. Två minuter, sedan går vi vidare.
series-feedback-ask = Vad har hänt sedan sist?
series-feedback-more = Vad blev inte av, och varför? Det är också bra att veta.
series-label = SIST
series-heading-carried = ÖPPET SEDAN FÖRRA GÅNGEN
series-from = ur { $note }: { $words }
series-indicator = syns i { $words }
series-again = titta igen { $words }
series-nothing-open = Inga öppna steg.
series-stands-so = { $id } står redan så.
series-no-such = Inget steg heter ”{ $name }”.
series-hint-steps = Se vilka som finns: samtal steg --all
series-hint-ambiguous = Skriv serien eller samtalet före, som de står här.
