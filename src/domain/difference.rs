//! Whether two shares differ for certain, so that a chart of before and after may say "no certain difference".
//!
//! The rule: the 95 per cent interval of the difference between two independent proportions, by the hybrid of two Wilson score intervals
//! (Newcombe, *Interval estimation for the difference between independent proportions*, Statistics in Medicine 17, 1998, method 10). Where
//! the interval holds zero the difference is not certain. It takes both groups for samples; where everybody was asked it is too careful,
//! and a person may take the word away.

/// The quantile of the normal distribution that leaves five per cent outside on both sides together.
const Z: f64 = 1.959_963_984_540_054;

/// A share of those who answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Between 0 and 1.
    part: f64,
    /// How many answered, at least one.
    n: f64,
}

impl Share {
    /// Makes a share; none where it is no share between 0 and 1, or nobody answered.
    pub fn new(part: f64, n: u32) -> Option<Self> {
        ((0.0..=1.0).contains(&part) && n > 0).then(|| Self {
            part,
            n: f64::from(n),
        })
    }

    /// Wilson's score interval.
    fn interval(self) -> (f64, f64) {
        let Self { part, n } = self;
        let middle = 2.0 * n * part + Z * Z;
        let spread = Z * (Z * Z + 4.0 * n * part * (1.0 - part)).sqrt();
        let whole = 2.0 * (n + Z * Z);
        ((middle - spread) / whole, (middle + spread) / whole)
    }
}

/// Returns between what the difference of two shares lies, the second less the first.
pub fn interval(before: Share, after: Share) -> (f64, f64) {
    let difference = after.part - before.part;
    let (low_b, high_b) = before.interval();
    let (low_a, high_a) = after.interval();
    let below = (after.part - low_a).hypot(high_b - before.part);
    let above = (high_a - after.part).hypot(before.part - low_b);
    (difference - below, difference + above)
}

/// Says whether two shares differ for certain.
pub fn is_certain(before: Share, after: Share) -> bool {
    let (low, high) = interval(before, after);
    low > 0.0 || high < 0.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn share(count: u32, n: u32) -> Share {
        Share::new(f64::from(count) / f64::from(n), n).unwrap()
    }

    /// The examples of the article's table.
    #[test]
    fn the_published_intervals_come_out() {
        for ((a, m), (b, n), low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
        ] {
            let (found_low, found_high) = interval(share(b, n), share(a, m));
            assert!((found_low - low).abs() < 6e-5, "{a}/{m}: {found_low}");
            assert!((found_high - high).abs() < 6e-5, "{a}/{m}: {found_high}");
        }
        assert!(is_certain(share(48, 80), share(56, 70)));
        assert!(!is_certain(share(0, 29), share(5, 56)));
    }

    #[test]
    fn what_is_no_share_has_no_interval() {
        assert_eq!(Share::new(1.2, 10), None);
        assert_eq!(Share::new(f64::NAN, 10), None);
        assert_eq!(Share::new(0.5, 0), None);
    }

    proptest! {
        #[test]
        fn it_holds_both_ways_and_more_answers_never_make_it_less_certain(
            a in 0.0..=1.0_f64, b in 0.0..=1.0_f64, m in 1..5_000_u32, n in 1..5_000_u32,
        ) {
            let (before, after) = (Share::new(a, m).unwrap(), Share::new(b, n).unwrap());
            let (low, high) = interval(before, after);
            prop_assert!(low <= b - a + 1e-12 && b - a <= high + 1e-12);
            prop_assert_eq!(is_certain(before, after), is_certain(after, before));
            let more = is_certain(Share::new(a, m * 4).unwrap(), Share::new(b, n * 4).unwrap());
            prop_assert!(more || !is_certain(before, after));
        }
    }
}
