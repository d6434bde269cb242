# Surveys, small numbers and personal data.

survey-found = A survey with one row a person: { $people } { $count ->
    [one] person
   *[other] people
}.
survey-found-answers = Answers to draw as shares: { $count } { $count ->
    [one] question
   *[other] questions
}, { $known } of them on a scale I know ({ $names }).
survey-found-several = Several answers in one cell: { $names }.
survey-found-numbers = Numbers of their own, such as age: { $names }.
survey-found-never = Never drawn, they point people out or are free text: { $names }.
survey-unit = share %
survey-missing = { $count ->
    [one] One did not answer and is not counted.
   *[other] { $shown } did not answer and are not counted.
}
survey-missing-items = Did not answer, and are not counted: { $items }.
survey-ungrouped = { $count ->
    [one] One is in no group, without an answer to that question.
   *[other] { $shown } are in no group, without an answer to that question.
}
survey-not-drawn = Not drawn, too few answers (the limit is { $limit }): { $names }.
survey-file-order = I do not know this scale: the answers stand in the order of the file. Give your own with --answer.
survey-several = Everyone could give several answers: the shares sum to more than 100 %.
survey-ticked = Share of those who ticked at least one box.
survey-many = { $name } has { $different } different answers. That is too many for a chart: pick a question with answers to choose from.
survey-many-groups = That makes more than { $most } groups. Pick something with fewer answers.
survey-differ = { $one } and { $other } have no answer in common. Side by side stand questions with the same answers.
survey-items-and-groups = Either several questions side by side or one question in groups. Take one of them away.
survey-no-answer = Nobody answered "{ $asked }". The answers are: { $some }
survey-few = Fewer than { $limit } answered, or nearly all gave the same answer. Such small groups are not drawn.
survey-no-people = No row fits the selection.
survey-column = { $name } is never drawn: { $why }.
survey-is-personal = it holds personal data
survey-is-name = its heading says that it holds names
survey-is-free-text = it holds free text
survey-is-date = it holds dates or times
survey-is-nothing = it holds nothing
survey-is-several = it holds several answers in one cell
survey-is-own = nearly every row has its own value, which points people out

protect-cell = hidden: protects small numbers
protect-hidden = { $count ->
    [one] One value is hidden: fewer than { $limit } people, or it would reveal such a number.
   *[other] { $count } values are hidden: fewer than { $limit } people, or they would reveal such a number.
}
protect-as-own = I read { $columns } as numbers of people in a file of your own, and hide small ones. If somebody else published it, say --published.
protect-as-published = I take the file to be published by { $publisher } and hide nothing. If it is your own, say --own.
protect-unchecked = Shares without n cannot be checked for small numbers.

personal-identity = personal identity numbers
personal-coordination = coordination numbers
personal-phone = phone numbers
personal-mail = e-mail addresses
personal-found = Note, personal data in { $column }: { $kind } in { $count ->
    [one] one cell
   *[other] { $shown } cells
}, first on row { $row }.
personal-advice = Take them out before the file is shared. samtal never charts or shows them.

# Noticed while a note is typed.
noticed-identity = Identity number: saved as { $hidden }.
noticed-coordination = Coordination number: saved as { $hidden }.
noticed-phone = Phone number: saved as { $hidden }.
noticed-mail = Stands as written; a mail address names a person.
noticed-mail-short = a mail address names a person
noticed-number-short = number: saved as { $hidden }
