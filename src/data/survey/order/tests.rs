use proptest::prelude::*;

use super::*;

fn ordered(answers: &[&str]) -> (Vec<String>, How) {
    let found = find(answers.iter().copied());
    let order = found.order.iter().map(|at| answers[*at].to_owned());
    (order.collect(), found.how)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of scales")]
fn answers_stand_on_their_scale() {
    for (answers, order, how) in [
        (
            &[
                "Stämmer inte alls",
                "Vet ej",
                "Stämmer helt",
                "Stämmer till viss del",
            ][..],
            "Stämmer helt > Stämmer till viss del > Stämmer inte alls > Vet ej",
            How::Scale,
        ),
        (
            &["Bra", "Mycket dåligt", "Mycket bra", "Dåligt"],
            "Mycket bra > Bra > Dåligt > Mycket dåligt",
            How::Scale,
        ),
        (
            &[
                "Disagree",
                "Strongly agree",
                "Neutral",
                "Agree",
                "Strongly disagree",
            ],
            "Strongly agree > Agree > Neutral > Disagree > Strongly disagree",
            How::Scale,
        ),
        (
            &["ibland", "Aldrig", "Alltid", "ofta", "Sällan"],
            "Alltid > ofta > ibland > Sällan > Aldrig",
            How::Scale,
        ),
        (&["no", "yes"], "yes > no", How::Scale),
        (
            &["Nej", "Vet inte", "Ja"],
            "Ja > Nej > Vet inte",
            How::Scale,
        ),
        (&["4", "10", "1", "2"], "1 > 2 > 4 > 10", How::Numbers),
        (
            &["5 Stämmer helt", "3", "1 Stämmer inte alls", "2", "4"],
            "1 Stämmer inte alls > 2 > 3 > 4 > 5 Stämmer helt",
            How::Numbers,
        ),
        (
            &["2. Pojke", "1. Flicka"],
            "1. Flicka > 2. Pojke",
            How::Numbers,
        ),
        (
            &[
                "7-8 hours",
                "5-6 hours",
                "More than 8 hours",
                "Less than 5 hours",
                "Others",
            ],
            "7-8 hours > 5-6 hours > More than 8 hours > Less than 5 hours > Others",
            How::File,
        ),
        (
            &[
                "7-8 hours",
                "More than 8 hours",
                "Less than 5 hours",
                "5-6 hours",
                "Don't know",
            ],
            "Less than 5 hours > 5-6 hours > 7-8 hours > More than 8 hours > Don't know",
            How::Spans,
        ),
        (
            &["16–19 år", "13–15 år", "20 år +"],
            "13–15 år > 16–19 år > 20 år +",
            How::Spans,
        ),
        (
            &["65+", "18-64", "Under 18"],
            "Under 18 > 18-64 > 65+",
            How::Spans,
        ),
        (&["village", "city"], "village > city", How::File),
        (
            &["Åk 10", "Åk 9", "Åk 7", "Vill inte svara"],
            "Åk 7 > Åk 9 > Åk 10 > Vill inte svara",
            How::Numbers,
        ),
        // One word of its own is no scale.
        (&["Ja", "Blå", "Nej"], "Ja > Blå > Nej", How::File),
        // Two on the same step: which is which is not known.
        (
            &["Stämmer inte", "Stämmer inte alls", "Stämmer helt"],
            "Stämmer inte > Stämmer inte alls > Stämmer helt",
            How::File,
        ),
        (
            &["Annat", "Flicka", "Pojke", "Vill inte svara"],
            "Flicka > Pojke > Annat > Vill inte svara",
            How::File,
        ),
        (&[], "", How::File),
        (&["5"], "5", How::File),
    ] {
        let (found, by) = ordered(answers);
        assert_eq!(
            (found.join(" > ").as_str(), by),
            (order, how),
            "{answers:?}"
        );
    }
}

#[test]
fn a_person_decides_the_order() {
    let answers = ["b", "c", "Vet ej", "a"];
    let named = given(&answers, &["A", "B"]).unwrap();
    assert_eq!((named.order, named.how), (vec![3, 0, 1, 2], How::Given));
    assert_eq!(given(&answers, &["a", "x"]), Err(1));
}

#[test]
fn every_scale_is_written_as_it_is_compared() {
    let beside: Vec<&str> = BESIDE.split('|').map(str::trim).collect();
    for word in SCALES
        .iter()
        .flat_map(|scale| scale.iter())
        .flat_map(|step| step.split('|'))
    {
        assert_eq!(plain(word), word);
        assert!(!beside.contains(&word), "{word}");
    }
    // No word may stand on two steps of one scale.
    for scale in SCALES {
        let words: Vec<&str> = scale.iter().flat_map(|step| step.split('|')).collect();
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word), "{word} twice");
        }
    }
}

proptest! {
    #[test]
    fn every_answer_keeps_a_place(answers in prop::collection::hash_set("[a-zA-Z0-9 ,.+-]{0,12}", 0..9)) {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let mut order = find(answers.iter().copied()).order;
        order.sort_unstable();
        prop_assert_eq!(order, (0..answers.len()).collect::<Vec<_>>());
    }

    /// In whatever order the file has them, the scale is the same.
    #[test]
    fn the_files_order_does_not_matter(scale in 0..SCALES.len(), turn in any::<u64>()) {
        let mut answers: Vec<&str> = SCALES[scale].iter().map(|step| step.split('|').next().unwrap()).collect();
        let (first, how) = ordered(&answers);
        let turned = (turn as usize) % answers.len();
        answers.rotate_left(turned);
        if turn % 2 == 1 {
            answers.reverse();
        }
        prop_assert_eq!(how, How::Scale);
        prop_assert_eq!(ordered(&answers).0, first);
    }
}
