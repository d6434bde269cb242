# What lives through a series of sessions, in English.

cli-steps-about = Next steps, open and closed, over all dialogues; with an id: say how it went
cli-steps-arg-id = The step, such as S1; or SERIES:S1 where several have that id
cli-steps-arg-status = How it stands: done, ongoing, dropped, open
cli-steps-arg-why = Why, or how it turned out
cli-steps-arg-indicator = What will show that it made a difference, such as an indicator
cli-steps-arg-again = When you look again: a date, or "spring 2027"
cli-steps-arg-series = The steps of one series only
cli-steps-arg-all = Also what is done or did not happen
cli-new-arg-from = The dialogue before: participants, agenda and open steps come along
cli-new-arg-series = The series the new dialogue belongs to

cli-new-arg-lengths = Let the stages be as long as they usually are
cli-new-arg-words = Add a stage on how the collaboration goes, in six words

series-length = { $title }: { $was } min wished, { $minutes } min the last { $n } times.
series-length-taken = { $title }: { $now } min instead of { $was }, after the last { $n } times.
series-length-hint = Nothing is changed. With --lengths it is, and `samtal prepare` proposes it stage by stage.
series-words-hint = This will be time { $n }. Do you want to stop and see how the collaboration goes? With --words six words come along, and the template series-evaluation looks back at the whole series.
series-words = THE COLLABORATION IN WORDS, TIME BY TIME
series-word-unsaid = Nobody has spoken of it yet.
series-times = TIMES: PLANNED AND ACTUAL
series-times-held = times

series-feedback = Since last time
series-feedback-say = We begin with what we said last time. Two minutes, then we go on.
series-feedback-ask = What has happened since last time?
series-feedback-more = What did not happen, and why? That is good to know too.
series-label = LAST
series-heading-carried = OPEN SINCE LAST TIME
series-from = from { $note }: { $words }
series-indicator = shows in { $words }
series-again = look again { $words }
series-nothing-open = No open steps.
series-stands-so = { $id } stands so already.
series-no-such = No step is called "{ $name }".
series-hint-steps = See which there are: samtal steps --all
series-hint-ambiguous = Put the series or the session before it, as they stand here.
