//! What each stage asks for, put in order and within reason, and the five rounds in which it is given.

use super::{
    Progress, StageLoad,
    fill::{Claim, hand_out},
};

/// The longest span that is reckoned with, about 400 days: sums of it never overflow, and no dialogue is longer.
pub(super) const LONGEST: i64 = 1 << 35;

/// Brings any span within reason.
pub(super) fn tame(milliseconds: i64) -> i64 {
    milliseconds.clamp(-LONGEST, LONGEST)
}

/// One stage's claims in milliseconds.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// It runs or is to come; everything else takes what it took.
    pub(super) live: bool,
    pub(super) running: bool,
    pub(super) closing: bool,
    pub(super) spent: i64,
    /// The minimum, lowered where the facilitator has taken minutes.
    pub(super) least: i64,
    /// The minimum as planned: below it a stage counts as squeezed.
    min: i64,
    wish: i64,
    max: i64,
    /// How far the share by wish is moved up or down by hand.
    offset: i64,
}

impl Demand {
    /// Reads all stages; an adjustment needs to know who else can carry it.
    pub(super) fn of(stages: &[StageLoad]) -> Vec<Self> {
        let running = stages
            .iter()
            .rposition(|stage| stage.progress == Progress::Running);
        let mut demands: Vec<Self> = stages
            .iter()
            .enumerate()
            .map(|(index, stage)| Self::planned(stage, index, running))
            .collect();
        let weights: i64 = demands.iter().map(Self::weight).sum();
        for (demand, stage) in demands.iter_mut().zip(stages) {
            demand.adjust(tame(stage.adjust.0), weights);
        }
        demands
    }

    fn planned(stage: &StageLoad, index: usize, running: Option<usize>) -> Self {
        let positive = |milliseconds: i64| milliseconds.clamp(0, LONGEST);
        let min = positive(stage.bounds.min.0);
        let wish = positive(stage.bounds.wish.0).max(min);
        let passed = matches!(stage.progress, Progress::Done | Progress::Skipped)
            || running.is_some_and(|running| index < running);
        Self {
            live: !passed,
            running: running == Some(index),
            closing: stage.closing,
            spent: positive(stage.spent.0),
            least: min,
            min,
            wish,
            max: positive(stage.bounds.max.0).max(wish),
            offset: 0,
        }
    }

    /// The part this stage has in what is shared by wish.
    fn weight(&self) -> i64 {
        if self.live && !self.closing && self.max > self.min {
            self.wish
        } else {
            0
        }
    }

    /// Moves the share by hand.
    ///
    /// Whoever gets a minute also pays its part of it when all shares sink to make room, so it asks for that much more: with
    /// two equal dialogues, two minutes up and one down is the one minute that was meant. The factor hangs on the agenda
    /// alone, never on the time, so that nothing moves by itself.
    fn adjust(&mut self, adjust: i64, weights: i64) {
        if self.closing {
            self.wish = (self.wish + adjust).clamp(0, LONGEST);
            self.least = self.min.min(self.wish);
            return;
        }
        let others = weights - self.weight();
        self.offset = if others > 0 {
            let asked = i128::from(adjust) * i128::from(weights) / i128::from(others);
            tame(i64::try_from(asked).unwrap_or(if adjust < 0 { -LONGEST } else { LONGEST }))
        } else {
            adjust
        };
        self.least = (self.min + self.offset.min(0)).max(0);
    }

    /// What is missing up to the minimum.
    pub(super) fn below_least(&self) -> i64 {
        if self.live {
            (self.least - self.spent).max(0)
        } else {
            0
        }
    }

    /// What is missing up to the wish.
    pub(super) fn below_wish(&self) -> i64 {
        if self.live {
            (self.wish - self.spent).max(0)
        } else {
            0
        }
    }

    /// Tells whether a length is one that nobody wished for.
    pub(super) fn squeezed(&self, length: i64) -> bool {
        self.live && length <= self.min && length < self.wish
    }
}

/// The rounds of handing out, in order.
const ROUNDS: [fn(&Demand) -> Option<Claim>; 5] = [
    |closing| closing.closing.then(|| Claim::up_to(closing.least)),
    |other| (!other.closing).then(|| Claim::up_to(other.least)),
    |closing| closing.closing.then(|| Claim::up_to(closing.wish)),
    |other| {
        (!other.closing && other.offset > 0).then(|| Claim {
            to: other.min + other.offset,
            weight: other.offset,
            shift: -other.min,
            ..Claim::default()
        })
    },
    |other| {
        (!other.closing).then(|| Claim {
            to: other.max + other.offset,
            weight: other.weight(),
            shift: -other.offset,
            ..Claim::default()
        })
    },
];

/// Gives every stage its whole length when `left` milliseconds remain until the end of the slot.
pub(super) fn lengths(demands: &[Demand], left: i64) -> Vec<i64> {
    let mut lengths: Vec<i64> = demands.iter().map(|demand| demand.spent).collect();
    let mut left = left.max(0);
    for claim in ROUNDS {
        let mut claims: Vec<Claim> = demands
            .iter()
            .zip(&lengths)
            .map(|(demand, &have)| Claim {
                have,
                ..claim(demand).filter(|_| demand.live).unwrap_or_default()
            })
            .collect();
        left -= hand_out(left, &mut claims);
        lengths = claims.iter().map(|claim| claim.have).collect();
    }
    lengths
}
