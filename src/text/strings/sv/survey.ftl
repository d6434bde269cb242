# Enkäter, små tal och personuppgifter.

survey-found = En enkät med en rad per person: { $people } { $count ->
    [one] person
   *[other] personer
}.
survey-found-answers = Svar att rita som andelar: { $count } { $count ->
    [one] fråga
   *[other] frågor
}, varav { $known } på en skala jag känner ({ $names }).
survey-found-several = Flera svar i samma cell: { $names }.
survey-found-numbers = Egna tal, som ålder: { $names }.
survey-found-never = Ritas aldrig, för de pekar ut personer eller är fritext: { $names }.
survey-unit = andel %
survey-missing = { $count ->
    [one] En har inte svarat och räknas inte med.
   *[other] { $shown } har inte svarat och räknas inte med.
}
survey-missing-items = Inte svarat, och inte med: { $items }.
survey-ungrouped = { $count ->
    [one] En är inte med i någon grupp, utan svar på den frågan.
   *[other] { $shown } är inte med i någon grupp, utan svar på den frågan.
}
survey-not-drawn = Ritas inte, för få svar (gränsen är { $limit }): { $names }.
survey-file-order = Jag känner inte igen skalan: svaren står i filens ordning. Ge din egen med --answer.
survey-several = Var och en kunde ge flera svar: andelarna blir tillsammans mer än 100 %.
survey-ticked = Andel av dem som kryssade i minst en ruta.
survey-many = { $name } har { $different } olika svar. Det är för många för ett diagram: välj en fråga med svar att välja mellan.
survey-many-groups = Det blir fler än { $most } grupper. Välj något med färre svar.
survey-differ = { $one } och { $other } har inget svar gemensamt. Sida vid sida står frågor med samma svar.
survey-items-and-groups = Antingen flera frågor sida vid sida eller en fråga i grupper. Ta bort det ena.
survey-no-answer = Ingen har svarat "{ $asked }". Svaren är: { $some }
survey-few = Färre än { $limit } svarade, eller så gav nästan alla samma svar. Så små grupper ritas inte.
survey-no-people = Ingen rad passar urvalet.
survey-column = { $name } ritas aldrig: { $why }.
survey-is-personal = där står personuppgifter
survey-is-name = rubriken säger att där står namn
survey-is-free-text = där står fritext
survey-is-date = där står datum eller tider
survey-is-nothing = där står ingenting
survey-is-several = där står flera svar i samma cell
survey-is-own = nästan varje rad har sitt eget värde, så det pekar ut personer

protect-cell = dolt: skyddar små tal
protect-hidden = { $count ->
    [one] Ett värde är dolt: färre än { $limit } personer, eller så skulle det röja ett sådant tal.
   *[other] { $count } värden är dolda: färre än { $limit } personer, eller så skulle de röja ett sådant tal.
}
protect-as-own = Jag läser { $columns } som antal personer i en egen fil och döljer små tal. Är filen publicerad av någon annan, säg --published.
protect-as-published = Jag tar filen för publicerad av { $publisher } och döljer inget. Är den er egen, säg --own.
protect-unchecked = Andelar utan n går inte att pröva för små tal.

personal-identity = personnummer
personal-coordination = samordningsnummer
personal-phone = telefonnummer
personal-mail = e-postadresser
personal-found = Obs, personuppgifter i { $column }: { $kind } i { $count ->
    [one] en cell
   *[other] { $shown } celler
}, först på rad { $row }.
personal-advice = Ta bort dem innan filen delas. samtal ritar dem aldrig och visar dem aldrig.

# Noticed while a note is typed.
noticed-identity = Personnummer: sparas som { $hidden }.
noticed-coordination = Samordningsnummer: sparas som { $hidden }.
noticed-phone = Telefonnummer: sparas som { $hidden }.
noticed-mail = Står som skrivet; en e-postadress pekar ut någon.
noticed-mail-short = en e-postadress pekar ut någon
noticed-number-short = nummer: sparas som { $hidden }
