//! The notes as a table for a spreadsheet: RFC 4180, with a byte order mark and the separator that the language's spreadsheets expect.

use crate::{
    domain::{Note, Session},
    format::tag,
    report::{Options, minutes, steps},
    t,
    text::{Lang, Texts, clock},
};

/// Writes the public notes, one on a row, in the order they were said.
pub(super) fn write(session: &Session, options: &Options, texts: &Texts) -> String {
    let separator = match texts.lang() {
        Lang::Sv => ';',
        Lang::En => ',',
    };
    let mut out = String::from('\u{feff}');
    let mut head = vec![
        t!(texts, "export-id"),
        t!(texts, "export-day"),
        t!(texts, "export-time"),
        t!(texts, "export-kind"),
        t!(texts, "export-stage"),
        t!(texts, "export-chart"),
        t!(texts, "export-who"),
        t!(texts, "export-text"),
        t!(texts, "export-when"),
        t!(texts, "export-status"),
        t!(texts, "export-why"),
        t!(texts, "export-from"),
    ];
    if options.with_perspectives {
        head.push(t!(texts, "export-perspective"));
    }
    row(&head, separator, &mut out);
    for note in session.notes().filter(|note| minutes::is_public(note)) {
        let mut cells = cells(session, note, *texts);
        if options.with_perspectives {
            cells.push(minutes::voice(session, note).unwrap_or_default());
        }
        row(&cells, separator, &mut out);
    }
    out
}

fn cells(session: &Session, note: &Note, texts: Texts) -> Vec<String> {
    let (plan, body) = (session.plan(), &note.body);
    let stage = session.stage_of(note);
    let stage = stage.map(|id| {
        let title = plan.stage(&id).map(|(_, stage)| stage.title.to_string());
        title.unwrap_or(id.0)
    });
    let said = |words: &Option<_>| steps::said(words.as_ref()).unwrap_or_default();
    let is_step = body.tag == crate::domain::Tag::NextStep;
    let status = if is_step {
        steps::status(body.status, texts).unwrap_or_else(|| t!(texts, "export-open"))
    } else {
        String::new()
    };
    let from: Vec<String> = minutes::sources(session, note)
        .iter()
        .map(ToString::to_string)
        .collect();
    vec![
        note.id.to_string(),
        clock::date(note.wall, &plan.zone),
        clock::hhmm(note.wall, &plan.zone),
        tag::name(body.tag, plan, texts),
        stage.unwrap_or_default(),
        body.chart
            .map(|chart| chart.to_string())
            .unwrap_or_default(),
        said(&body.who),
        minutes::words(note, None),
        said(&body.when),
        status,
        said(&body.why),
        from.join(" "),
    ]
}

fn row(cells: &[String], separator: char, out: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(separator);
        }
        let cell = harmless(cell);
        if cell.contains([separator, '"', '\n', '\r', ',', ';']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Sets an apostrophe before what a spreadsheet would compute: a cell that begins with one of these signs is a formula there.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
