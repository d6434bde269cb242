//! Text to a session: what it says, what is wrong in it, and where.

use std::{borrow::Cow, collections::BTreeMap, mem::take};

use super::{
    SessionFile, Snapshot, Unsaid, VERSION,
    check::check_names,
    lines::{self, Parted},
    tidy, wire,
};
use crate::{
    domain::{
        Base, Body, Lasting, Letter, Minutes, NoteId, Participant, Plan, SessionId, Slot, Stage,
        StageId, Tag, Timeline, Visit,
    },
    format::{
        place::{self, Step},
        problem::{Fault, Level, Problem, without_mark},
    },
    text::{
        Lang, Moment, SafeText, Span,
        clock::{Zone, parse_local, parse_rfc3339},
    },
};

/// Reads a session or a template; `name` is the file as the person named it.
///
/// The first thing that keeps it from being used is the error; [`check`] tells them all.
pub fn read(name: &str, text: &str) -> Result<SessionFile, Problem> {
    read_with(name, text, &Unsaid::default())
}

/// Reads a session or a template, with zone and language of the machine where it does not say them.
pub fn read_with(name: &str, text: &str, unsaid: &Unsaid) -> Result<SessionFile, Problem> {
    let (file, mut problems) = read_all(name, text, unsaid)?;
    match problems
        .iter()
        .position(|problem| problem.level == Level::Error)
    {
        Some(first) => Err(problems.swap_remove(first)),
        None => Ok(SessionFile {
            warnings: problems,
            ..file
        }),
    }
}

/// Tells everything that is wrong or odd in a file, in the order it stands there.
pub fn check(name: &str, text: &str) -> Vec<Problem> {
    match read_all(name, text, &Unsaid::default()) {
        Ok((_, mut problems)) => {
            problems.sort_by_key(|problem| problem.place.as_ref().map(|place| place.span.start));
            problems
        }
        Err(problem) => vec![problem],
    }
}

fn read_all(
    name: &str,
    text: &str,
    unsaid: &Unsaid,
) -> Result<(SessionFile, Vec<Problem>), Problem> {
    let version = version(name, text)?;
    let wire = migrated(version, text).map_err(|error| Problem::of_ron(name, text, error))?;
    let mut reader = Reader {
        name,
        text,
        zone: unsaid.zone.clone(),
        problems: Vec::new(),
        origins: Vec::new(),
    };
    let file = reader.file(version, wire, unsaid);
    check_names(&mut reader, &file);
    Ok((file, reader.problems))
}

/// Finds the version before anything else is read, so that a newer file gets a sentence and not a list of fields.
fn version(name: &str, text: &str) -> Result<u32, Problem> {
    let Some(span) = place::find(text, &[Step::Field("version")]) else {
        return Ok(VERSION);
    };
    let found = text.get(span.clone()).unwrap_or_default();
    let fault = match found.parse() {
        Ok(version) if (1..=VERSION).contains(&version) => return Ok(version),
        Ok(found) if found > VERSION => Fault::Newer {
            found,
            known: VERSION,
        },
        _ => Fault::NoVersion(shown(found)),
    };
    Err(Problem::new(Level::Error, name, text, Some(span), fault))
}

/// Reads the fields of a version and brings them up to the latest.
///
/// There has been one version so far. An older one keeps its own fields in a file beside `wire`, and its step up stands here.
fn migrated(_version: u32, text: &str) -> Result<wire::Wire, ron::error::SpannedError> {
    let text = without_mark(text);
    if let Some(Parted { rest, lists }) = lines::parted(text)
        && let Ok(mut wire) = options().from_str::<wire::Wire>(&rest)
    {
        let [steps, notes, afterwards] = lists;
        wire.next_steps.extend(steps);
        wire.notes.extend(notes);
        wire.afterwards.extend(afterwards);
        return Ok(wire);
    }
    // What is wrong is told with its place in the whole.
    options().from_str(text)
}

pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// More than this nobody reads, and every one is looked up in the text.
const MOST_PROBLEMS: usize = 100;

pub(super) struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    zone: Zone,
    problems: Vec<Problem>,
    /// In which list and at which place each note stands.
    origins: Vec<(NoteId, &'static str, usize)>,
}

impl Reader<'_> {
    pub(super) fn say(&mut self, level: Level, path: &[Step<'_>], fault: Fault) {
        let known = self.problems.iter().filter(|known| known.level == level);
        if known.count() >= MOST_PROBLEMS {
            return;
        }
        // What was left out is pointed at through what it would stand in.
        let span = (1..=path.len())
            .rev()
            .find_map(|length| place::find(self.text, path.get(..length)?));
        let problem = Problem::new(level, self.name, self.text, span, fault);
        self.problems.push(problem);
    }

    pub(super) fn say_of_note(&mut self, level: Level, id: NoteId, field: &str, fault: Fault) {
        let origin = self.origins.iter().rfind(|(note, ..)| *note == id).copied();
        match origin {
            Some((_, list, place)) => {
                let path = [Step::Field(list), Step::Item(place), Step::Field(field)];
                self.say(level, &path, fault);
            }
            // It has no line of its own: it stands among those removed, or is the highest number given.
            None => self.say(level, &[Step::Field("numbers")], fault),
        }
    }

    fn error(&mut self, path: &[Step<'_>], fault: Fault) {
        self.say(Level::Error, path, fault);
    }

    fn file(&mut self, version: u32, mut wire: wire::Wire, unsaid: &Unsaid) -> SessionFile {
        if let Some(name) = &wire.zone {
            match Zone::find(name) {
                Some(zone) => self.zone = zone,
                None => self.error(&[Step::Field("zone")], Fault::Zone(shown(name))),
            }
        }
        let id = wire.id.take().map(SessionId);
        if let Some(id) = id.as_ref().filter(|id| !is_file_name(&id.0)) {
            self.error(&[Step::Field("id")], Fault::BadId(shown(&id.0)));
        }
        let plan = self.plan(&mut wire, unsaid);
        let timeline = self.timeline(&wire.timeline);
        let mut base = Base {
            id: id.clone().unwrap_or_default(),
            notes: self.notes(&mut wire, &plan, &timeline),
            numbers: numbers(&wire.numbers),
            plan,
            timeline,
        };
        for (place, id) in wire
            .removed
            .iter()
            .enumerate()
            .filter(|(_, id)| id.is_numbered())
        {
            self.origins.push((*id, "removed", place));
            base.notes.push((*id, Moment::default(), None));
        }
        tidy(&mut base);
        SessionFile {
            version,
            kind: wire.kind,
            id,
            snapshot: wire
                .snapshot
                .map(|(generation, seq)| Snapshot { generation, seq }),
            body_sha256: wire.body_sha256,
            base,
            warnings: Vec::new(),
        }
    }

    fn plan(&mut self, wire: &mut wire::Wire, unsaid: &Unsaid) -> Plan {
        let language = match &wire.language {
            None => unsaid.language.code().to_owned(),
            Some(said) => {
                if Lang::parse(said).is_none() {
                    let fault = Fault::Language(shown(said));
                    self.say(Level::Warning, &[Step::Field("language")], fault);
                }
                said.to_string()
            }
        };
        let path = [Step::Field("slot"), Step::Field("start")];
        Plan {
            title: take(&mut wire.title),
            notice: wire.notice.take(),
            theme: take(&mut wire.theme),
            goal: take(&mut wire.goal),
            purpose: take(&mut wire.purpose),
            why_now: take(&mut wire.why_now),
            language,
            zone: self.zone.clone(),
            series: wire.series.take(),
            slot: Slot {
                start: self.time(wire.slot.start.as_deref(), &path),
                minutes: wire.slot.minutes,
            },
            held: wire.held,
            carried: self.carried(take(&mut wire.carried)),
            principles: take(&mut wire.principles.0),
            tags: take(&mut wire.tags),
            participants: participants(take(&mut wire.participants)),
            stages: self.stages(take(&mut wire.stages)),
            charts: take(&mut wire.charts),
        }
    }

    fn carried(&mut self, carried: Vec<wire::Carried>) -> Vec<Lasting> {
        let read = |(place, one): (usize, wire::Carried)| {
            let path = [Step::Field("carried"), Step::Item(place), Step::Field("at")];
            Lasting {
                id: one.id,
                at: self.time(one.at.as_deref(), &path).unwrap_or_default(),
                who: one.who,
                what: one.what,
                when: one.when,
                status: one.status,
                why: one.why,
                indicator: one.indicator,
                again: one.again,
                from: one.from,
                because: one.because,
            }
        };
        carried.into_iter().enumerate().map(read).collect()
    }

    fn stages(&mut self, stages: Vec<wire::Stage>) -> Vec<Stage> {
        let mut taken: Vec<String> = stages.iter().filter_map(|stage| stage.id.clone()).collect();
        let mut read = Vec::with_capacity(stages.len());
        for (place, stage) in stages.into_iter().enumerate() {
            let path = |field| [Step::Field("stages"), Step::Item(place), Step::Field(field)];
            let Minutes { min, wish, max } = stage.minutes.0;
            if min > wish || wish > max {
                let fault = Fault::Minutes {
                    stage: shown(&stage.title),
                    min,
                    wish,
                    max,
                };
                self.error(&path("minutes"), fault);
            }
            if let Some(id) = stage.id.as_ref().filter(|id| !is_name(id)) {
                self.error(&path("id"), Fault::BadId(shown(id)));
            }
            let id = stage.id.unwrap_or_else(|| {
                let id = free_name(&stage.title, &taken);
                taken.push(id.clone());
                id
            });
            read.push(Stage {
                id: StageId(id),
                title: stage.title,
                short: stage.short,
                kind: stage.kind,
                minutes: stage.minutes.0,
                tag: stage.tag,
                present: stage.present.0,
                ask: stage.ask.0,
                follow_ups: stage.follow_ups.0,
                words: stage.words.0,
                skippable: stage.skippable,
            });
        }
        read
    }

    fn timeline(&mut self, wire: &wire::Timeline) -> Timeline {
        let top = |field| [Step::Field("timeline"), Step::Field(field)];
        let mut visits = Vec::with_capacity(wire.visits.len());
        for (place, visit) in wire.visits.iter().enumerate() {
            visits.push(self.visit(place, visit));
        }
        let mut adjusted = BTreeMap::new();
        for (stage, minutes) in &wire.adjusted {
            let [timeline, field] = top("adjusted");
            let path = [timeline, field, Step::Field(stage)];
            // A week is longer than any dialogue, and keeps sums far from overflow.
            if minutes.abs() <= 7.0 * 24.0 * 60.0 {
                let span = Span((minutes * Span::minutes(1).0 as f64).round() as i64);
                adjusted.insert(self.stage_id(stage, &path), span);
            } else {
                self.error(&path, Fault::Number(minutes.to_string()));
            }
        }
        let mut skipped = Vec::with_capacity(wire.skipped.len());
        for stage in &wire.skipped {
            skipped.push(self.stage_id(stage, &top("skipped")));
        }
        let mut heard = BTreeMap::new();
        for (stage, count) in &wire.heard {
            let [timeline, field] = top("heard");
            let path = [timeline, field, Step::Field(stage)];
            heard.insert(self.stage_id(stage, &path), *count);
        }
        let form = wire
            .form
            .as_ref()
            .and_then(|(form, since)| Some((*form, self.time(Some(since), &top("form"))?)));
        Timeline {
            visits,
            skipped,
            adjusted,
            end: self.time(wire.end.as_deref(), &top("end")),
            form,
            closed: self.time(wire.closed.as_deref(), &top("closed")),
            heard,
        }
    }

    fn visit(&mut self, place: usize, visit: &wire::Visit) -> Visit {
        let path = |field| {
            [
                Step::Field("timeline"),
                Step::Field("visits"),
                Step::Item(place),
                Step::Field(field),
            ]
        };
        let from = self.time(Some(&visit.from), &path("from"));
        let pauses = visit
            .pauses
            .iter()
            .filter_map(|pause| {
                let from = self.time(Some(&pause.from), &path("pauses"))?;
                Some((from, self.time(pause.to.as_deref(), &path("pauses"))))
            })
            .collect();
        Visit {
            stage: self.stage_id(&visit.stage, &path("stage")),
            from: from.unwrap_or_default(),
            to: self.time(visit.to.as_deref(), &path("to")),
            pauses,
        }
    }

    fn notes(
        &mut self,
        wire: &mut wire::Wire,
        plan: &Plan,
        timeline: &Timeline,
    ) -> Vec<(NoteId, Moment, Option<Body>)> {
        let lists = [
            ("next_steps", Tag::NextStep, take(&mut wire.next_steps)),
            ("notes", Tag::See, take(&mut wire.notes)),
            ("afterwards", Tag::Private, take(&mut wire.afterwards)),
        ];
        let mut read = Vec::with_capacity(lists.iter().map(|(.., list)| list.len()).sum());
        for (name, tag, list) in lists {
            // A line without a time was said right after the line above it; the first one at the latest moment the file knows.
            let mut last = timeline
                .closed
                .or_else(|| timeline.visits.last().map(|visit| visit.from))
                .or(plan.slot.start)
                .unwrap_or_default();
            for (place, note) in list.into_iter().enumerate() {
                let path = |field| [Step::Field(name), Step::Item(place), Step::Field(field)];
                let stage = note
                    .stage
                    .as_ref()
                    .map(|stage| self.stage_id(stage, &path("stage")));
                let visited = timeline
                    .visits
                    .iter()
                    .find(|visit| stage.as_ref() == Some(&visit.stage));
                last = self
                    .time(note.at.as_deref(), &path("at"))
                    .or_else(|| visited.map(|visit| visit.from))
                    .unwrap_or(last);
                let (id, body) = note_of(note, tag, stage);
                self.origins.push((id, name, place));
                read.push((id, last, Some(body)));
            }
        }
        read
    }

    fn stage_id(&mut self, id: &str, path: &[Step<'_>]) -> StageId {
        if !is_name(id) {
            self.error(path, Fault::BadId(shown(id)));
        }
        id.into()
    }

    /// Reads a time with its offset, or one of the session's zone without.
    fn time(&mut self, text: Option<&str>, path: &[Step<'_>]) -> Option<Moment> {
        let text = text?;
        let moment = parse_rfc3339(text).or_else(|| parse_local(text, &self.zone));
        if moment.is_none() {
            self.error(path, Fault::Time(shown(text)));
        }
        moment
    }
}

fn note_of(note: wire::Note, tag: Tag, stage: Option<StageId>) -> (NoteId, Body) {
    let tag = note.tag.unwrap_or(tag);
    let body = Body {
        tag,
        text: note.text,
        chart: note.chart,
        voice: note.perspective,
        stage,
        missed: note.missed,
        continues: note.continues,
        waits: note.waits,
        who: note.who,
        when: note.when,
        from: note.from,
        status: note.status,
        why: note.why,
        indicator: note.indicator,
        again: note.again,
        settled: note.settled,
    };
    let id = note.id.unwrap_or_else(|| NoteId::pending(tag.letter()));
    (id, body)
}

/// Gives participants without a key the next free one.
fn participants(wire: Vec<wire::Participant>) -> Vec<Participant> {
    let taken: Vec<u8> = wire.iter().filter_map(|one| one.key).collect();
    let mut free = (1..=u8::MAX).filter(|key| !taken.contains(key));
    wire.into_iter()
        .map(|one| Participant {
            key: one.key.or_else(|| free.next()).unwrap_or(u8::MAX),
            name: one.name,
            perspective: one.perspective,
            organisation: one.organisation,
        })
        .collect()
}

fn numbers(wire: &wire::Numbers) -> BTreeMap<Letter, u32> {
    BTreeMap::from([
        (Letter::N, wire.n),
        (Letter::S, wire.s),
        (Letter::F, wire.f),
        (Letter::V, wire.v),
        (Letter::P, wire.p),
        (Letter::I, wire.i),
    ])
}

/// Returns what stands there as it can be shown in a sentence.
fn shown(text: &str) -> String {
    SafeText::line(text).chars().take(60).collect()
}

/// The longest id; it is typed in commands and names folders.
const LONGEST_ID: usize = 64;

/// Tells whether an id can name a folder on every system.
fn is_file_name(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Tells whether an id can name a stage: letters of any language, digits, hyphens.
fn is_name(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.chars().count())
        && id
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Makes a stage's id of its title.
fn free_name(title: &str, taken: &[String]) -> String {
    let letters: String = title
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let mut name: String = words.join("-").chars().take(LONGEST_ID - 4).collect();
    if name.is_empty() {
        "stage".clone_into(&mut name);
    }
    let mut numbered = (2..).map(|number| Cow::Owned(format!("{name}-{number}")));
    std::iter::once(Cow::Borrowed(name.as_str()))
        .chain(&mut numbered)
        .find(|name| !taken.iter().any(|taken| taken == name))
        .map_or_else(|| name.clone(), Cow::into_owned)
}
