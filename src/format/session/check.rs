//! Names in a file: each once, and each that is used exists.

use std::{collections::HashSet, hash::Hash};

use super::{SessionFile, read::Reader};
use crate::{
    domain::{
        NoteId, Plan, StageId, Timeline,
        chart::{self, ChartId, MOST_CHARTS},
        reading::Reading,
    },
    format::{
        place::{self, Step},
        problem::{Fault, Level, Problem, Thing},
        tag,
    },
    text::{Moment, SafeText, Span, width::width},
};

/// The highest number an id may have: far past any dialogue, and far from where the next one would not fit.
const HIGHEST: u32 = 9_999_999;

pub(super) fn check_names(reader: &mut Reader<'_>, file: &SessionFile) {
    let plan = &file.base.plan;
    if plan.stages.is_empty() {
        reader.say(Level::Error, &[Step::Field("stages")], Fault::NoStages);
    }
    if plan.charts.len() > MOST_CHARTS {
        let fault = Fault::ManyCharts(plan.charts.len());
        reader.say(Level::Warning, &[Step::Field("charts")], fault);
    }
    let keys = plan.participants.iter().map(|one| one.key);
    once(reader, Thing::Participant, "participants", keys);
    let kinds = plan.tags.iter().map(|own| format!("{:?}", own.tag));
    once(reader, Thing::Tag, "tags", kinds);
    check_tags(reader, plan);
    let stages = plan.stages.iter().map(|stage| stage.id.clone());
    once(reader, Thing::Stage, "stages", stages);
    let charts = plan.charts.iter().map(|chart| chart.id);
    once(reader, Thing::Chart, "charts", charts);
    check_charts(reader, file);
    check_notes(reader, file);
    check_timeline(reader, file);
    check_length(reader, plan, &file.base.timeline);
}

/// Says which of a meeting's own words for its kinds of notes are too long for a narrow window.
fn check_tags(reader: &mut Reader<'_>, plan: &Plan) {
    for (place, own) in plan.tags.iter().enumerate() {
        if width(&own.words) > tag::LONGEST {
            let path = [Step::Field("tags"), Step::Item(place), Step::Field("words")];
            let words = SafeText::line(&own.words).chars().take(60).collect();
            reader.say(Level::Warning, &path, Fault::LongTag(words, tag::LONGEST));
        }
    }
}

/// Says before the start that the agenda asks for more than the slot holds; afterwards it is what it was.
fn check_length(reader: &mut Reader<'_>, plan: &Plan, timeline: &Timeline) {
    if timeline.began().is_some() || plan.stages.is_empty() {
        return;
    }
    let fitted = Reading::over(plan, timeline, Moment::default()).planned;
    let slot = plan.slot.minutes;
    let path = [Step::Field("slot"), Step::Field("minutes")];
    let minutes = |over: Span| (over.0 + 59_999) / 60_000;
    if fitted.short_by > Span::ZERO {
        let over = minutes(fitted.short_by);
        reader.say(Level::Warning, &path, Fault::TooLong { slot, over });
    } else if fitted.wish_over > Span::ZERO {
        let over = minutes(fitted.wish_over);
        reader.say(Level::Warning, &path, Fault::WishesTooLong { slot, over });
    }
}

/// Makes the problem of a chart whose file gives no values, at the place where the text names that file.
///
/// `place` is the chart's among the charts. Whoever reads the file tells why.
pub fn unread_source(name: &str, text: &str, place: usize, chart: ChartId, why: String) -> Problem {
    let path = [
        Step::Field("charts"),
        Step::Item(place),
        Step::Field("source"),
    ];
    let fault = Fault::Source(chart.to_string(), why);
    let span = place::find(text, &path);
    Problem::new(Level::Error, name, text, span, fault)
}

/// Says what is odd about single charts, at the line it stands on.
fn check_charts(reader: &mut Reader<'_>, file: &SessionFile) {
    for (place, chart) in file.base.plan.charts.iter().enumerate() {
        for problem in chart.check() {
            let field = match &problem {
                chart::Problem::NoTitle => "title",
                chart::Problem::NoSource => "source",
                chart::Problem::NoSuchBreak(_) => "breaks",
                chart::Problem::Turn(_) => "flip",
                chart::Problem::Healthy => "healthy",
                chart::Problem::Guess(_) => "guess",
                chart::Problem::NoQuote => "quote",
                chart::Problem::NoFrom => "from",
                chart::Problem::Share => "picture",
                _ => "values",
            };
            let path = [Step::Field("charts"), Step::Item(place), Step::Field(field)];
            let fault = Fault::Chart(chart.id, problem);
            reader.say(Level::Warning, &path, fault);
        }
    }
}

/// Says which names stand twice in a list.
fn once<T: Hash + Eq + ToString>(
    reader: &mut Reader<'_>,
    thing: Thing,
    list: &str,
    names: impl Iterator<Item = T>,
) {
    // Two perspectives on one key are heard as one; the dialogue can be led all the same.
    let (field, level) = match thing {
        Thing::Participant => ("key", Level::Warning),
        Thing::Tag => ("tag", Level::Warning),
        _ => ("id", Level::Error),
    };
    let mut seen = HashSet::new();
    for (place, name) in names.enumerate() {
        let text = name.to_string();
        if !seen.insert(name) {
            let path = [Step::Field(list), Step::Item(place), Step::Field(field)];
            reader.say(level, &path, Fault::Twice(thing, text));
        }
    }
}

fn check_notes(reader: &mut Reader<'_>, file: &SessionFile) {
    let plan = &file.base.plan;
    let charts: HashSet<ChartId> = plan.charts.iter().map(|chart| chart.id).collect();
    let stages: HashSet<&StageId> = plan.stages.iter().map(|stage| &stage.id).collect();
    let mut seen: HashSet<NoteId> = HashSet::with_capacity(file.base.notes.len());
    // What is highest is among the numbers too, whether a note bears it or not.
    for (letter, number) in file.base.numbers.iter().filter(|(_, n)| **n > HIGHEST) {
        let id = NoteId::new(*letter, *number);
        reader.say_of_note(Level::Error, id, "id", Fault::BadId(id.to_string()));
    }
    for (id, _, body) in &file.base.notes {
        if id.is_numbered() && !seen.insert(*id) {
            let fault = Fault::Twice(Thing::Note, id.to_string());
            reader.say_of_note(Level::Error, *id, "id", fault);
        }
        let Some(body) = body else { continue };
        if let Some(chart) = body.chart.filter(|chart| !charts.contains(chart)) {
            let fault = Fault::NoSuch(Thing::Chart, chart.to_string());
            reader.say_of_note(Level::Warning, *id, "chart", fault);
        }
        if let Some(stage) = body.stage.as_ref().filter(|stage| !stages.contains(stage)) {
            let fault = Fault::NoSuch(Thing::Stage, stage.to_string());
            reader.say_of_note(Level::Warning, *id, "stage", fault);
        }
    }
}

fn check_timeline(reader: &mut Reader<'_>, file: &SessionFile) {
    let timeline = &file.base.timeline;
    let plan = &file.base.plan;
    for (place, visit) in timeline.visits.iter().enumerate() {
        if plan.stage(&visit.stage).is_none() {
            let path = [
                Step::Field("timeline"),
                Step::Field("visits"),
                Step::Item(place),
                Step::Field("stage"),
            ];
            let fault = Fault::NoSuch(Thing::Stage, visit.stage.to_string());
            reader.say(Level::Warning, &path, fault);
        }
    }
    let skipped = timeline.skipped.iter().map(|stage| ("skipped", stage));
    let adjusted = timeline.adjusted.keys().map(|stage| ("adjusted", stage));
    for (field, stage) in skipped.chain(adjusted) {
        if plan.stage(stage).is_none() {
            let path = [Step::Field("timeline"), Step::Field(field)];
            let fault = Fault::NoSuch(Thing::Stage, stage.to_string());
            reader.say(Level::Warning, &path, fault);
        }
    }
}
