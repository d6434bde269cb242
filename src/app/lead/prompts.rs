//! Questions over the lower rows. While one is open every key is its own; Esc closes it, Enter answers.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Pane, Prompt, Question, typing::edit_key},
        msg::Key,
    },
    domain::{
        AgendaAct, Body, Event, Note, NoteEdit, NoteId, StageId, Tag,
        reading::{Phase, Reading},
    },
    input::Action,
    t,
    text::{Moment, SafeText, Span, clock},
};

/// No dialogue began longer ago than this, so a larger number is a slip.
const LONGEST_BACK: i64 = 180;

impl Lead {
    pub(in crate::app) fn ask_backdate(&mut self, cx: &Cx<'_>) {
        match self.reading(cx).phase {
            Phase::Waiting { .. } | Phase::Closed(_) => {
                self.say(t!(cx.texts, "echo-not-started"), cx);
            }
            Phase::Running | Phase::Paused(_) => self.ask(Question::Backdate),
        }
    }

    pub(in crate::app) fn prompt_key(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let Some(mut prompt) = self.prompt.take() else {
            return;
        };
        if let Question::Guess(id) = prompt.question {
            return self.guess_key((prompt, id), (key, action), cx, out);
        }
        if let Question::Waiting { id, tag } = prompt.question {
            return self.waiting_key((id, tag), action, cx, out);
        }
        match action {
            Some(Action::Cancel) => self.cancel_prompt(prompt, cx, out),
            Some(Action::ToInbox) => match &prompt.question {
                // Another window may have paused the writing while the question stood here.
                Question::Pasted(pasted) if pasted.fits_inbox() => {
                    if !self.is_unwritten(cx) {
                        self.paste_to_inbox(pasted, cx, out);
                    }
                }
                _ => self.prompt = Some(prompt),
            },
            Some(Action::Confirm) => {
                if let Err(trouble) = self.answer(&prompt, cx, out) {
                    prompt.trouble = Some(trouble);
                    self.prompt = Some(prompt);
                }
            }
            _ => {
                prompt.trouble = None;
                edit_key(&mut prompt.line, key.chord);
                self.keep_line_soon(cx);
                if prompt.question == Question::Find {
                    prompt.line.text().trim().clone_into(&mut self.list.find);
                    self.list.selected = None;
                }
                self.prompt = Some(prompt);
            }
        }
    }

    fn cancel_prompt(&mut self, prompt: Prompt, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        match prompt.question {
            Question::Find => self.list.find.clear(),
            Question::Pasted(pasted) => self.paste_as_one(&pasted, cx, out),
            Question::Park if !prompt.line.is_empty() => {
                // Nothing typed is lost: what was to be parked stays on the note line.
                self.writing.line.insert(prompt.line.text());
                out.push(Effect::KeepLine(self.half_typed()));
                self.say(t!(cx.texts, "echo-kept-on-line"), cx);
            }
            _ => {}
        }
    }

    /// Answers a prompt; the error says what is wrong with the answer.
    fn answer(
        &mut self,
        prompt: &Prompt,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> Result<(), String> {
        let writes = matches!(
            prompt.question,
            Question::Park | Question::Private(_) | Question::Pasted(_)
        );
        // Another window may have paused it while the question stood here.
        if writes && self.is_unwritten(cx) {
            return Ok(());
        }
        let text = prompt.line.text().trim();
        match &prompt.question {
            Question::Backdate => self.backdate(text, cx, out),
            Question::MoveEnd => self.move_end(text, cx, out),
            Question::Park => {
                self.park(text, cx, out);
                out.push(Effect::KeepLine(self.half_typed()));
                Ok(())
            }
            Question::Find => {
                self.find_newest(cx);
                Ok(())
            }
            Question::Guess(id) => {
                self.reveal(*id, cx, out);
                Ok(())
            }
            Question::MoveNote(id) => self.move_note(*id, text, cx, out),
            Question::Erase(id) => {
                if text.eq_ignore_ascii_case(&id.to_string()) {
                    out.push(Effect::Erase(*id));
                    Ok(())
                } else {
                    Err(t!(cx.texts, "prompt-type-id", id = id.to_string()))
                }
            }
            Question::Private(place) => {
                self.private(*place, text, cx, out);
                Ok(())
            }
            Question::Pasted(pasted) => {
                self.paste_as_notes(pasted, cx, out);
                Ok(())
            }
            Question::TakeLead => {
                self.take_lead(cx, out);
                Ok(())
            }
            Question::Waiting { id, tag } => {
                self.waiting_key((*id, *tag), Some(Action::Confirm), cx, out);
                Ok(())
            }
            Question::WhichEnd { planned, .. } => {
                if text.is_empty() {
                    self.say_end(*planned, cx);
                    return Ok(());
                }
                self.move_end(text, cx, out)
            }
        }
    }

    fn backdate(&mut self, text: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) -> Result<(), String> {
        let wrong = || t!(cx.texts, "prompt-minutes-wrong");
        let zone = &self.session.plan().zone;
        let began = self
            .session
            .timeline()
            .current()
            .map_or(cx.now, |visit| visit.from);
        let to = match minutes(text) {
            Some(minutes) if (0..=LONGEST_BACK).contains(&minutes) => {
                began - Span::minutes(minutes)
            }
            Some(_) => return Err(wrong()),
            None => clock::parse_hhmm(text)
                .and_then(|time| clock::same_day(cx.now, time, zone))
                .filter(|to| *to <= began)
                .ok_or_else(wrong)?,
        };
        let act = AgendaAct::Backdated(to);
        let mut timeline = self.session.timeline().clone();
        timeline.act(cx.now, &act);
        let after = Reading::over(self.session.plan(), &timeline, cx.now);
        // The stage before keeps its beginning, so it may be later than what was asked for.
        let from = timeline.current().map_or(to, |visit| visit.from);
        let moved = after.slot_end != self.reading(cx).slot_end;
        self.agenda(act, cx, out);
        let (from, end) = (self.hhmm(from), self.hhmm(after.slot_end));
        let words = if moved {
            t!(cx.texts, "echo-backdated-end", from = from, end = end)
        } else {
            t!(cx.texts, "echo-backdated", from = from, end = end)
        };
        self.say(words, cx);
        Ok(())
    }

    /// Reads an end: `10:25` is a clock time, `10` and `+10` are minutes more, `-5` minutes less.
    fn end_from(&self, text: &str, cx: &Cx<'_>) -> Option<Moment> {
        let end = self.reading(cx).slot_end;
        if let Some(minutes) = minutes(text) {
            return (-240..=240)
                .contains(&minutes)
                .then(|| end + Span::minutes(minutes));
        }
        let time = clock::parse_hhmm(text)?;
        clock::same_day(end, time, &self.session.plan().zone)
    }

    fn move_end(&mut self, text: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) -> Result<(), String> {
        let end = self
            .end_from(text, cx)
            .filter(|end| *end > cx.now)
            .ok_or_else(|| t!(cx.texts, "prompt-end-wrong"))?;
        self.agenda(AgendaAct::EndMoved(end), cx, out);
        self.say_end(end, cx);
        Ok(())
    }

    pub(in crate::app) fn say_end(&mut self, end: Moment, cx: &Cx<'_>) {
        self.say(t!(cx.texts, "echo-end", end = self.hhmm(end)), cx);
    }

    fn park(&mut self, text: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if text.is_empty() {
            return;
        }
        let body = Body {
            tag: Tag::Parked,
            text: SafeText::line(text),
            chart: self.chart_pinned(),
            ..Body::default()
        };
        self.add_note(&body, cx, out);
        self.say(t!(cx.texts, "echo-parked"), cx);
    }

    /// After a search the newest note that fits is chosen; where none does, the search is forgotten.
    fn find_newest(&mut self, cx: &Cx<'_>) {
        let words = self.list.find.to_lowercase();
        if words.is_empty() {
            return;
        }
        let fits = |note: &&Note| self.matches(note, &words);
        let found = self.session.notes().rev().filter(fits).find_map(|note| {
            let column = note.body.tag.spine()?;
            Some((note.id, column))
        });
        if let Some((id, column)) = found {
            self.pane = Pane::Notes(column);
            self.list.selected = Some(id);
        } else {
            let words = std::mem::take(&mut self.list.find);
            self.say(t!(cx.texts, "echo-nothing-found", words = words), cx);
        }
    }

    fn move_note(
        &mut self,
        id: NoteId,
        text: &str,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> Result<(), String> {
        let stages = &self.session.plan().stages;
        let place = text
            .parse::<usize>()
            .ok()
            .and_then(|place| place.checked_sub(1));
        let stage = place
            .and_then(|place| stages.get(place))
            .ok_or_else(|| t!(cx.texts, "prompt-stage-wrong", last = stages.len()))?;
        let (stage_id, title): (StageId, _) =
            (stage.id.clone(), stage.title.on_one_line().into_owned());
        self.draft(
            Event::NoteEdited {
                id,
                edits: vec![NoteEdit::Stage(Some(stage_id))],
            },
            cx,
            out,
        );
        self.say(
            t!(cx.texts, "echo-moved", id = id.to_string(), stage = title),
            cx,
        );
        Ok(())
    }

    /// Opens the three private lines: when the dialogue is over and the others have gone.
    pub(in crate::app) fn ask_private(&mut self, cx: &Cx<'_>) {
        if self.session.timeline().closed.is_some() {
            self.ask(Question::Private(0));
        } else {
            self.say(t!(cx.texts, "echo-private-later"), cx);
        }
    }

    /// Three private lines after the end: each may be left empty, and Esc leaves all of them.
    fn private(&mut self, place: u8, text: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if !text.is_empty() {
            let words = [
                t!(cx.texts, "private-well"),
                t!(cx.texts, "private-differently"),
                t!(cx.texts, "private-method"),
            ];
            let label = &words[usize::from(place).min(2)];
            let body = Body {
                tag: Tag::Private,
                text: SafeText::line(&format!("{label} {text}")),
                ..Body::default()
            };
            self.draft(
                Event::NoteAdded {
                    id: NoteId::pending(body.tag.letter()),
                    at: None,
                    body,
                },
                cx,
                out,
            );
        }
        if place < 2 {
            self.ask(Question::Private(place + 1));
        } else {
            self.say(t!(cx.texts, "echo-private-done"), cx);
        }
    }
}

/// Reads minutes, `10`, `+10`, `-5`; four digits are a clock time.
fn minutes(text: &str) -> Option<i64> {
    let short = text.trim_start_matches(['+', '-']).len() < 4;
    text.parse().ok().filter(|_| short)
}
