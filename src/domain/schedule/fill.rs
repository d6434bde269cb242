//! Sharing milliseconds by weight, exactly.

/// Fractional bits of the common factor: finer than one millisecond of the longest stage.
const FINE: u32 = 40;

/// What one stage asks for in one round: every millisecond after `have`, up to `to`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Claim {
    /// The length so far; `hand_out` raises it.
    pub(super) have: i64,
    /// The length asked for; nothing is asked where it is not above `have`.
    pub(super) to: i64,
    /// The stage's part.
    pub(super) weight: i64,
    /// Added to the length before it is compared by weight; `have + shift` is never negative.
    pub(super) shift: i64,
}

impl Claim {
    /// Asks for a length, by the same part of it as everybody.
    pub(super) fn up_to(to: i64) -> Self {
        Self {
            to,
            weight: to,
            ..Self::default()
        }
    }

    fn asks(&self) -> i64 {
        if self.weight > 0 {
            (self.to - self.have).max(0)
        } else {
            0
        }
    }

    /// The length by a common factor, within what is asked for.
    fn by(&self, factor: i128) -> i64 {
        let share = ((factor * i128::from(self.weight)) >> FINE) - i128::from(self.shift);
        share.clamp(i128::from(self.have), i128::from(self.have + self.asks())) as i64
    }

    /// The factor at which everything asked for is given.
    fn full(&self) -> i128 {
        if self.asks() == 0 {
            0
        } else {
            (i128::from(self.to + self.shift) << FINE) / i128::from(self.weight) + 1
        }
    }

    /// Tells whether this stage's next millisecond comes before another's: its turn is (length + shift) / weight.
    fn before(&self, other: &Self) -> bool {
        let turn = |claim: &Self| i128::from(claim.have + 1 + claim.shift);
        turn(self) * i128::from(other.weight) < turn(other) * i128::from(self.weight)
    }
}

/// Hands out up to `room` milliseconds by one common factor and tells how many were given.
///
/// The milliseconds of all stages have one fixed order (Jefferson's method of giving out seats), of which the first `room`
/// are given. So the sum is exact, and with more room nobody ever gets less; rounding each share could promise neither.
pub(super) fn hand_out(room: i64, claims: &mut [Claim]) -> i64 {
    let asked: i64 = claims.iter().map(Claim::asks).sum();
    let given = room.min(asked);
    if given <= 0 {
        return 0;
    }
    if given == asked {
        for claim in claims.iter_mut() {
            claim.have += claim.asks();
        }
        return given;
    }
    let (mut fits, mut too_much) = (
        0_i128,
        claims.iter().map(Claim::full).max().unwrap_or_default() + 1,
    );
    while too_much - fits > 1 {
        let factor = i128::midpoint(fits, too_much);
        let taken: i64 = claims
            .iter()
            .map(|claim| claim.by(factor) - claim.have)
            .sum();
        if taken <= given {
            fits = factor;
        } else {
            too_much = factor;
        }
    }
    let mut rest = given;
    for claim in claims.iter_mut() {
        let share = claim.by(fits);
        rest -= share - claim.have;
        claim.have = share;
    }
    // What is left is less than one millisecond each: the next in order, the earlier stage first.
    while rest > 0 {
        let open = claims.iter_mut().filter(|claim| claim.asks() > 0);
        let Some(next) =
            open.reduce(|first, claim| if claim.before(first) { claim } else { first })
        else {
            break;
        };
        next.have += 1;
        rest -= 1;
    }
    given - rest
}
