//! What lives across sessions: next steps, data somebody wants to see, who more should be there.
//!
//! Each stays with the session that made it, and closing it is an entry there. A later session of the series holds a copy of what was
//! open when it began ([`Plan::carried`](crate::domain::Plan::carried)), so that its file tells by itself what it began with.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        event::NoteEdit,
        id::{Letter, NoteId},
        note::{Body, Note, Status, Tag},
        session::Session,
    },
    text::{Moment, SafeText},
};

/// The kinds of notes that live across sessions, in the order they are read.
pub const KINDS: [Tag; 3] = [Tag::NextStep, Tag::WantData, Tag::WhoMore];

/// The name of the stage in which a group hears what came of last time's steps.
pub const FEEDBACK: &str = "feedback";

/// A next step, wanted data or a missing voice, as it is told outside its own session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lasting {
    /// Its id in the session that made it; the numbers run on through a series.
    pub id: NoteId,
    /// When it was said.
    pub at: Moment,
    /// Who does it, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<SafeText>,
    /// What is to be done, or is missing.
    pub what: SafeText,
    /// When, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<SafeText>,
    /// How it stands.
    pub status: Status,
    /// Why it stands so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<SafeText>,
    /// What will show that it had an effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<SafeText>,
    /// When to look again, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<SafeText>,
    /// The notes it came from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<NoteId>,
    /// The words of the first of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<SafeText>,
}

impl Lasting {
    /// Tells a note of a session, or nothing where it is of another kind or not shown.
    pub fn of(session: &Session, note: &Note) -> Option<Self> {
        let body = &note.body;
        if !KINDS.contains(&body.tag) || !note.is_visible() {
            return None;
        }
        let shown = |id: &&NoteId| {
            let cause = session.note(**id);
            cause.is_some_and(|cause| cause.is_visible() && cause.body.tag.is_of_dialogue())
        };
        let from: Vec<NoteId> = body.from.iter().filter(shown).copied().collect();
        let because = from.first().and_then(|id| session.note(*id));
        Some(Self {
            id: note.id,
            at: note.wall,
            who: body.who.clone(),
            what: body.text.clone(),
            when: body.when.clone(),
            status: status(body),
            why: body.why.clone(),
            indicator: body.indicator.clone(),
            again: body.again.clone(),
            because: because.map(|cause| SafeText::line(&cause.body.text)),
            from,
        })
    }

    /// Tells whether it still waits for somebody.
    pub const fn is_open(&self) -> bool {
        is_open(self.status)
    }

    /// Says it on one row, who first: `S1 Anna: ring fritidsgården (v49)`.
    pub fn in_a_row(&self) -> String {
        let line = |words: &SafeText| {
            let words: Vec<&str> = words.split_whitespace().collect();
            Some(words.join(" ")).filter(|words| !words.is_empty())
        };
        let mut row = format!("{} ", self.id);
        if let Some(who) = self.who.as_ref().and_then(line) {
            row.push_str(&who);
            row.push_str(": ");
        }
        row.push_str(&line(&self.what).unwrap_or_default());
        if let Some(when) = self.when.as_ref().and_then(line) {
            row.push_str(" (");
            row.push_str(&when);
            row.push(')');
        }
        row
    }

    /// Returns what kind it is, as its id tells.
    pub const fn tag(&self) -> Tag {
        match self.id.letter {
            Letter::F => Tag::WantData,
            Letter::V => Tag::WhoMore,
            _ => Tag::NextStep,
        }
    }
}

/// Tells whether something that stands so still waits for somebody.
pub const fn is_open(status: Status) -> bool {
    matches!(status, Status::Open | Status::Ongoing)
}

/// Returns how a note stands. What was taken up in the closing is done with, unless somebody says more.
fn status(body: &Body) -> Status {
    match body.status {
        Status::Open if body.settled && body.tag != Tag::NextStep => Status::Done,
        status => status,
    }
}

/// What somebody says about one of them weeks later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How it stands now; none leaves it.
    pub status: Option<Status>,
    /// Why it stands so.
    pub why: Option<SafeText>,
    /// What will show that it had an effect.
    pub indicator: Option<SafeText>,
    /// When to look again.
    pub again: Option<SafeText>,
}

impl Told {
    /// Returns what changes in a note; nothing where it stands so already.
    pub fn edits(&self, body: &Body) -> Vec<NoteEdit> {
        let mut new = body.clone();
        if let Some(status) = self.status {
            new.status = status;
            // An old reason says nothing about how it stands now.
            if status != body.status {
                new.why = None;
            }
            // What is asked for in the closing is no more, or is again.
            if body.tag != Tag::NextStep {
                new.settled = !is_open(status);
            }
        }
        let fields = [
            (&self.why, &mut new.why),
            (&self.indicator, &mut new.indicator),
            (&self.again, &mut new.again),
        ];
        for (said, field) in fields {
            if said.is_some() {
                // Nothing between quotation marks takes it away.
                *field = said.clone().filter(|said| !said.trim().is_empty());
            }
        }
        NoteEdit::between(body, &new)
    }
}

impl Session {
    /// Returns what lives on after this session, open or not: steps first, then wanted data, then missing voices, each as it was said.
    pub fn lasting(&self) -> Vec<Lasting> {
        let notes = KINDS.iter().flat_map(|tag| self.tagged(*tag));
        notes.filter_map(|note| Lasting::of(self, note)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::Base;

    fn session(bodies: Vec<Body>) -> Session {
        let notes = bodies.into_iter().zip(1..).map(|(body, number)| {
            let id = NoteId::new(body.tag.letter(), number);
            (id, Moment(i64::from(number)), Some(body))
        });
        Session::on(Base {
            notes: notes.collect(),
            ..Base::default()
        })
    }

    fn body(tag: Tag, text: &str) -> Body {
        Body {
            tag,
            text: text.into(),
            ..Body::default()
        }
    }

    #[test]
    fn what_lives_on_stands_in_order_and_with_its_cause() {
        let secret = body(Tag::Private, "HEMLIGT");
        let step = Body {
            from: vec![NoteId::new(Letter::N, 1), NoteId::new(Letter::N, 2)],
            ..body(Tag::NextStep, "ring")
        };
        let wanted = Body {
            settled: true,
            ..body(Tag::WantData, "frånvaro")
        };
        let bodies = vec![secret, body(Tag::See, "torsdagar"), wanted, step];
        let lasting = session(bodies).lasting();
        let told: Vec<_> = lasting
            .iter()
            .map(|one| (one.id.to_string(), one.status, one.is_open()))
            .collect();
        assert_eq!(
            told,
            [
                ("S4".to_owned(), Status::Open, true),
                ("F3".to_owned(), Status::Done, false)
            ]
        );
        assert_eq!(lasting[0].from, [NoteId::new(Letter::N, 2)]);
        assert_eq!(lasting[0].because.as_deref(), Some("torsdagar"));
    }

    #[test]
    fn a_row_keeps_who() {
        let step = Body {
            who: Some("Anna".into()),
            when: Some("v49".into()),
            ..body(Tag::NextStep, "ring\nfritidsgården")
        };
        let wanted = body(Tag::WantData, "frånvaro");
        let rows: Vec<String> = session(vec![step, wanted])
            .lasting()
            .iter()
            .map(Lasting::in_a_row)
            .collect();
        assert_eq!(rows, ["S1 Anna: ring fritidsgården (v49)", "F2 frånvaro"]);
    }

    #[test]
    fn what_is_told_later_changes_no_more_than_it_says() {
        let told = |status| Told {
            status,
            why: Some("öppet torsdagar".into()),
            ..Told::default()
        };
        let step = body(Tag::NextStep, "ring");
        let edits = told(Some(Status::Done)).edits(&step);
        assert_eq!(
            edits,
            [
                NoteEdit::Status(Status::Done),
                NoteEdit::Why(Some("öppet torsdagar".into()))
            ]
        );
        let done = Body {
            status: Status::Done,
            why: Some("öppet torsdagar".into()),
            ..step
        };
        assert_eq!(told(Some(Status::Done)).edits(&done), []);
        let open = Told {
            status: Some(Status::Open),
            ..Told::default()
        };
        assert_eq!(
            open.edits(&done),
            [NoteEdit::Status(Status::Open), NoteEdit::Why(None)]
        );
        let voice = body(Tag::WhoMore, "någon i åttan");
        let edits = told(Some(Status::Dropped)).edits(&voice);
        assert!(edits.contains(&NoteEdit::Settled(true)), "{edits:?}");
        let nothing = Told {
            indicator: Some("  ".into()),
            ..Told::default()
        };
        assert_eq!(nothing.edits(&voice), []);
    }
}
