//! What the group sees, in a window of its own: it reads, and nothing typed in it does anything but leave.
//!
//! It is drawn anew when what it says has changed, and at most once a second, because every frame of a shared window costs the call. To be
//! hidden waits for nothing. What cannot be read leaves the last frame standing, which was meant for everybody.

use crate::{
    app::{effect::Effect, msg::Msg},
    domain::{
        Session,
        reading::Reading,
        shared::{Page, Shared},
    },
    input::{Action, Keymap, Mode},
    text::{Moment, Span},
};

/// The least time between two frames.
const FRAME: Span = Span::seconds(1);

/// The window that the group sees.
#[derive(Clone, Debug)]
pub struct GroupView {
    session: Session,
    shown: Shared,
    drawn: Moment,
    /// Something else is to be shown as soon as a frame may be drawn.
    waits: bool,
}

impl GroupView {
    /// Opens the window on a session as it is now.
    pub fn new(session: Session, now: Moment) -> Self {
        Self {
            shown: Shared::of(&session, now),
            session,
            drawn: now,
            waits: false,
        }
    }

    /// Returns what is shown.
    pub const fn shown(&self) -> &Shared {
        &self.shown
    }

    /// Takes one message; tells whether there is something new to draw.
    pub(in crate::app) fn update(
        &mut self,
        msg: Msg,
        keymap: &Keymap,
        now: Moment,
    ) -> (Vec<Effect>, bool) {
        let mut out = Vec::new();
        match msg {
            Msg::Seen(session) => self.session = *session,
            Msg::Key(key) => {
                let action = keymap.action(Mode::Reader, key.chord);
                if matches!(action, Some(Action::Leave | Action::Quit)) {
                    out.push(Effect::Quit);
                }
            }
            Msg::Ending => out.push(Effect::Quit),
            Msg::Resized(..) => return (out, true),
            _ => {}
        }
        (out, self.renew(now))
    }

    fn renew(&mut self, now: Moment) -> bool {
        let sees = Shared::of(&self.session, now);
        let changed = sees != self.shown;
        let hides = sees.page == Page::Calm;
        self.waits = changed && !hides && now - self.drawn < FRAME && now >= self.drawn;
        if !changed || self.waits {
            return false;
        }
        (self.shown, self.drawn) = (sees, now);
        true
    }

    /// Returns when something may change by itself.
    pub(in crate::app) fn deadline(&self, now: Moment) -> Option<Moment> {
        if self.waits {
            return Some(self.drawn + FRAME);
        }
        Reading::of(&self.session, now).next_second()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AgendaAct, Base, Entry, EntryId, Event, Hlc, Minutes, Plan, Seat, Stage, shared::GroupAct,
    };

    const NINE: Moment = Moment(1_794_902_400_000);

    fn stage(id: &str) -> Stage {
        Stage {
            id: id.into(),
            title: id.into(),
            minutes: Minutes::fixed(20),
            ..Stage::default()
        }
    }

    fn entry(session: &Session, wall: Moment, event: Event) -> Entry {
        Entry {
            id: EntryId {
                seat: Seat::LEAD,
                n: session.next_counter(Seat::LEAD),
            },
            order: Hlc::after(session.clock(), wall),
            wall,
            event,
        }
    }

    fn enter(session: &mut Session, at: Moment, stage: &str) {
        let (term, saw) = session.agenda_head();
        let act = AgendaAct::Entered(stage.into());
        let entry = entry(session, at, Event::Agenda { term, saw, act });
        session.apply(&entry);
    }

    #[test]
    fn at_most_one_frame_a_second_but_hiding_waits_for_nothing() {
        let plan = Plan {
            stages: vec![stage("ett"), stage("två"), stage("tre")],
            ..Plan::default()
        };
        let mut session = Session::on(Base {
            plan,
            ..Base::default()
        });
        let mut view = GroupView::new(session.clone(), NINE);
        let keymap = Keymap::default();
        let mut at = NINE;
        let mut frames = Vec::new();
        // Ten stages in a second: what is shown follows once, and then to the last.
        for n in 0..10_i64 {
            at = NINE + FRAME + Span(n * 100);
            enter(&mut session, at, ["ett", "två", "tre"][n as usize % 3]);
            let seen = Msg::Seen(Box::new(session.clone()));
            if view.update(seen, &keymap, at).1 {
                frames.push(at);
            }
        }
        assert_eq!(frames, [NINE + FRAME]);
        let wake = view.deadline(at).unwrap();
        assert_eq!(wake, NINE + FRAME + FRAME);
        assert!(view.update(Msg::Tick, &keymap, wake).1);
        assert_eq!(*view.shown(), Shared::of(&session, wake));
        let hidden = entry(&session, wake, Event::Group(GroupAct::Hidden));
        session.apply(&hidden);
        assert!(view.update(Msg::Seen(Box::new(session)), &keymap, wake).1);
        assert_eq!(view.shown().page, Page::Calm);
        // Seconds go by, and a calm page stays as it is.
        assert!(!view.update(Msg::Tick, &keymap, wake + FRAME).1);
    }
}
