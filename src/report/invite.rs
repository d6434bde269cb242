//! What goes out before a dialogue: the invitation, and the facilitator's script for print.
//!
//! Both are in the language of the session: they are for those who come, whatever language the program speaks here.

use crate::{
    chart,
    domain::{Plan, Session, Stage, StageKind, lasting::FEEDBACK},
    report::{Block, Document, Options, minutes},
    t,
    text::{Lang, SafeText, Span, Texts, clock},
};

/// Returns the words of the session's own language.
fn own(plan: &Plan, texts: &Texts) -> Texts {
    Lang::parse(&plan.language).map_or(*texts, Texts::new)
}

/// Writes the invitation: what to expect, and that nothing has to be prepared.
///
/// Nobody is named in it, and no perspective: a list of those invited is the inviter's to send.
pub fn invitation(session: &Session, texts: &Texts) -> String {
    let plan = session.plan();
    let texts = own(plan, texts);
    let mut parts = vec![plan.title.on_one_line().into_owned()];
    parts[0].push('\n');
    parts[0].push_str(&when(plan, texts));
    let theme = said(&plan.theme).unwrap_or_else(|| plan.title.on_one_line().into_owned());
    parts.push(t!(texts, "invite-welcome", theme = theme));
    for (label, words) in [
        (t!(texts, "report-purpose"), &plan.purpose),
        (t!(texts, "report-why-now"), &plan.why_now),
    ] {
        if let Some(words) = said(words) {
            parts.push(format!("{label}: {words}"));
        }
    }
    if !plan.carried.is_empty() {
        parts.push(t!(texts, "invite-since", count = plan.carried.len()));
    }
    parts.push(t!(texts, "invite-nothing-to-prepare"));
    let mut agenda = t!(texts, "invite-agenda");
    for stage in &plan.stages {
        agenda.push_str("\n- ");
        agenda.push_str(&stage.title.on_one_line());
    }
    parts.push(agenda);
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn said(words: &SafeText) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words).filter(|words| !words.is_empty())
}

fn when(plan: &Plan, texts: Texts) -> String {
    let Some(start) = plan.slot.start else {
        return t!(texts, "invite-no-time", minutes = plan.slot.minutes);
    };
    let end = start + Span::minutes(i64::from(plan.slot.minutes));
    t!(
        texts,
        "invite-when",
        day = clock::day_in_words(texts.lang(), start, &plan.zone),
        date = clock::date(start, &plan.zone),
        from = clock::hhmm(start, &plan.zone),
        to = clock::hhmm(end, &plan.zone)
    )
}

/// Writes the script as a document for paper or pager: every stage with its time, what to say, what to ask, what supports.
pub fn script(session: &Session, options: &Options, texts: &Texts) -> Document {
    let plan = session.plan();
    let texts = own(plan, texts);
    let mut blocks = vec![Block::Title {
        what: t!(texts, "invite-script"),
        title: plan.title.on_one_line().into_owned(),
        mark: t!(texts, "invite-only-you"),
    }];
    blocks.push(Block::Line(when(plan, texts)));
    paragraph(
        &t!(texts, "report-purpose"),
        std::slice::from_ref(&plan.purpose),
        &mut blocks,
    );
    paragraph(
        &t!(texts, "report-principles"),
        &plan.principles,
        &mut blocks,
    );
    let mut from = plan.slot.start;
    for (place, (stage, fitted)) in plan.stages.iter().zip(minutes::fitted(plan)).enumerate() {
        let clock = from.map(|from| format!("{}  ", clock::hhmm(from, &plan.zone)));
        from = from.map(|from| from + fitted);
        blocks.push(Block::Heading(format!(
            "{}{}. {} ({})",
            clock.unwrap_or_default(),
            place + 1,
            stage.title.on_one_line(),
            fitted
        )));
        of_stage(plan, stage, (options, &texts), &mut blocks);
    }
    Document {
        width: options.width,
        blocks,
    }
}

fn of_stage(
    plan: &Plan,
    stage: &Stage,
    (options, texts): (&Options, &Texts),
    blocks: &mut Vec<Block>,
) {
    if stage.id.0 == FEEDBACK {
        let rows: Vec<SafeText> = plan
            .carried
            .iter()
            .map(|item| SafeText::line(&item.in_a_row()))
            .collect();
        paragraph(&t!(texts, "series-label"), &rows, blocks);
    }
    paragraph(&t!(texts, "view-say"), &stage.present, blocks);
    if stage.kind == StageKind::Data {
        for one in &plan.charts {
            let words = if one.say.trim().is_empty() {
                chart::sentence(one, options.small_number_limit, texts)
            } else {
                one.say.to_string()
            };
            blocks.push(Block::Paragraph {
                label: format!("{} {}", one.id, one.title.on_one_line()),
                text: words,
            });
        }
    }
    paragraph(&t!(texts, "view-ask"), &stage.ask, blocks);
    paragraph(&t!(texts, "view-support"), &stage.follow_ups, blocks);
}

/// Adds words behind a label, one paragraph for each; nothing where there are none.
fn paragraph(label: &str, words: &[SafeText], blocks: &mut Vec<Block>) {
    for words in words.iter().filter(|words| !words.trim().is_empty()) {
        blocks.push(Block::Paragraph {
            label: label.to_owned(),
            text: words.to_string(),
        });
    }
}
