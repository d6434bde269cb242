use proptest::prelude::*;

use super::*;

/// Puts what and when together in several ways and compares what they are split into.
fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (what, when) in cases {
        for between in [" ", ", ", " – "] {
            let text = format!("{what}{between}{when}");
            if split_when(&text) != (what, Some(when)) {
                wrong.push((text.clone(), split_when(&text).1.map(str::to_owned)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn swedish_ends_that_say_when() {
    check(&[
        ("ring fritidsgården", "senast v49"),
        ("ring fritidsgården", "v49"),
        ("ring fritidsgården", "v. 49"),
        ("ring fritidsgården", "vecka 49"),
        ("ring fritidsgården", "v49-50"),
        ("ring fritidsgården", "v49 eller v50"),
        ("ring fritidsgården", "senast fredag v49"),
        ("frånvaro per dag", "december?"),
        ("frånvaro per veckodag", "i december"),
        ("frånvaro", "början av december"),
        ("frånvaro", "i slutet av januari 2027"),
        ("bjud in en ungdom", "före 12 jan"),
        ("bjud in en ungdom", "innan den 12:e januari"),
        ("bjud in en ungdom", "senast den 12:e"),
        ("bjud in en ungdom", "till nästa gång"),
        ("bjud in en ungdom", "till nästa möte"),
        ("pynta korridoren", "före jul"),
        ("mejla alla", "i morgon"),
        ("mejla alla", "imorgon fm"),
        ("mejla alla", "i dag"),
        ("mejla alla", "i övermorgon kl 10"),
        ("mejla alla", "på fredag kl. 10:30"),
        ("stäm av", "nästa vecka"),
        ("stäm av", "någon gång nästa termin"),
        ("stäm av", "den här veckan"),
        ("stäm av", "om två veckor"),
        ("stäm av", "inom 14 dagar"),
        ("stäm av", "tors"),
        ("stäm av", "tors/fre"),
        ("stäm av", "på måndag"),
        ("stäm av", "nästa onsdag"),
        ("följ upp", "hösten"),
        ("följ upp", "till hösten"),
        ("följ upp", "våren 2027"),
        ("följ upp", "i vår"),
        ("följ upp", "ht27"),
        ("följ upp", "vt 2027"),
        ("följ upp", "Q1"),
        ("följ upp", "kvartal 1"),
        ("följ upp", "2026-12-01"),
        ("följ upp", "senast 2026-12"),
        ("följ upp", "12/1"),
        ("följ upp", "den 12/1 2027"),
        ("följ upp", "12/1-27"),
        ("prata med den", "i dag"),
        ("prata med alla", "senast 2028"),
        ("hälsa på", "löpande"),
        ("hälsa på", "före jul"),
        ("hälsa på", "före mötet"),
        ("hälsa på", "en gång i veckan"),
        ("hälsa på", "once a week"),
        ("hälsa på", "hela hösten"),
        ("mät", "måndag till fredag"),
        ("hälsa på", "fr.o.m. v. 2"),
        ("hälsa på", "before the meeting"),
        ("hälsa på", "så snart som möjligt"),
        ("hälsa på", "snarast"),
        ("hälsa på", "varje måndag"),
        ("mät igen", "nov–dec"),
        ("hälsa på", "vid terminsstart"),
        ("hälsa på", "efter sportlovet"),
        ("prata om december-mörkret", "i december"),
        ("visa siffror för december", "på tisdag"),
    ]);
}

#[test]
fn english_ends_that_say_when() {
    check(&[
        ("call the youth club", "by Friday"),
        ("call the youth club", "on Friday"),
        ("call the youth club", "on Friday at 10:30"),
        ("call the youth club", "next week"),
        ("call the youth club", "next Tuesday afternoon"),
        ("call the youth club", "tomorrow"),
        ("call the youth club", "tomorrow in the morning"),
        ("call the youth club", "by the end of January"),
        ("call the youth club", "end of term"),
        ("invite a pupil", "before Christmas"),
        ("invite a pupil", "before 12 January"),
        ("invite a pupil", "Jan 12"),
        ("invite a pupil", "by the 12th"),
        ("invite a pupil", "the 12th of January"),
        ("invite a pupil", "in two weeks"),
        ("invite a pupil", "within a month"),
        ("invite a pupil", "in a couple of weeks"),
        ("invite a pupil", "week 49"),
        ("invite a pupil", "by w49"),
        ("invite a pupil", "in the spring"),
        ("invite a pupil", "next spring"),
        ("invite a pupil", "December?"),
        ("invite a pupil", "in May"),
        ("invite a pupil", "May"),
        ("invite a pupil", "early December"),
        ("invite a pupil", "by the next meeting"),
        ("invite a pupil", "until next time"),
        ("invite a pupil", "ongoing"),
        ("invite a pupil", "as soon as possible"),
        ("invite a pupil", "Friday at the latest"),
        ("invite a pupil", "every week"),
        ("invite a pupil", "no later than 1 March"),
        ("invite a pupil", "after New Year"),
    ]);
}

#[test]
fn words_of_what_is_to_be_done_stay() {
    for text in [
        "",
        "v49",
        "i morgon",
        "prata om december-mörkret",
        "prata om december",
        "ta fram siffror för december",
        "jämföra med hösten",
        "skillnaden mellan november och december",
        "planera lovet",
        "planera fredagsmys",
        "titta på fredagar",
        "frånvaro per vecka",
        "frånvaro per dag",
        "statistik sedan 2016",
        "trivsel i åk 8",
        "läsa d6",
        "dela klassen i 2",
        "öppet 24/7",
        "kolla hur många av 438",
        "ring 112",
        "hur många som mår bra i skolan nu igen tillsammans",
        "they may",
        "learn to march",
        "look at the sun",
        "where we sat",
        "figures for December",
        "the difference between boys and girls",
        "read about spring",
        "78 % på plats",
        "boka 10.30-mötet",
        "version 1.5",
        "köp fika till 12",
        "fråga hur många som mår bra i skolan",
        "kolla frånvaron på morgonen",
        "ta upp det på mötet",
        "sitt med på lunchen",
        "räkna dem i trean",
        "siffror fram till 2016",
        "titta på 2016",
        "välj en fredag",
    ] {
        assert_eq!(split_when(text), (text, None));
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_but_what_stands_between(text in "[a-zåäö0-9.,:?/ –-]{0,60}", tail in prop::sample::select(vec!["", " senast v49", " december?", ", i morgon kl 10", " by Friday"])) {
        let text = format!("{text}{tail}");
        let (what, when) = split_when(&text);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(what) + &letters(when.unwrap_or_default()), letters(&text));
        prop_assert!(when.is_none() || !what.is_empty());
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,80}") {
        let (what, when) = split_when(&text);
        prop_assert!(text.contains(what) && when.is_none_or(|when| text.contains(when)));
        // What is left says no time again that would have been part of it.
        prop_assert!(when.is_none_or(|when| !when.trim().is_empty()));
    }
}
