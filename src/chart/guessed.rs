//! What a group guessed, in words, beside what it is.

use super::{Look, number::Numbers};
use crate::{
    domain::{
        chart::{Asked, Chart},
        guess::{Ends, Spread},
    },
    t,
    text::Texts,
};

/// Says how guesses lay: "4 guesses, 55–80%, 65% in the middle". Few are only counted.
pub fn spread(chart: &Chart, spread: &Spread, look: Look, texts: &Texts) -> String {
    let numbers = Numbers::of(chart, texts.lang(), look);
    let count = t!(texts, "chart-guesses", n = spread.count);
    match spread.ends {
        None => t!(texts, "chart-guesses-few", count = count),
        Some(Ends { low, middle, high }) => t!(
            texts,
            "chart-guesses-spread",
            count = count,
            ends = ends(low, high, numbers, look),
            middle = numbers.loose(middle)
        ),
    }
}

/// Says what it is that was guessed, with the row where it is one of several; nothing where the chart cannot be guessed about.
pub fn answer(chart: &Chart, look: Look, texts: &Texts) -> Option<String> {
    let Asked { label, low, high } = chart.asked().ok()?;
    let numbers = Numbers::of(chart, texts.lang(), look);
    let value = |value: f64| {
        numbers.value(crate::text::number::round(
            value,
            usize::from(numbers.decimals()),
        ))
    };
    let value = if value(low) == value(high) {
        numbers.spoken(low)
    } else {
        format!("{}{}{}", value(low), to(look), numbers.spoken(high))
    };
    Some(match label {
        Some(label) => t!(texts, "chart-answer-of", value = value, label = label),
        None => value,
    })
}

/// Drafts the words of a surprise: "guessed 65%, was 73%". The ends are left out, for each is somebody's guess.
pub fn surprise(chart: &Chart, spread: &Spread, texts: &Texts) -> Option<String> {
    let look = Look::default();
    let answer = answer(chart, look, texts)?;
    let numbers = Numbers::of(chart, texts.lang(), look);
    let words = match spread.ends {
        Some(Ends { middle, .. }) => {
            t!(
                texts,
                "chart-surprise",
                guess = numbers.loose(middle),
                answer = answer
            )
        }
        None => t!(texts, "chart-surprise-few", answer = answer),
    };
    Some(words)
}

fn ends(low: f64, high: f64, numbers: Numbers, look: Look) -> String {
    let (low, high) = (numbers.loose(low), numbers.loose(high));
    if low == high {
        return low;
    }
    let bare = low.trim_end_matches(['%', ' ', '\u{a0}']);
    format!("{bare}{}{high}", to(look))
}

fn to(look: Look) -> &'static str {
    if look.ascii() { "-" } else { "–" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            chart::{Body, ChartId, Guess, Row},
            guess::Guesses,
        },
        text::{Lang, SafeText},
    };

    fn chart() -> Chart {
        let rows = vec![Row::of("2022", 77.0), Row::of("2024", 73.0)];
        let body = Body::Series {
            names: Vec::new(),
            rows,
            breaks: Vec::new(),
        };
        let mut chart = Chart::new(ChartId(4), "Trivs i skolan", body);
        chart.unit = SafeText::line("andel %");
        chart.showing.guess = Guess::Yes;
        chart
    }

    fn of(guesses: &[f64]) -> Spread {
        let mut all = Guesses::default();
        all.add(guesses);
        all.spread().unwrap()
    }

    #[test]
    fn guesses_stand_beside_what_it_is() {
        let (chart, four) = (chart(), of(&[60.0, 70.0, 55.0, 80.0]));
        let (sv, en) = (Texts::new(Lang::Sv), Texts::new(Lang::En));
        let look = Look::default();
        assert_eq!(
            spread(&chart, &four, look, &sv),
            "4 gissningar, 55–80\u{a0}%, mitten 65\u{a0}%"
        );
        assert_eq!(
            spread(&chart, &four, look, &en),
            "4 guesses, 55–80%, middle 65%"
        );
        assert_eq!(answer(&chart, look, &sv).unwrap(), "73\u{a0}% (2024)");
        assert_eq!(
            surprise(&chart, &four, &sv).unwrap(),
            "gissat 65\u{a0}%, blev 73\u{a0}% (2024)"
        );
    }

    #[test]
    fn few_guesses_are_not_told() {
        let (chart, two) = (chart(), of(&[41.0, 97.0]));
        let texts = Texts::new(Lang::En);
        let said = [
            spread(&chart, &two, Look::default(), &texts),
            surprise(&chart, &two, &texts).unwrap(),
        ]
        .join(" ");
        assert!(
            !["41", "97", "69"].iter().any(|guess| said.contains(guess)),
            "{said}"
        );
    }

    #[test]
    fn several_values_are_told_from_the_lowest_to_the_highest() {
        let mut chart = chart();
        chart.body = Body::Bars(vec![Row::of("Åk 5", 83.0), Row::of("Åk 8", 79.9)]);
        let texts = Texts::new(Lang::Sv);
        let said = |chart: &Chart| answer(chart, Look::default(), &texts).unwrap();
        assert_eq!(said(&chart), "79,9–83,0\u{a0}%");
        chart.showing.guess = Guess::Row(SafeText::line("Åk 8"));
        assert_eq!(said(&chart), "79,9\u{a0}% (Åk 8)");
    }
}
