//! Templates with words of their own for the kinds of notes: whole on the line, in lists and over columns, in the narrowest windows.

use super::{
    stage::{at, lead, model},
    *,
};
use crate::{
    domain::{Base, Body, Session},
    format::session,
};

fn templates(lang: Lang) -> Vec<(String, Base)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/templates");
    let paths = std::fs::read_dir(folder).unwrap();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        (name.clone(), session::read(&name, &text).unwrap().base)
    };
    let all = paths.map(|entry| read(entry.unwrap().path()));
    all.filter(|(name, _)| name.ends_with(&format!(".{}.ron", lang.code())))
        .collect()
}

/// The line is open on a kind, in a session that has one note of it.
fn writing_of(lang: Lang, base: &Base, tag: Tag, line: &str) -> Model {
    let body = Body {
        tag,
        text: "sagt".into(),
        ..Body::default()
    };
    let session = Session::on(Base {
        notes: vec![(NoteId::new(tag.letter(), 1), at(0, 0), Some(body))],
        ..base.clone()
    });
    let base = model(lang, at(1, 0), Screen::Lead(Box::new(lead(session))));
    changed(base, |lead| {
        lead.writing.open = true;
        lead.writing.tag = Some(tag);
        lead.writing.line = LineEditor::with(line);
    })
}

#[test]
fn the_words_of_a_template_are_whole_on_the_line() {
    for lang in Lang::ALL {
        for (name, base) in templates(lang) {
            for own in &base.plan.tags {
                for (width, height) in [(50, 30), (80, 24), (40, 12)] {
                    let model = writing_of(lang, &base, own.tag, "måndag");
                    let (buf, _) = draw(&model, width, height);
                    let screen = text(&buf);
                    let chip = format!(" {} ", own.words);
                    assert!(screen.contains(&chip), "{name} {chip} {width}:\n{screen}");
                    let saved = format!("09:01 {}", own.words);
                    let saved = width < 50 || screen.contains(&saved);
                    assert!(saved, "{name} {} {width}:\n{screen}", own.words);
                }
            }
        }
    }
}

#[test]
fn a_patient_forum_on_the_screen() {
    let (_, base) = templates(Lang::Sv)
        .into_iter()
        .find(|(name, _)| name.starts_with("patient-forum"))
        .unwrap();
    let model = writing_of(Lang::Sv, &base, Tag::Wonder, "lugnare kvällar");
    for size in [(50, 30), (120, 40)] {
        shot("patient_forum", &model, size);
    }
}
