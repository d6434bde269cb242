//! Hands that slip, hands that type fast.

use super::*;
use crate::{
    app::lead::{Pane, Question},
    format::note_line::LONGEST_NOTE,
};

#[test]
fn the_note_line_of_the_method() {
    let mut rig = Rig::new();
    rig.calmly(" nnn").calmly("i");
    rig.keys("skola: trivs sjunker sedan 2016<enter>");
    rig.keys("… särskilt de som bytt skola @@<enter>");
    rig.keys("!ingen nämnde måndagar<enter>");
    rig.keys("?vad gör skolan där det vände<enter>");
    rig.keys("+lovkort till alla<enter>");
    rig.keys("=vi tittar sällan på det friska<enter>");
    rig.keys(">Anna: ring fritidsgården senast v49<enter>");
    assert_eq!(
        rig.texts_of_notes(),
        [
            "N1 See trivs sjunker sedan 2016",
            "N2 See särskilt de som bytt skola",
            "N3 Surprise ingen nämnde måndagar",
            "N4 Wonder vad gör skolan där det vände",
            "N5 Idea lovkort till alla",
            "N6 TakeWithUs vi tittar sällan på det friska",
            "S1 NextStep ring fritidsgården",
        ]
    );
    let session = &rig.lead().session;
    let notes: Vec<_> = session.notes().collect();
    assert_eq!(notes[0].body.voice.as_deref(), Some("skola"));
    assert_eq!(
        notes[1].body.voice.as_deref(),
        Some("skola"),
        "the same person goes on"
    );
    assert!(notes[1].body.missed && notes[1].body.continues);
    assert_eq!(
        (notes[6].body.who.as_deref(), notes[6].body.when.as_deref()),
        (Some("Anna"), Some("senast v49"))
    );
    assert!(rig.lead().writing.open, "the line stays open for the next");
}

#[test]
fn tab_changes_the_tag_and_arrow_up_the_last_note() {
    let mut rig = Rig::new();
    rig.calmly(" nnni").keys("<tab><tab><tab>måndagar<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 Surprise måndagar"]);
    rig.keys("<up><backspace><enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 Surprise måndaga"]);
    rig.keys("s/dag/natt/<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 Surprise månnatta"]);
    rig.keys("<ctrl-z><ctrl-z><ctrl-z>");
    assert!(rig.texts_of_notes().is_empty());
}

#[test]
fn esc_keeps_the_words() {
    let mut rig = Rig::new();
    rig.calmly(" i").keys("halvt<esc>");
    assert!(!rig.lead().writing.open);
    assert!(rig.others.contains(&Effect::KeepLine("halvt".into())));
    rig.calmly("i").keys(" helt<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See halvt helt"]);
}

#[test]
fn a_word_typed_blindly_becomes_a_line_and_nothing_else() {
    let mut rig = Rig::new();
    rig.calmly(" ").later(Span::minutes(1));
    // n, p and t move the agenda, k the look of the clock.
    rig.keys("npkt är bra");
    assert_eq!(rig.stage_now(), "welcome");
    assert!(rig.lead().writing.open);
    assert_eq!(rig.lead().writing.line.text(), "npkt är bra");
    assert!(!rig.lead().calm);
    assert_eq!(rig.lead().session.timeline().paused_since(), None);
    rig.keys("<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See npkt är bra"]);
}

#[test]
fn the_same_while_the_store_is_slow() {
    let mut rig = Rig::new();
    rig.calmly(" ").later(Span::minutes(1));
    rig.holds_back = true;
    rig.keys("npkt är");
    rig.release();
    assert_eq!(rig.stage_now(), "welcome");
    assert_eq!(rig.lead().writing.line.text(), "npkt är");
}

#[test]
fn a_paste_opens_the_line_and_many_lines_are_asked_about_once() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.say(Msg::Paste("bara en rad".to_owned()));
    assert_eq!(rig.lead().writing.line.text(), "bara en rad");
    rig.keys("<enter>");
    rig.say(Msg::Paste("!ett\r\ntvå\r\n\r\ntre\x1b[31m".to_owned()));
    assert!(
        matches!(&rig.lead().prompt.as_ref().unwrap().question, Question::Pasted(pasted) if pasted.notes.len() == 3)
    );
    rig.keys("<enter>");
    assert_eq!(
        rig.texts_of_notes()[1],
        "N2 See !ett",
        "a paste never triggers tags"
    );
    assert_eq!(rig.texts_of_notes().len(), 4);
    rig.say(Msg::Paste("fyra\nfem".to_owned()));
    rig.keys("<esc><enter>");
    assert_eq!(rig.texts_of_notes()[4], "N5 See fyra\nfem");
}

#[test]
fn a_very_long_paste_is_kept_whole_in_several_notes() {
    let mut rig = Rig::new();
    rig.calmly(" i");
    let long = "ord ".repeat(5000);
    rig.say(Msg::Paste(long.clone()));
    rig.keys("<enter>");
    let together: String = rig
        .lead()
        .session
        .notes()
        .map(|note| note.body.text.to_string() + " ")
        .collect();
    assert_eq!(together.split_whitespace().count(), 5000);
    assert!(
        rig.lead()
            .session
            .notes()
            .all(|note| note.body.text.chars().count() <= LONGEST_NOTE)
    );
}

#[test]
fn parked_moved_taken_back_and_removed_for_good() {
    let mut rig = Rig::new();
    rig.calmly(" a").keys("hur ställdes frågan?<enter>");
    assert_eq!(rig.texts_of_notes(), ["P1 Parked hur ställdes frågan?"]);
    rig.note("första").note("andra");
    rig.keys("<tab><tab>");
    assert_eq!(rig.lead().pane, Pane::Notes(crate::domain::Spine::See));
    rig.keys("<up><up>")
        .later(Span::seconds(2))
        .calmly("m")
        .keys("2<enter>");
    let first = rig.lead().session.note("N1".parse().unwrap()).unwrap();
    assert_eq!(rig.lead().session.stage_of(first).unwrap().0, "concepts");
    rig.keys("<delete>");
    assert_eq!(rig.lead().session.column_len(crate::domain::Spine::See), 1);
    rig.calmly("u");
    assert_eq!(rig.lead().session.column_len(crate::domain::Spine::See), 2);
    rig.keys("<up><up>")
        .later(Span::seconds(2))
        .calmly(":")
        .keys("RemoveForGood<enter>");
    rig.keys("N9<enter>");
    assert!(rig.lead().prompt.as_ref().unwrap().trouble.is_some());
    rig.keys("<backspace><backspace>N1<enter>");
    assert!(rig.others.contains(&Effect::Erase("N1".parse().unwrap())));
}

#[test]
fn search_finds_the_newest_and_esc_forgets_it() {
    let mut rig = Rig::new();
    rig.calmly(" ")
        .note("måndag ett")
        .note("tisdag")
        .note("måndag två");
    rig.calmly("/").keys("måndag<enter>");
    assert_eq!(rig.lead().list.selected, Some("N3".parse().unwrap()));
    rig.keys("<up>");
    assert_eq!(
        rig.lead().list.selected,
        Some("N1".parse().unwrap()),
        "arrows walk what was found"
    );
    rig.keys("<esc><esc>");
    assert!(rig.lead().list.find.is_empty());
}

#[test]
fn q_leaves_only_twice_and_ctrl_c_keeps_the_line() {
    let mut rig = Rig::new();
    rig.calmly(" q");
    assert!(rig.lead().leaving);
    rig.calmly("k");
    assert!(!rig.lead().leaving);
    rig.calmly("qq");
    assert!(rig.others.contains(&Effect::Quit));
    let mut rig = Rig::new();
    rig.calmly(" i").keys("halv<ctrl-c>");
    assert!(
        rig.others.contains(&Effect::KeepLine("halv".into())) && rig.others.contains(&Effect::Quit)
    );
}

#[test]
fn notes_are_about_the_chart_that_is_shown_in_this_stage() {
    let mut rig = Rig::new();
    rig.calmly(" nn").keys("<right>").note("ett").note("d3 två");
    rig.calmly("n").note("tre");
    let charts: Vec<_> = rig
        .lead()
        .session
        .notes()
        .map(|note| note.body.chart)
        .collect();
    assert_eq!(charts, [Some(ChartId(2)), Some(ChartId(3)), None]);
}

#[test]
fn a_note_that_is_edited_takes_other_marks() {
    let mut rig = Rig::new();
    rig.calmly(" nn").keys("<right>").note("skola: ett");
    let body = |rig: &Rig| rig.lead().session.notes().next().unwrap().body.clone();
    assert_eq!(body(&rig).chart, Some(ChartId(2)));
    rig.calmly("i").keys("<up>");
    assert_eq!(rig.lead().writing.line.text(), "skola: ett");
    rig.keys("<home>d1 <enter>");
    assert_eq!(
        (
            body(&rig).chart,
            body(&rig).voice.as_deref(),
            &*body(&rig).text
        ),
        (Some(ChartId(1)), Some("skola"), "ett"),
        "re-pinned"
    );
    // The chart on the screen counts as any other.
    rig.keys("<up><home>d2 <enter>");
    assert_eq!(body(&rig).chart, Some(ChartId(2)));
    rig.keys("<up><home>!<enter>");
    assert_eq!(body(&rig).tag, Tag::Surprise, "retagged by a mark");
    rig.keys("<up><tab><enter>");
    assert_eq!(body(&rig).tag, Tag::Wonder, "retagged by Tab");
    assert_eq!(&*body(&rig).text, "ett");
    rig.keys("<up><home>d9 <enter>");
    assert_eq!(&*body(&rig).text, "d9 ett", "no such chart: words");
    assert_eq!(body(&rig).chart, Some(ChartId(2)));
}

#[test]
fn tab_makes_a_next_step_with_who_and_when_of_a_line() {
    let mut rig = Rig::new();
    rig.calmly(" i");
    for _ in 0..10 {
        rig.keys("<tab>");
    }
    rig.keys("Anna: ring senast v49");
    assert_eq!(rig.lead().preview().body.who.as_deref(), Some("Anna"));
    rig.keys("<enter>");
    let step = |rig: &Rig| rig.lead().session.notes().next().unwrap().body.clone();
    assert_eq!(
        (
            step(&rig).tag,
            &*step(&rig).text,
            step(&rig).when.as_deref()
        ),
        (Tag::NextStep, "ring", Some("senast v49"))
    );
    // And back: the words stay words.
    rig.keys("<up>");
    assert_eq!(rig.lead().writing.line.text(), "Anna: ring senast v49");
    rig.keys("<tab><tab><enter>");
    assert_eq!(
        (step(&rig).tag, step(&rig).who, step(&rig).voice.as_deref()),
        (Tag::See, None, Some("Anna"))
    );
}

#[test]
fn what_was_half_typed_waits_while_a_note_is_edited() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("ett").note("två");
    rig.calmly("i").keys("<tab>halvt<up>");
    assert_eq!(rig.lead().writing.line.text(), "två");
    assert_eq!(rig.lead().half_typed().line, "halvt");
    rig.keys("<up><up> till<enter>");
    assert_eq!(rig.texts_of_notes()[0], "N1 See ett till");
    assert_eq!(rig.lead().writing.line.text(), "halvt");
    rig.keys("<up><esc>");
    assert_eq!(rig.lead().writing.line.text(), "halvt");
    assert!(rig.lead().writing.open && rig.lead().writing.editing.is_none());
    rig.keys("<enter>");
    assert_eq!(
        rig.texts_of_notes()[2],
        "N3 SeeMore halvt",
        "its own tag came back too"
    );
    rig.keys("<esc><tab><tab><up>").calmly("i").keys("<esc>");
    assert!(
        !rig.lead().writing.open,
        "an edit from the list goes back to the list"
    );
    rig.keys("<esc><esc>").note("tre");
    assert_eq!(
        rig.texts_of_notes()[3],
        "N4 See tre",
        "and leaves no tag behind"
    );
}

#[test]
fn a_note_with_marks_in_its_words_keeps_them() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.say(Msg::Paste("!ett: två\n> tre".to_owned()));
    rig.keys("<esc><enter>");
    rig.keys("<up><enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See !ett: två\n> tre"]);
    rig.keys("<up><end> fyra<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See !ett: två > tre fyra"]);
    rig.keys("<up><enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See !ett: två > tre fyra"]);
}

#[test]
fn the_same_person_goes_on_before_the_disk_has_answered() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("fritid: först");
    rig.holds_back = true;
    rig.calmly("i").keys("skola: ett<enter>… och två<enter>");
    rig.release();
    let voices: Vec<_> = rig
        .lead()
        .session
        .notes()
        .map(|note| note.body.voice.clone().unwrap_or_default().to_string())
        .collect();
    assert_eq!(voices, ["fritid", "skola", "skola"]);
}

#[test]
fn pastes_that_meet_lose_nothing() {
    let mut rig = Rig::new();
    rig.calmly(" i").keys("först ");
    rig.say(Msg::Paste("ett\ntvå".to_owned()));
    rig.say(Msg::Paste("tre".to_owned()));
    assert!(
        matches!(&rig.lead().prompt.as_ref().unwrap().question, Question::Pasted(pasted) if pasted.notes.len() == 3)
    );
    rig.keys("<esc><enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See först ett\ntvå\ntre"]);
    rig.calmly("").keys("<esc>").calmly("e");
    rig.say(Msg::Paste("x".repeat(9000)));
    assert!(rig.lead().prompt.as_ref().unwrap().line.is_empty());
    rig.say(Msg::Paste("10:20".to_owned()));
    rig.keys("<enter>");
    assert_eq!(
        rig.lead().session.slot_end(),
        Some(NINE + Span::minutes(80))
    );
}

#[test]
fn a_pasted_file_becomes_few_notes_or_none() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    let many = "en rad i en fil\n".repeat(5000);
    rig.say(Msg::Paste(many.clone()));
    rig.keys("<esc>");
    assert!(rig.texts_of_notes().is_empty() && rig.lead().writing.line.is_empty());
    assert!(rig.echo().contains("Nothing was pasted"), "{}", rig.echo());
    rig.say(Msg::Paste(many));
    rig.keys("<enter>");
    let notes: Vec<_> = rig.lead().session.notes().cloned().collect();
    assert_eq!(notes.len(), 10);
    let lines: usize = notes
        .iter()
        .map(|note| note.body.text.trim().lines().count())
        .sum();
    assert_eq!(lines, 5000);
    assert!(notes.iter().skip(1).all(|note| note.body.continues));
}

#[test]
fn nothing_private_opens_over_the_whole_window() {
    let mut rig = Rig::new();
    rig.calmly(" z");
    rig.say(Msg::Paste("hemligt".to_owned()));
    assert!(matches!(rig.lead().overlay, Some(lead::Overlay::Full)));
    assert!(rig.lead().writing.line.is_empty());
}

#[test]
fn what_is_in_no_note_is_told() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("måndag");
    rig.calmly("/").keys("onsdag<enter>");
    assert!(rig.echo().contains("onsdag"), "{}", rig.echo());
    assert!(rig.lead().list.find.is_empty(), "every note is seen again");
}

#[test]
fn removing_that_fails_is_told_until_it_is_done() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("bort");
    let id: NoteId = "N1".parse().unwrap();
    rig.say(Msg::Erased(id, Err("the folder is read-only".into())));
    assert!(rig.lead().trouble.is_none(), "nothing is unsaved");
    rig.calmly("R");
    assert!(rig.others.contains(&Effect::Erase(id)));
    let session = Box::new(rig.lead().session.clone());
    rig.say(Msg::Erased(id, Ok(session)));
    assert!(rig.lead().erase_trouble.is_none());
}

#[test]
fn three_private_lines_after_the_end() {
    let mut rig = Rig::new();
    rig.calmly(" E");
    assert!(rig.echo().contains("after the dialogue"), "{}", rig.echo());
    rig.calmly("nnnnnn");
    assert!(rig.lead().session.timeline().closed.is_some());
    rig.calmly("E")
        .keys("lugnt tempo<enter><enter>färre diagram<enter>");
    assert!(rig.lead().prompt.is_none());
    assert_eq!(
        rig.texts_of_notes(),
        [
            "N1 Private Went well: lugnt tempo",
            "N2 Private Idea for the method: färre diagram"
        ]
    );
    rig.calmly("E").keys("<esc>");
    assert!(rig.lead().prompt.is_none(), "Esc leaves all of them");
    rig.calmly("i").keys("<up>");
    assert!(rig.lead().writing.editing.is_none(), "no arrow opens them");
}

#[test]
fn what_is_rewritten_is_saved_when_another_note_is_opened() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("ett").note("två");
    rig.calmly("i").keys("<up> till<up> också<down><esc>");
    assert_eq!(
        rig.texts_of_notes(),
        ["N1 See ett också", "N2 See två till"]
    );
}
