//! A dialogue that has been, seen at an instant that moves: nothing is written, nobody sits down, and nothing private is seen.

use crate::{
    app::{
        effect::Effect,
        lead::{Faces, Lead},
        msg::Msg,
    },
    domain::Session,
    input::{Action, Keymap, Mode},
    text::{Moment, SafeText, Span},
};

/// How many times faster than it was.
pub const SPEEDS: [u8; 6] = [1, 2, 5, 10, 30, 60];

/// The speed it begins with.
pub const USUAL: u8 = 30;

/// The least time between two frames: at the highest speed they would come faster than eyes follow.
const FRAME: Span = Span(100);

/// A dialogue at an instant.
#[derive(Clone, Debug)]
pub struct Replay {
    whole: Session,
    instants: Vec<Moment>,
    /// The leading window as it could have stood at the instant.
    pub lead: Lead,
    /// The instant that is shown.
    pub at: Moment,
    /// When the dialogue began.
    pub from: Moment,
    /// When it ended, or when anything happened last.
    pub to: Moment,
    /// The time goes.
    pub playing: bool,
    speed: usize,
    /// When the instant was last moved.
    moved: Moment,
}

impl Replay {
    /// Begins at the beginning; nothing where the dialogue has not begun.
    pub fn new(session: &Session, path: SafeText, speed: u8, now: Moment) -> Option<Self> {
        let whole = session.for_all();
        let from = whole.timeline().began()?;
        let mut instants = whole.instants();
        instants.retain(|at| *at >= from);
        let last = instants.last().copied().unwrap_or(from);
        let to = whole.timeline().closed.unwrap_or(last).max(from);
        instants.retain(|at| *at <= to);
        let mut lead = Lead::new(whole.until(from), path);
        lead.room.past = true;
        let mut replay = Self {
            whole,
            instants,
            lead,
            at: from,
            from,
            to,
            playing: true,
            speed: SPEEDS.iter().position(|known| *known == speed).unwrap_or(0),
            moved: now,
        };
        replay.show(from);
        Some(replay)
    }

    /// Returns how many times faster it goes than it was.
    pub fn speed(&self) -> u8 {
        SPEEDS.get(self.speed).copied().unwrap_or(1)
    }

    /// Returns the instants at which anything happened.
    pub fn instants(&self) -> &[Moment] {
        &self.instants
    }

    /// Goes to an instant.
    pub fn go(&mut self, at: Moment) {
        let at = at.clamp(self.from, self.to);
        let passed = |until: Moment| self.instants.partition_point(|known| *known <= until);
        let folds = passed(self.at) != passed(at);
        self.at = at;
        if folds {
            self.show(at);
        }
    }

    fn show(&mut self, at: Moment) {
        self.lead.session = self.whole.until(at);
        self.lead.room.seat = self.lead.session.leader();
        let told: Vec<_> = self.lead.faces_told().collect();
        self.lead.faces = Faces::default();
        self.lead.faces.remember(told);
    }

    /// Takes one message; tells whether there is something new to draw.
    pub(in crate::app) fn update(
        &mut self,
        msg: &Msg,
        keymap: &Keymap,
        now: Moment,
    ) -> (Vec<Effect>, bool) {
        let second = self.at.0.div_euclid(1000);
        self.pass(now);
        let mut changed = self.at.0.div_euclid(1000) != second;
        match msg {
            Msg::Key(key) => {
                let action = keymap.action(Mode::Replay, key.chord);
                if matches!(action, Some(Action::Leave | Action::Quit)) {
                    return (vec![Effect::Quit], true);
                }
                changed |= action.is_some_and(|action| self.act(action));
            }
            Msg::Ending => return (vec![Effect::Quit], true),
            Msg::Resized(..) => changed = true,
            _ => {}
        }
        (Vec::new(), changed)
    }

    /// Lets the time go that has passed.
    fn pass(&mut self, now: Moment) {
        let passed = (now - self.moved).at_least_zero();
        self.moved = now;
        if self.playing {
            let by = passed.0.saturating_mul(i64::from(self.speed()));
            self.go(Moment(self.at.0.saturating_add(by)));
            self.playing = self.at < self.to;
        }
    }

    fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Play => {
                if !self.playing && self.at >= self.to {
                    self.go(self.from);
                }
                self.playing = !self.playing;
            }
            Action::MinuteBack => self.go(self.at - Span::minutes(1)),
            Action::MinuteOn => self.go(self.at + Span::minutes(1)),
            Action::StageBack => self.go(self.stage_before()),
            Action::StageOn => self.go(self.stage_after()),
            Action::Top => self.go(self.from),
            Action::Bottom => self.go(self.to),
            Action::Faster => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            Action::Slower => self.speed = self.speed.saturating_sub(1),
            _ => return false,
        }
        if self.at >= self.to {
            self.playing = false;
        }
        true
    }

    fn stages(&self) -> impl DoubleEndedIterator<Item = Moment> {
        let visits = self.whole.timeline().visits.iter();
        visits.map(|visit| visit.from)
    }

    /// The beginning of the stage; at its beginning that of the one before.
    fn stage_before(&self) -> Moment {
        // Who presses twice while it plays goes back two stages.
        let here = self.at - Span(i64::from(self.speed()) * 1000);
        self.stages()
            .rev()
            .find(|from| *from < here)
            .unwrap_or(self.from)
    }

    fn stage_after(&self) -> Moment {
        self.stages()
            .find(|from| *from > self.at)
            .unwrap_or(self.to)
    }

    /// Returns when the next second is shown; none while it stands still.
    pub(in crate::app) fn deadline(&self, now: Moment) -> Option<Moment> {
        let left = Span(1000 - self.at.0.rem_euclid(1000));
        let wait = Span(left.0 / i64::from(self.speed())).max(FRAME);
        self.playing.then(|| now.max(self.moved) + wait)
    }
}
