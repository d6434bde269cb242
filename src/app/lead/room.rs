//! Several windows on one session, as this one sees them: who leads, who is here, and what a window may do that does not lead.
//!
//! Which role this window has is not kept anywhere: the session says who leads. A window that does not lead takes notes: its line is
//! always open, and what moves the agenda is told off before it becomes a draft.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay, Question},
    },
    domain::{Entry, Event, Role, Seat},
    input::Action,
    t,
    text::{Moment, SafeText, Texts, clock},
};

/// The windows on the session, as far as this one knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The seat this window writes from.
    pub seat: Seat,
    /// The seats somebody sits on right now.
    pub here: Vec<Seat>,
    /// It shows what has been: nothing can be done in it, and who was heard is not told.
    pub past: bool,
    /// It was opened to lead, and another leads: it asks.
    pub wants_lead: bool,
    /// It led at the end of the last turn.
    pub(in crate::app) led: bool,
}

/// Somebody else on the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The seat.
    pub seat: Seat,
    /// What they may do.
    pub role: Role,
    /// What they are called, where they said.
    pub name: Option<SafeText>,
    /// When they last wrote.
    pub wrote: Option<Moment>,
}

impl Room {
    /// Sits on a seat.
    pub fn on(seat: Seat) -> Self {
        Self {
            seat,
            led: true,
            ..Self::default()
        }
    }
}

impl Other {
    /// Returns what to call them.
    pub fn called(&self, texts: &Texts) -> String {
        match (&self.name, self.role) {
            (Some(name), _) => name.to_string(),
            (None, Role::Facilitator) => t!(texts, "room-leader"),
            (None, _) => t!(texts, "room-note-taker"),
        }
    }
}

impl Lead {
    /// Returns what this window may do.
    pub fn role(&self) -> Role {
        self.session.role(self.room.seat)
    }

    /// Tells whether this window leads.
    pub fn leads(&self) -> bool {
        self.role() == Role::Facilitator
    }

    /// Returns what the person in this window is called, where they said.
    pub fn called(&self) -> Option<&SafeText> {
        self.session.seats().get(&self.room.seat)?.name.as_ref()
    }

    /// Returns who else is here, the one who leads first.
    pub fn others(&self) -> Vec<Other> {
        let here = self.room.here.iter().copied();
        let mut others: Vec<Other> = here
            .filter(|seat| *seat != self.room.seat)
            .map(|seat| self.other(seat))
            .collect();
        others.sort_by_key(|other| (other.role, other.seat));
        others
    }

    fn other(&self, seat: Seat) -> Other {
        let said = self.session.seats().get(&seat);
        Other {
            seat,
            role: self.session.role(seat),
            name: said.and_then(|said| said.name.clone()),
            wrote: said.and_then(|said| said.wrote),
        }
    }

    /// Tells whether somebody leads right now, in this window or another that is here.
    pub fn is_led(&self) -> bool {
        self.leads() || self.room.here.contains(&self.session.leader())
    }

    /// Tells whether this window carries something out: one that does not lead moves no agenda.
    pub(in crate::app) fn may(&self, action: Action) -> bool {
        self.leads()
            || matches!(
                action,
                Action::Undo
                    | Action::Redo
                    | Action::Retry
                    | Action::Minutes
                    | Action::Copy
                    | Action::Leave
                    | Action::Quit
                    | Action::Calm
                    | Action::Write
                    | Action::EditNote
                    | Action::Help
                    | Action::Palette
                    | Action::Inbox
                    | Action::Tidy
                    | Action::Join
                    | Action::SetAside
                    | Action::ToInbox
                    | Action::Confirm
                    | Action::Cancel
                    | Action::TakeLead
            )
    }

    /// Tells whether this window carries something out; where not, it says so.
    pub(in crate::app) fn may_act(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let may = self.may(action);
        if !may {
            self.say(t!(cx.texts, "echo-not-leading"), cx);
        }
        may
    }

    /// Asks whether to lead from this window, with who does now.
    pub(in crate::app) fn ask_take_lead(&mut self, cx: &Cx<'_>) {
        if self.leads() {
            self.say(t!(cx.texts, "echo-leads-already"), cx);
        } else {
            self.ask(Question::TakeLead);
        }
    }

    /// Returns who leads and since when they are quiet, for the question.
    pub fn who_leads(&self, texts: &Texts) -> String {
        let other = self.other(self.session.leader());
        let who = other.name.as_ref();
        let who = who.map_or_else(|| t!(texts, "room-someone"), SafeText::to_string);
        match other.wrote {
            Some(at) => t!(
                texts,
                "room-wrote",
                who = who,
                at = clock::hhmm(at, &self.session.plan().zone)
            ),
            None => who,
        }
    }

    /// Takes the lead: a new term of the agenda, decided on the agenda as it stands.
    pub(in crate::app) fn take_lead(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let (term, saw) = self.session.agenda_head();
        let term = term + 1;
        self.draft(Event::Led { term, saw }, cx, out);
    }

    /// Folds what another window wrote.
    pub(in crate::app) fn arrived(&mut self, entry: &Entry) {
        self.session.apply(entry);
    }

    /// Brings the window in line with what its seat may do after a turn, and says what changed.
    pub(in crate::app) fn settle_room(&mut self, cx: &Cx<'_>) {
        let leads = self.leads();
        if leads != self.room.led {
            self.room.led = leads;
            self.room.wants_lead = false;
            if leads {
                self.writing.open = false;
                self.say(t!(cx.texts, "echo-lead-taken"), cx);
            } else {
                self.waiting.clear();
                self.close_prompt_of_leader();
                self.pane = super::Pane::default();
                self.stage = None;
                let words = match self.other(self.session.leader()).name {
                    Some(who) => t!(cx.texts, "echo-lead-ended-by", who = who.to_string()),
                    None => t!(cx.texts, "echo-lead-ended"),
                };
                self.say(words, cx);
            }
        }
        if !leads {
            self.writing.open = true;
            match self.overlay {
                None
                | Some(
                    Overlay::Help(_)
                    | Overlay::Palette { .. }
                    | Overlay::Inbox { .. }
                    | Overlay::Tidy(_)
                    | Overlay::Cover,
                ) => {}
                // Whoever shares this window must not fall out of what the group sees.
                Some(Overlay::Group) => self.overlay = Some(Overlay::Cover),
                Some(_) => self.overlay = None,
            }
        }
        self.let_go_of_gone_note(cx);
    }

    /// Closes a question that only who leads is asked; what was typed to be parked stays on the line.
    fn close_prompt_of_leader(&mut self) {
        if let Some(prompt) = self
            .prompt
            .take_if(|prompt| !matches!(prompt.question, Question::Pasted(_) | Question::TakeLead))
            && prompt.question == Question::Park
        {
            self.writing.line.insert(prompt.line.text());
        }
    }

    /// A note that is rewritten here and goes elsewhere: its words go with it where it was removed for good, else they become a new one.
    fn let_go_of_gone_note(&mut self, cx: &Cx<'_>) {
        let gone = self.edited_note().filter(|note| !note.is_visible());
        let Some((id, erased)) = gone.map(|note| (note.id.to_string(), note.erased)) else {
            return;
        };
        if erased {
            self.put_line_back();
            self.say(t!(cx.texts, "echo-gone-for-good", id = id), cx);
        } else {
            self.writing.editing = None;
            self.writing.was = None;
            self.say(t!(cx.texts, "echo-gone-elsewhere", id = id), cx);
        }
    }
}
