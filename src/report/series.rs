//! A series of dialogues on one page: what was said, what came of it, what did not and why.

use crate::{
    domain::{Lasting, Session, Status, Tag},
    report::{Block, Document, LastingRow, Options, lasting, minutes},
    t,
    text::{SafeText, Texts, clock},
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
    Document {
        width: options.width,
        blocks,
    }
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
        let day = session.timeline().began().or(plan.slot.start);
        let day = day.map(|day| format!("{}  ", clock::date(day, &plan.zone)));
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
