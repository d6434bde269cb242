use super::*;
use crate::domain::{Base, Letter};
use crate::text::Moment;

/// Notes said a minute apart: a kind, words, and what else is changed in them.
fn session(notes: Vec<Body>) -> Session {
    let notes = notes.into_iter().enumerate().map(|(place, body)| {
        let id = NoteId::new(body.tag.letter(), place as u32 + 1);
        (id, Moment(place as i64 * 60_000), Some(body))
    });
    Session::on(Base {
        notes: notes.collect(),
        ..Base::default()
    })
}

fn said(text: &str) -> Body {
    Body {
        text: text.into(),
        ..Body::default()
    }
}

fn by(voice: &str, text: &str) -> Body {
    Body {
        voice: Some(voice.into()),
        ..said(text)
    }
}

fn step(who: Option<&str>, when: Option<&str>) -> Body {
    Body {
        tag: Tag::NextStep,
        who: who.map(SafeText::line),
        when: when.map(SafeText::line),
        ..said("ring fritidsgården om torsdagarna")
    }
}

fn n(number: u32) -> NoteId {
    NoteId::new(Letter::N, number)
}

#[test]
fn what_says_the_same_is_found_in_both_languages() {
    let one = "fler är hemma på måndagar";
    for (first, second, twice) in [
        (one, "Fler är hemma, på måndagar!", true),
        (one, "fler är hemma på måndagarna", true),
        (one, "fler är hemma på mondagar", true),
        (one, "vi ser att fler är hemma på måndagar i åttan", true),
        (one, "fler är hemma på fredagar", false),
        (one, "fler är hemma på söndagar", false),
        ("vi gick i november", "vi gick i december", false),
        (one, "färre är ute på kvällarna", false),
        (
            "more stay at home on Mondays",
            "More stay at home on mondays.",
            true,
        ),
        (
            "more stay at home on Mondays",
            "fewer stay at home on Fridays",
            false,
        ),
        ("ja", "ja", false),
        ("48 % trivs i åttan", "84 % trivs i nian", false),
    ] {
        for (first, second) in [(first, second), (second, first)] {
            let found = find(
                &session(vec![said(first), said(second)]),
                &ShortForms::default(),
            );
            let expected = if twice {
                vec![Look::Double(n(1), n(2))]
            } else {
                vec![]
            };
            assert_eq!(found, expected, "{first} / {second}");
        }
    }
}

fn doubles_of(notes: Vec<Body>) -> Vec<Look> {
    find(&session(notes), &ShortForms::default())
        .into_iter()
        .filter(|look| matches!(look, Look::Double(..)))
        .collect()
}

#[test]
fn what_two_said_or_what_was_said_long_before_is_no_double() {
    let one = "fler är hemma på måndagar";
    let none = |notes: Vec<Body>| {
        let found = doubles_of(notes);
        assert!(found.is_empty(), "{found:?}");
    };
    none(vec![by("skola", one), by("polis", one)]);
    none(vec![
        said(one),
        Body {
            tag: Tag::NextStep,
            ..said(one)
        },
    ]);
    let goes_on = Body {
        continues: true,
        ..said(one)
    };
    none(vec![said(one), goes_on]);
    let between = |count: usize| (0..count).map(|at| said(&format!("{at} talar nu om annat")));
    let mut far: Vec<Body> = vec![said(one)];
    far.extend(between(9));
    far.push(said("fler är hemma på måndagarna"));
    none(far.clone());
    *far.last_mut().unwrap() = by("skola", one);
    assert_eq!(
        doubles_of(far),
        [Look::Double(n(1), n(11))],
        "word for word is found over the whole stage"
    );
    let three = doubles_of(vec![said(one), said(one), said(one)]);
    assert_eq!(three.len(), 2, "three of a kind are two pairs: {three:?}");
}

#[test]
fn everything_is_found_in_its_order() {
    let forms = short_forms(Lang::Sv, &BTreeMap::new());
    let missed = Body {
        missed: true,
        ..said("elevhälsan:")
    };
    let done = Body {
        status: crate::domain::Status::Done,
        ..step(None, None)
    };
    let found = find(
        &session(vec![
            step(Some("Anna"), Some("v49")),
            step(None, Some("v49")),
            said("bl.a. skolan"),
            missed,
            Body {
                who: Some("Omar".into()),
                ..said("det är ingen brådska")
            },
            done,
        ]),
        &forms,
    );
    let s = |number| NoteId::new(Letter::S, number);
    let kinds: Vec<Look> = found
        .into_iter()
        .filter(|look| !matches!(look, Look::Double(..)))
        .collect();
    assert_eq!(
        kinds,
        [Look::Missed(n(4)), Look::Short(n(3)), Look::Step(s(2))]
    );
}

#[test]
fn short_forms_are_written_out() {
    let sv = short_forms(
        Lang::Sv,
        &BTreeMap::from([
            ("bup".to_owned(), "BUP".to_owned()),
            ("fg".to_owned(), "fritidsklubben".to_owned()),
            ("osv".to_owned(), String::new()),
        ]),
    );
    let en = short_forms(Lang::En, &BTreeMap::new());
    for (forms, text, written) in [
        (&sv, "bl.a. skolan", Some("bland annat skolan")),
        (
            &sv,
            "bl.a skolan, m.m.",
            Some("bland annat skolan, med mera"),
        ),
        (&sv, "Pga bussarna", Some("På grund av bussarna")),
        (
            &sv,
            "skola m.fl. Sedan kom fg",
            Some("skola med flera. Sedan kom fritidsklubben"),
        ),
        (
            &sv,
            "(t ex på fg)",
            Some("(till exempel på fritidsklubben)"),
        ),
        (&sv, "ring bup ffa", Some("ring BUP framför allt")),
        (&sv, "BUP:s bla bla osv", Some("BUP:s bla bla osv")),
        (&sv, "se www.ang.se eller fg-huset", None),
        (&sv, "angelägen och evig", None),
        (
            &en,
            "w/ schools, e.g. theirs",
            Some("with schools, for example theirs"),
        ),
        (&en, "w/o them etc.", Some("without them and so on")),
        (&en, "the escape", None),
    ] {
        let written = written.filter(|written| *written != text);
        let found = forms.written_out(text);
        // BUP:s holds a form whose words are itself.
        let found = found.filter(|found| found.as_str() != text);
        assert_eq!(found.as_deref(), written, "{text}");
    }
}

#[test]
fn two_notes_become_one_and_nothing_is_lost() {
    let becomes = |one: &Body, other: &Body| {
        let notes = joined(one, other);
        let text = notes.iter().find_map(|edit| match edit {
            NoteEdit::Text(text) => Some(text.to_string()),
            _ => None,
        });
        (text, notes)
    };
    let (text, _) = becomes(&said("fler hemma"), &said("ute regnar det"));
    assert_eq!(text.as_deref(), Some("fler hemma; ute regnar det"));
    let (text, _) = becomes(&said("Fler hemma."), &said("Ute regnar det."));
    assert_eq!(text.as_deref(), Some("Fler hemma. Ute regnar det."));
    let (text, edits) = becomes(&said("fler hemma i åttan"), &by("skola", "Fler hemma"));
    assert_eq!(text, None, "the longer says it all");
    assert_eq!(edits, [NoteEdit::Voice(Some("skola".into()))]);
    let (text, _) = becomes(&said("fler hemma"), &said("i åk 8: fler hemma nu"));
    assert_eq!(text.as_deref(), Some("i åk 8: fler hemma nu"));
}

#[test]
fn the_shipped_lists_say_something_for_every_form() {
    let both = read("short_forms.ron", SHIPPED).unwrap();
    for (short, words) in both.sv.iter().chain(&both.en) {
        assert!(
            !words.trim().is_empty() && words != short,
            "{short}: {words}"
        );
        assert_eq!(*short, short.to_lowercase(), "{short}");
    }
}
