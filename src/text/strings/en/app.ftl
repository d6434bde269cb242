# What the leading window answers when something was done.

echo-stage = { $stage }. The end stays { $end }.
echo-back = Back to { $stage }.
echo-first-stage = This is the first stage.
echo-resumed = On we go.
echo-paused = Paused. The end stays { $end }.
echo-not-started = The dialogue has not started. Space starts it.
echo-space-starts = Space starts the dialogue.
echo-minute-more = { $length } now. The minute comes from here: { $from }.
echo-minute-more-free = { $length } now. There is room, nobody gets less.
echo-minute-less = { $length } now. The minute goes here: { $to }.
echo-minute-less-free = { $length } now.
echo-no-minute = There is no minute to take: the closing keeps its own. e moves the end.
echo-no-less = It can't be shorter than that.
echo-becomes = { $stage } gets { $length }
echo-skipped = { $stage } is left out.
echo-closing-stays = We don't skip the closing.
echo-already-been = { $stage } has already been.
echo-form-alone = A minute for yourselves.
echo-form-alone-short = A minute for yourselves. { $left } is left: there may be no time for pairs.
echo-form-leaving = Two and two, five minutes. A minute there and one back are counted too.
echo-form-pair = Two and two, five minutes.
echo-form-returning = A minute back, then all together.
echo-form-all = All together again.
echo-closed = Thank you, we are wiser now.
echo-closed-late = The dialogue stood open and was closed at its last note, { $at }. u opens it again.
echo-goes-on = The dialogue goes on. { $stage } began { $since }.
echo-agenda-moved = Another window just moved the agenda. Look, and press again if need be.
echo-undone = Taken back: { $what }
echo-redone = Done again.
echo-nothing-to-undo = There is nothing to take back.
echo-nothing-to-redo = There is nothing to do again.
echo-edited = { $id } changed.
echo-not-found = “{ $words }” is not in the latest note.
echo-withdrawn = { $id } is gone from the list. u brings it back.
echo-settled = { $id } is taken care of, or open again.
echo-moved = { $id } belongs to { $stage } now.
echo-erased = { $id } is removed for good.
echo-parked = Parked for the closing.
echo-paste-too-long = What was pasted is too long for this line.
echo-paste-left = Nothing was pasted.
echo-inbox-taken = { $n ->
    [one] One line is in the inbox.
   *[other] { $n } lines are in the inbox.
  }
echo-inbox-known = All of that is in the inbox already.
echo-inbox-empty = The inbox is empty. Paste the chat and press Tab.
echo-inbox-note = { $id } is a note now. u takes that back.
echo-inbox-left = { $id } was read and becomes no note. u takes that back.
echo-release-inbox = Make the line a note first.
echo-kept-on-line = The words are kept on the note line.
echo-nothing-found = “{ $words }” is in no note.
echo-released = Shown to all now. u takes it back.
echo-released-hidden = Shown to all when you stop hiding. u takes it back.
echo-unreleased = { $id } is not shown any more.
echo-release-private = Your own lines are never shown.
echo-hidden = The group sees an empty page with the theme. { $key } shows it again.
echo-unhidden = The group sees again.
echo-steps-shown = The group sees the next steps. Read them aloud: who, what, when. Enter again when done.
echo-steps-left = The steps are read.
echo-heard = Heard: { $who }. u if that was wrong.
echo-heard-nobody = Nobody has the digit { $key }.
echo-turn = { $who } has the floor. The digit when it is said, x if they pass.
echo-round-over = The round is done.
echo-round-nobody = No round: the plan names no perspectives.
echo-unwritten = Nothing is written down now, in any window. { $key } goes on.
echo-written-again = Notes are taken again.
echo-waiting = ◇ { $n } kept from part 1, Enter reads them out.
echo-waiting-read = All that waited has been read out.
echo-kept-for-part-two = ◇ Saved to part 2.
echo-focus = Say: { $say }
echo-follow-up = Ask: { $ask }
echo-no-focus = There are no focus sentences.
echo-no-follow-up = The stage has no follow-up questions.
chat-back = Thanks for now, come back to all of us.
chat-pairs = Talk two and two for five minutes: one tells while the other listens, then you change. { $ask }
echo-choose-note = Choose a note first: Tab to the list, arrows choose.
echo-last-chart = That was the last chart. Enter goes on.
echo-backdated-end = Counted from { $from }. The end is { $end } then.
echo-backdated = Counted from { $from }. The end stays { $end }.
echo-end = The end is { $end }.
echo-calm = Calm mode: bars without digits.
echo-digits = The digits are back.
echo-all-saved = Everything is saved.
echo-copied = Sent to the terminal's clipboard.
echo-private-later = Your own lines come after the dialogue.
echo-private-done = Thank you. These lines are only in this computer's log, neither in the file nor in the minutes.
echo-typed-by-mistake = That looked like text, so the line was opened. Nothing else was changed.
echo-not-leading = That is for whoever leads. Here you take notes.
echo-leads-already = You lead already.
echo-lead-taken = You lead now.
echo-lead-ended = Another window leads now. You take notes here.
echo-lead-ended-by = { $who } leads now. You take notes here.
echo-gone-for-good = { $id } has just been removed for good.
echo-gone-elsewhere = { $id } has just been taken back in another window. Enter saves the words as a new note.

# Who is in the room.

room-leader = the facilitator
room-note-taker = the note-taker
room-someone = Somebody else
room-wrote = { $who } wrote { $at }
room-here = { $who } is here
room-nobody-leads = nobody leads right now

# Acts, as an undo names them.

act-entered = into { $stage }
act-paused = the pause
act-resumed = going on
act-longer = the minute to { $stage }
act-shorter = the minute from { $stage }
act-end = the end { $end }
act-skipped = leaving out { $stage }
act-backdated = the start { $from }
act-form = alone / pairs / all
act-closed = the end of the dialogue
act-note = { $id } { $text }
act-read-out = the reading of { $id }
act-edited = the change of { $id }
act-withdrawn = the removal of { $id }
act-released = that { $id } is shown to all
act-unreleased = that { $id } is not shown
act-heard = that { $who } was heard
act-moved = the move of { $id }
act-plan = the change of the plan

# What is wrong with an answer.

prompt-minutes-wrong = Type how many minutes ago (0–180), or a time that has been, 09:00.
prompt-end-wrong = Type a time that has not been, 10:25, or minutes: 10, -5.
prompt-stage-wrong = Type a number 1–{ $last }.
prompt-type-id = Type { $id } to remove it for good.

private-well = Went well:
private-differently = Do differently:
private-method = Idea for the method:
