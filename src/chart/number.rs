//! Values as text, and the axes they are measured on.

use super::Look;
use crate::{
    domain::chart::{Body, Cell, Chart, Face, Picture},
    text::{Lang, number},
};

/// How the numbers of one chart are written: the same number of decimals everywhere in it.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    lang: Lang,
    ascii: bool,
    /// Fewer people are not told of.
    pub(super) limit: u32,
    decimals: usize,
    /// Whether the values are shares in percent.
    pub(super) share: bool,
}

impl Numbers {
    pub(super) fn of(chart: &Chart, lang: Lang, look: Look) -> Self {
        let share = chart.is_share();
        if let Face::Turned { decimals } = chart.showing.face {
            return Self {
                lang,
                ascii: look.ascii(),
                limit: look.small_number_limit,
                decimals: usize::from(decimals),
                share,
            };
        }
        if let Body::Picture(Picture::Class(share)) = chart.body {
            return Self {
                lang,
                ascii: look.ascii(),
                limit: look.small_number_limit,
                decimals: decimals(|| std::iter::once(share)),
                share: true,
            };
        }
        let values = || {
            chart
                .body
                .rows()
                .iter()
                .flat_map(|row| &row.cells)
                .filter_map(Cell::number)
        };
        Self {
            lang,
            ascii: look.ascii(),
            limit: look.small_number_limit,
            decimals: decimals(values),
            share,
        }
    }

    /// The same numbers without decimals.
    pub(super) fn whole(self) -> Self {
        Self {
            decimals: 0,
            ..self
        }
    }

    pub(super) fn value(self, value: f64) -> String {
        self.with(value, self.decimals)
    }

    /// A value in a sentence, with the percent sign where the unit has it.
    pub(super) fn spoken(self, value: f64) -> String {
        let sign = match (self.share, self.lang) {
            (false, _) => "",
            (true, Lang::Sv) if self.ascii => " %",
            (true, Lang::Sv) => "\u{a0}%",
            (true, Lang::En) => "%",
        };
        self.value(value) + sign
    }

    /// The decimals of every value.
    pub(super) fn decimals(self) -> u8 {
        u8::try_from(self.decimals).unwrap_or(u8::MAX)
    }

    /// A value that is none of the chart's, with the percent sign where the unit has it: whole where it is, else with one decimal.
    pub(super) fn loose(self, value: f64) -> String {
        let decimals = usize::from(!whole(value, 0));
        Self { decimals, ..self }.spoken(value)
    }

    pub(super) fn count(self, n: u32) -> String {
        self.with(f64::from(n), 0)
    }

    fn with(self, value: f64, decimals: usize) -> String {
        // Nobody reads three hundred digits.
        let text = if value.abs() >= 1e12 {
            let text = format!("{value:.2e}");
            if self.lang == Lang::Sv {
                text.replace('.', ",")
            } else {
                text
            }
        } else {
            number::decimal(self.lang, value, decimals)
        };
        if self.ascii { typewritten(&text) } else { text }
    }

    /// A value of an axis, with the decimals its step needs.
    pub(super) fn tick(self, axis: Axis, value: f64) -> String {
        let decimals = (0..=9).find(|d| whole(axis.step, *d)).unwrap_or(9);
        self.with(value, decimals as usize)
    }
}

/// Writes what numbers hold besides digits with the characters of a typewriter.
pub(super) fn typewritten(text: &str) -> String {
    text.replace(['\u{2212}', '–'], "-").replace('\u{a0}', " ")
}

/// Returns the smallest and the largest value.
pub(super) fn range(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |range: Option<(f64, f64)>, value| {
        Some(range.map_or((value, value), |(low, high)| {
            (low.min(value), high.max(value))
        }))
    })
}

/// Says whether a value is whole once it is multiplied by a power of ten.
fn whole(value: f64, power: i32) -> bool {
    let scaled = value * 10f64.powi(power);
    (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0)
}

/// Finds how many decimals tell the values apart without saying more than people can use.
fn decimals<I: Iterator<Item = f64>>(values: impl Fn() -> I) -> usize {
    let most = match values().fold(0.0, |most: f64, value| most.max(value.abs())) {
        most if most >= 10_000.0 || most == 0.0 => 0,
        most if most >= 10.0 => 1,
        most if most >= 1.0 => 2,
        most => (1.0 - most.log10().floor()).min(6.0) as i32,
    };
    (0..most)
        .find(|d| values().all(|value| whole(value, *d)))
        .unwrap_or(most) as usize
}

/// An axis from a low to a high value, with a mark at every step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Zero where the values are too large or too small for marks.
    step: f64,
}

impl Axis {
    /// Makes the axis of bars, which always begin at zero.
    ///
    /// Shares are measured against the whole, so that one chart can be held against the next; small ones keep an axis of their own.
    pub(super) fn of_bars(range: Option<(f64, f64)>, share: bool) -> Self {
        let (low, high) = range.map_or((0.0, 0.0), |(low, high)| (low.min(0.0), high.max(0.0)));
        if share && low == 0.0 && (50.0..=100.0).contains(&high) {
            return Self {
                low,
                high: 100.0,
                step: 25.0,
            };
        }
        Self::around(low, high, 4.0)
    }

    /// Makes the axis of a line, which lies around its values; one value only lies in the middle.
    pub(super) fn of_line(range: Option<(f64, f64)>, share: bool, marks: usize) -> Self {
        let (mut low, mut high) = range.unwrap_or((0.0, 1.0));
        let natural = low >= 0.0;
        if low >= high {
            let room = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
            (low, high) = (low - room, high + room);
        }
        let mut axis = Self::around(low, high, marks as f64);
        // No value is below zero or above the whole: the axis does not suggest it either.
        if natural && axis.low < 0.0 {
            axis.low = 0.0;
        }
        if share && high <= 100.0 && axis.high > 100.0 {
            axis.high = 100.0;
        }
        axis
    }

    fn around(low: f64, high: f64, marks: f64) -> Self {
        let span = high - low;
        if !(1e-9..1e15).contains(&span) || low.abs() > span * 1e9 || high.abs() > span * 1e9 {
            // Past this the marks would be no numbers a person reads.
            return if high > low {
                Self {
                    low,
                    high,
                    step: 0.0,
                }
            } else {
                Self {
                    low,
                    high: low + 1.0,
                    step: 0.0,
                }
            };
        }
        let rough = span / marks.max(1.0);
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|m| m * power)
            .find(|step| *step >= rough * 0.999_999);
        let step = step.unwrap_or(10.0 * power);
        let (low, high) = (
            (low / step + 1e-9).floor() * step,
            (high / step - 1e-9).ceil() * step,
        );
        Self { low, high, step }
    }

    /// Where a value lies, from 0 at the low end to 1 at the high end.
    pub(super) fn place(self, value: f64) -> f64 {
        // Halves, since the difference of two large numbers may be more than a number can hold.
        let place = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        if place.is_nan() {
            0.0
        } else {
            place.clamp(0.0, 1.0)
        }
    }

    /// The values to mark, from low to high.
    pub(super) fn marks(self) -> Vec<f64> {
        if self.step == 0.0 {
            return Vec::new();
        }
        let count = ((self.high - self.low) / self.step)
            .round()
            .clamp(0.0, 50.0) as usize;
        let marks = (0..=count)
            .map(|i| self.low + self.step * i as f64)
            .filter(|mark| *mark <= self.high * (1.0 + 1e-9) || self.high <= 0.0);
        // The step may leave a trace of itself where zero is meant.
        marks
            .map(|mark| {
                if mark.abs() < self.step * 1e-6 {
                    0.0
                } else {
                    mark
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(low: f64, high: f64, share: bool) -> Vec<f64> {
        Axis::of_bars(Some((low, high)), share).marks()
    }

    #[test]
    fn an_axis_has_round_marks() {
        assert_eq!(marks(20.0, 81.0, true), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(marks(3.0, 22.0, true), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(marks(725.0, 1259.0, false), [0.0, 500.0, 1000.0, 1500.0]);
        assert_eq!(
            marks(-12.0, 7.0, false),
            [-15.0, -10.0, -5.0, 0.0, 5.0, 10.0]
        );
        assert_eq!(marks(0.0, 0.0, false), [] as [f64; 0]);
        assert_eq!(marks(-1e308, 1e308, false), [] as [f64; 0]);
    }

    #[test]
    fn every_value_lies_on_its_axis() {
        for (low, high) in [
            (0.0, 0.0),
            (-1e308, 1e308),
            (1e-320, 2e-320),
            (5.0, 5.0),
            (-3.0, -1.0),
            (f64::MAX, f64::MAX),
        ] {
            for axis in [
                Axis::of_bars(Some((low, high)), false),
                Axis::of_line(Some((low, high)), true, 4),
            ] {
                for value in [low, high, 0.0] {
                    assert!((0.0..=1.0).contains(&axis.place(value)), "{axis:?} {value}");
                }
            }
        }
    }

    #[test]
    fn a_constant_line_lies_in_the_middle() {
        for value in [81.0, -4.0, 0.5, 1200.0] {
            let place = Axis::of_line(Some((value, value)), false, 4).place(value);
            assert!((0.3..=0.7).contains(&place), "{value}: {place}");
        }
    }

    #[test]
    fn decimals_are_those_the_values_need() {
        let of = |values: &[f64]| decimals(|| values.iter().copied());
        assert_eq!(of(&[81.0, 78.0]), 0);
        assert_eq!(of(&[81.9, 75.4]), 1);
        assert_eq!(of(&[88.333_333]), 1);
        assert_eq!(of(&[3.25, 4.5]), 2);
        assert_eq!(of(&[0.824]), 2);
        assert_eq!(of(&[123_456.7]), 0);
        assert_eq!(of(&[]), 0);
    }
}
