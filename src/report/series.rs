//! A series of dialogues on one page: what was said, what came of it, what did not and why.

use crate::{
    domain::{Lasting, Length, Session, Status, Tag, lengths::median},
    report::{Block, Document, LastingRow, Options, TimesRow, lasting, minutes},
    t,
    text::{SafeText, Span, Texts, clock},
};

/// Writes the page; the sessions stand in the order they were held.
///
/// Honesty makes credible (method, A7): what did not come about stands under a heading of its own, with its reason or the question for it.
pub fn series(name: &SafeText, sessions: &[Session], options: &Options, texts: &Texts) -> Document {
    let mut blocks = vec![Block::Title {
        what: t!(texts, "series-report"),
        title: name.on_one_line().into_owned(),
        mark: t!(texts, "report-working-material"),
    }];
    let all: Vec<(&Session, Lasting)> = sessions
        .iter()
        .flat_map(|session| {
            session
                .lasting()
                .into_iter()
                .map(move |item| (session, item))
        })
        .collect();
    blocks.push(Block::Line(counts(sessions.len(), &all, *texts)));
    said(sessions, options, *texts, &mut blocks);
    words(sessions, *texts, &mut blocks);
    let groups: [(String, &[Status]); 3] = [
        (t!(texts, "series-came-about"), &[Status::Done]),
        (t!(texts, "series-did-not"), &[Status::Dropped]),
        (
            t!(texts, "series-still-open"),
            &[Status::Ongoing, Status::Open],
        ),
    ];
    for (heading, statuses) in groups {
        blocks.push(Block::Heading(heading));
        let rows: Vec<LastingRow<'_>> = all
            .iter()
            .filter(|(_, item)| statuses.contains(&item.status))
            .map(|(session, item)| LastingRow {
                item,
                place: clock::date(item.at, &session.plan().zone),
            })
            .collect();
        if rows.is_empty() {
            blocks.push(Block::Quiet(t!(texts, "report-nothing")));
        }
        blocks.extend(rows.iter().map(|row| lasting::block(row, *texts)));
        let unsaid: Vec<String> = rows
            .iter()
            .filter(|row| row.item.status == Status::Dropped && row.item.why.is_none())
            .map(|row| row.item.id.to_string())
            .collect();
        if !unsaid.is_empty() {
            blocks.push(Block::Paragraph {
                label: t!(texts, "series-why-not"),
                text: unsaid.join(", "),
            });
        }
    }
    times(sessions, *texts, &mut blocks);
    Document {
        width: options.width,
        blocks,
    }
}

/// Adds what was said each time under each word that any of the dialogues went through, and which nobody has spoken of yet.
fn words(sessions: &[Session], texts: Texts, blocks: &mut Vec<Block>) {
    let mut words: Vec<&SafeText> = Vec::new();
    for word in sessions.iter().flat_map(|session| session.plan().words()) {
        if !words.iter().any(|known| same(known, word)) {
            words.push(word);
        }
    }
    if words.is_empty() {
        return;
    }
    blocks.push(Block::Heading(t!(texts, "series-words")));
    for word in words {
        blocks.push(Block::Subheading(word.on_one_line().into_owned()));
        let before = blocks.len();
        for session in sessions {
            let under = session.under_words();
            let notes = under.into_iter().find(|(own, _)| same(own, word));
            let Some((_, notes)) = notes.filter(|(_, notes)| !notes.is_empty()) else {
                continue;
            };
            let said: Vec<String> = notes
                .iter()
                .map(|(note, said)| format!("{said} ({})", note.id))
                .collect();
            blocks.push(Block::Paragraph {
                label: day(session).unwrap_or_default(),
                text: said.join("; "),
            });
        }
        if blocks.len() == before {
            blocks.push(Block::Quiet(t!(texts, "series-word-unsaid")));
        }
    }
}

fn same(one: &SafeText, other: &SafeText) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Adds how long each stage was, against what was planned: the middle of all its times.
fn times(sessions: &[Session], texts: Texts, blocks: &mut Vec<Block>) {
    let all: Vec<Vec<Length>> = sessions.iter().map(Session::lengths).collect();
    let Some(latest) = sessions.iter().rev().find(|one| !one.lengths().is_empty()) else {
        return;
    };
    blocks.push(Block::Heading(t!(texts, "series-times")));
    blocks.push(Block::Times(TimesRow {
        title: t!(texts, "report-stage"),
        spans: [
            t!(texts, "series-times-held"),
            t!(texts, "report-plan"),
            t!(texts, "report-actual"),
        ],
        strong: true,
        ..TimesRow::default()
    }));
    for stage in &latest.plan().stages {
        let held: Vec<&Length> = all
            .iter()
            .filter_map(|lengths| lengths.iter().find(|length| length.is_of(stage)))
            .collect();
        if held.is_empty() {
            continue;
        }
        let middle = |of: fn(&Length) -> Span| {
            let minutes = median(held.iter().map(|length| of(length)));
            Span::minutes(i64::from(minutes)).to_string()
        };
        blocks.push(Block::Times(TimesRow {
            title: stage.title.on_one_line().into_owned(),
            spans: [
                held.len().to_string(),
                middle(|length| length.planned),
                middle(|length| length.spent),
            ],
            ..TimesRow::default()
        }));
    }
}

/// Returns the day of a dialogue: when it was, else when it is planned.
fn day(session: &Session) -> Option<String> {
    let plan = session.plan();
    let day = session.timeline().began().or(plan.slot.start);
    day.map(|day| clock::date(day, &plan.zone))
}

fn counts(sessions: usize, all: &[(&Session, Lasting)], texts: Texts) -> String {
    let steps = || all.iter().filter(|(_, item)| item.tag() == Tag::NextStep);
    let of = |status: Status| steps().filter(|(_, item)| item.status == status).count();
    t!(
        texts,
        "series-counts",
        sessions = sessions,
        steps = steps().count(),
        done = of(Status::Done),
        ongoing = of(Status::Ongoing),
        dropped = of(Status::Dropped),
        open = of(Status::Open)
    )
}

/// Adds what each session took with it.
fn said(sessions: &[Session], options: &Options, texts: Texts, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(t!(texts, "series-said")));
    let mut any = false;
    for session in sessions {
        let plan = session.plan();
        let day = day(session).map(|day| format!("{day}  "));
        let notes: Vec<Block> = [Tag::TakeWithUs, Tag::Reflection]
            .into_iter()
            .flat_map(|tag| minutes::notes_of(session, tag, options, texts, |_| true))
            .collect();
        if !notes.is_empty() {
            any = true;
            let title = plan.title.on_one_line();
            blocks.push(Block::Subheading(format!(
                "{}{title}",
                day.unwrap_or_default()
            )));
            blocks.extend(notes);
        }
    }
    if !any {
        blocks.push(Block::Quiet(t!(texts, "report-nothing")));
    }
}
