//! Templates with words of their own for the kinds of notes: those words stand in what is read afterwards.

use super::*;
use crate::{
    format::session,
    report::export::{Form, export},
};

/// Returns every template in one language: its file's name and what it says.
fn templates(lang: Lang) -> Vec<(String, Base)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/templates");
    let paths = std::fs::read_dir(folder).unwrap();
    let paths = paths.map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        (name.clone(), session::read(&name, &text).unwrap().base)
    };
    let of = |(name, _): &(String, Base)| name.ends_with(&format!(".{}.ron", lang.code()));
    paths.map(read).filter(of).collect()
}

/// Returns the session with one note of each of its own kinds.
fn with_notes(mut base: Base) -> Session {
    let kinds = base.plan.tags.iter().enumerate();
    base.notes = kinds
        .map(|(place, own)| {
            let body = Body {
                tag: own.tag,
                text: SafeText::line(&format!("sagt {place}")),
                ..Body::default()
            };
            let id = NoteId::new(own.tag.letter(), place as u32 + 1);
            (id, sample::start(), Some(body))
        })
        .collect();
    Session::on(base)
}

#[test]
fn the_words_of_a_template_stand_in_its_minutes_and_exports() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let mut named = 0;
        for (name, base) in templates(lang) {
            let session = with_notes(base);
            let minutes = written(&session, &options(), lang).to_lowercase();
            let csv = export(&session, Form::Csv, &options(), &texts);
            let json = export(&session, Form::Json, &options(), &texts);
            for own in &session.plan().tags {
                let words = own.words.to_lowercase();
                assert!(minutes.contains(&words), "{name}: {words}\n{minutes}");
                assert!(csv.contains(own.words.as_str()), "{name}: {words}");
                let both = format!(
                    "\"tag\": \"{:?}\",\n      \"called\": \"{}\"",
                    own.tag, own.words
                );
                assert!(json.contains(&both), "{name}: {both}\n{json}");
                named += 1;
            }
        }
        assert!(named > 40, "{named}");
    }
}
