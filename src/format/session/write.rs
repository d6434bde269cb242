//! A session as text: always the same bytes for the same session, in an order that a person reads from the top.

use std::fmt::{Display, Write as _};

use super::{Kind, LETTERS, Snapshot, VERSION, sha};
use crate::{
    domain::{
        Base, Body, Lasting, Minutes, NoteId, Participant, Stage, Status, Tag, TagWords, Timeline,
        chart::Chart,
    },
    t,
    text::{
        Lang, Moment, SafeText, Span, Texts,
        clock::{Zone, rfc3339_exact},
    },
};

/// The width within which a list of texts stands on one line.
const SHORT: usize = 100;

/// Writes a session or a template.
///
/// A template says nothing of what happened: no id, no start, no notes.
pub fn write(base: &Base, kind: Kind, snapshot: Option<Snapshot>) -> String {
    let body = body(base, kind);
    let lang = Lang::parse(&base.plan.language).unwrap_or_default();
    let texts = Texts::new(lang);
    let (words, name) = match kind {
        Kind::Session => (t!(texts, "format-head-session"), "Session"),
        Kind::Template => (t!(texts, "format-head-template"), "Template"),
    };
    let mut out = format!("#![enable(implicit_some)]\n// {words}\nSession(\n");
    let _always = write!(out, "    version: {VERSION}, kind: {name}, ");
    if kind == Kind::Session {
        if !base.id.0.is_empty() {
            out.push_str("id: ");
            quote(&mut out, &base.id.0);
            out.push_str(", ");
        }
        if let Some(Snapshot { generation, seq }) = snapshot {
            let _always = write!(out, "snapshot: ({generation}, {seq}), ");
        }
    }
    let _always = writeln!(out, "body_sha256: \"{}\",", sha(&body));
    out.push_str(&body);
    out
}

fn body(base: &Base, kind: Kind) -> String {
    let plan = &base.plan;
    let mut file = File {
        out: String::with_capacity(4096 + 256 * base.notes.len()),
        zone: &plan.zone,
    };
    file.text("title", &plan.title);
    file.some("notice", plan.notice.as_ref());
    for (name, text) in [
        ("theme", &plan.theme),
        ("goal", &plan.goal),
        ("purpose", &plan.purpose),
        ("why_now", &plan.why_now),
    ] {
        file.some(name, Some(text).filter(|text| !text.is_empty()));
    }
    if !plan.language.is_empty() {
        file.text("language", &plan.language);
    }
    file.text("zone", plan.zone.name());
    file.some("series", plan.series.as_ref());
    let mut slot = file.item("slot: ");
    if kind == Kind::Session {
        slot.time("start", plan.slot.start);
    }
    slot.word("minutes", plan.slot.minutes);
    slot.end(",\n");
    if let Some(held) = plan.held {
        let _always = writeln!(file.out, "    held: {held:?},");
    }
    let listed = |list: List| base.notes.iter().filter(move |note| list.holds(note));
    let session = kind == Kind::Session;
    if session {
        file.list("next_steps", listed(List::Steps), |file, (id, at, body)| {
            file.note(List::Steps, (*id, *at), body.as_ref());
        });
    }
    if session {
        file.list("carried", &plan.carried, File::carried);
    }
    if !plan.principles.is_empty() {
        file.out.push_str("    principles: ");
        texts_in(&mut file.out, &plan.principles, 1);
    }
    file.list("tags", &plan.tags, File::tag);
    file.list("participants", &plan.participants, File::participant);
    file.list("stages", &plan.stages, File::stage);
    file.list("charts", &plan.charts, File::chart);
    if session {
        file.timeline(&base.timeline);
        for (name, list) in [("notes", List::Notes), ("afterwards", List::Afterwards)] {
            file.list(name, listed(list), |file, (id, at, body)| {
                file.note(list, (*id, *at), body.as_ref());
            });
        }
        file.ends(base);
    }
    file.out.push_str(")\n");
    file.out
}

/// Where a note stands in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Steps,
    Notes,
    Afterwards,
}

impl List {
    fn holds(self, (_, _, body): &(NoteId, Moment, Option<Body>)) -> bool {
        body.as_ref().is_some_and(|body| self == Self::of(body.tag))
    }

    const fn of(tag: Tag) -> Self {
        match tag {
            Tag::NextStep => Self::Steps,
            Tag::Private => Self::Afterwards,
            _ => Self::Notes,
        }
    }
}

struct File<'a> {
    out: String,
    zone: &'a Zone,
}

impl<'a> File<'a> {
    fn text(&mut self, name: &str, text: &str) {
        let _always = write!(self.out, "    {name}: ");
        quote(&mut self.out, text);
        self.out.push_str(",\n");
    }

    fn some(&mut self, name: &str, text: Option<&SafeText>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        let _always = writeln!(self.out, "    {name}: [");
        for item in items {
            each(self, item);
        }
        self.out.push_str("    ],\n");
    }

    /// Begins a struct on one line of the outer struct.
    fn item(&mut self, name: &str) -> Item<'_, 'a> {
        self.out.push_str("    ");
        self.nested(name)
    }

    fn nested(&mut self, name: &str) -> Item<'_, 'a> {
        self.out.push_str(name);
        self.out.push('(');
        Item {
            file: self,
            begun: false,
        }
    }

    fn carried(&mut self, one: &Lasting) {
        let mut item = self.item("    ");
        item.quoted("id", one.id);
        item.some("who", one.who.as_deref());
        item.text("what", &one.what);
        item.some("when", one.when.as_deref());
        item.from(&one.from);
        item.some("because", one.because.as_deref());
        item.word("status", format_args!("{:?}", one.status));
        item.some("why", one.why.as_deref());
        item.some("indicator", one.indicator.as_deref());
        item.some("again", one.again.as_deref());
        item.time("at", Some(one.at));
        item.end(",\n");
    }

    fn tag(&mut self, own: &TagWords) {
        let mut item = self.item("    ");
        item.word("tag", format_args!("{:?}", own.tag));
        item.text("words", &own.words);
        item.end(",\n");
    }

    fn participant(&mut self, participant: &Participant) {
        let mut item = self.item("    ");
        item.word("key", participant.key);
        item.some("name", participant.name.as_deref());
        item.text("perspective", &participant.perspective);
        item.some("organisation", participant.organisation.as_deref());
        item.end(",\n");
    }

    fn stage(&mut self, stage: &Stage) {
        let out = &mut self.out;
        out.push_str("        (\n");
        let line = |out: &mut String, name: &str, text: &str| {
            let _always = write!(out, "            {name}: ");
            quote(out, text);
            out.push_str(",\n");
        };
        line(out, "id", &stage.id.0);
        line(out, "title", &stage.title);
        if let Some(short) = &stage.short {
            line(out, "short", short);
        }
        let Minutes { min, wish, max } = stage.minutes;
        let _always = writeln!(out, "            kind: {:?},", stage.kind);
        let _always = writeln!(
            out,
            "            minutes: (min: {min}, wish: {wish}, max: {max}),"
        );
        let _always = writeln!(out, "            tag: {:?},", stage.tag);
        for (name, texts) in [
            ("present", &stage.present),
            ("ask", &stage.ask),
            ("follow_ups", &stage.follow_ups),
            ("words", &stage.words),
        ] {
            if !texts.is_empty() {
                let _always = write!(out, "            {name}: ");
                texts_in(out, texts, 3);
            }
        }
        if stage.skippable {
            out.push_str("            skippable: true,\n");
        }
        out.push_str("        ),\n");
    }

    /// Writes a chart through its own serde form: each row of values on a line of its own.
    fn chart(&mut self, chart: &Chart) {
        let layout = ron::ser::PrettyConfig::new()
            .new_line("\n")
            .depth_limit(2)
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let text =
            ron::ser::to_string_pretty(chart, layout).expect("a chart holds only what RON can say");
        // The writer of RON names the extension on a line of its own; the file has it at its top.
        let text = text
            .strip_prefix("#![enable(implicit_some)]\n")
            .unwrap_or(&text);
        for line in text.lines() {
            self.out.push_str("        ");
            readable(&mut self.out, line);
            self.out.push_str(if line == ")" { ",\n" } else { "\n" });
        }
    }

    fn note(&mut self, list: List, (id, at): (NoteId, Moment), body: Option<&Body>) {
        let Some(body) = body else { return };
        let mut item = self.item("    ");
        if id.is_numbered() {
            item.quoted("id", id);
        }
        if list == List::Notes {
            item.time("at", Some(at));
            item.word("tag", format_args!("{:?}", body.tag));
            item.some_of("chart", body.chart);
            item.some("perspective", body.voice.as_deref());
            item.step(body, "text");
        } else {
            item.step(body, if list == List::Steps { "what" } else { "text" });
            item.some_of("chart", body.chart);
            item.some("perspective", body.voice.as_deref());
            item.time("at", Some(at));
        }
        item.some("stage", body.stage.as_ref().map(|stage| stage.0.as_str()));
        for (name, flag) in [
            ("missed", body.missed),
            ("continues", body.continues),
            ("waits", body.waits),
            ("settled", body.settled),
        ] {
            if flag {
                item.word(name, true);
            }
        }
        item.end(",\n");
    }

    fn timeline(&mut self, timeline: &Timeline) {
        if *timeline == Timeline::default() {
            return;
        }
        self.out.push_str("    timeline: (\n");
        if !timeline.visits.is_empty() {
            self.out.push_str("        visits: [\n");
            for visit in &timeline.visits {
                let mut item = self.item("        ");
                item.text("stage", &visit.stage.0);
                item.time("from", Some(visit.from));
                item.time("to", visit.to);
                if !visit.pauses.is_empty() {
                    item.name("pauses");
                    item.pauses(&visit.pauses);
                }
                item.end(",\n");
            }
            self.out.push_str("        ],\n");
        }
        if !timeline.skipped.is_empty() {
            self.out.push_str("        skipped: ");
            let skipped = timeline.skipped.iter().map(|stage| stage.0.as_str());
            quotes(&mut self.out, skipped);
            self.out.push_str(",\n");
        }
        if !timeline.adjusted.is_empty() {
            self.out.push_str("        adjusted: {");
            for (place, (stage, by)) in timeline.adjusted.iter().enumerate() {
                self.out.push_str(if place == 0 { "" } else { ", " });
                quote(&mut self.out, &stage.0);
                let _always = write!(self.out, ": {}", minutes(*by));
            }
            self.out.push_str("},\n");
        }
        if !timeline.heard.is_empty() {
            self.out.push_str("        heard: {");
            for (place, (stage, count)) in timeline.heard.iter().enumerate() {
                self.out.push_str(if place == 0 { "" } else { ", " });
                quote(&mut self.out, &stage.0);
                let _always = write!(self.out, ": {count}");
            }
            self.out.push_str("},\n");
        }
        for (name, moment) in [("end", timeline.end), ("closed", timeline.closed)] {
            if let Some(moment) = moment {
                let at = rfc3339_exact(moment, self.zone);
                let _always = writeln!(self.out, "        {name}: \"{at}\",");
            }
        }
        if let Some((form, since)) = timeline.form {
            let since = rfc3339_exact(since, self.zone);
            let _always = writeln!(self.out, "        form: ({form:?}, \"{since}\"),");
        }
        self.out.push_str("    ),\n");
    }

    /// Writes what keeps ids from being used again.
    fn ends(&mut self, base: &Base) {
        let removed: Vec<String> = base
            .notes
            .iter()
            .filter(|(.., body)| body.is_none())
            .map(|(id, ..)| id.to_string())
            .collect();
        if !removed.is_empty() {
            self.out.push_str("    removed: ");
            quotes(&mut self.out, removed.iter().map(String::as_str));
            self.out.push_str(",\n");
        }
        if !base.numbers.is_empty() {
            let mut item = self.item("numbers: ");
            for letter in LETTERS {
                if let Some(number) = base.numbers.get(&letter) {
                    item.word(&letter.as_char().to_string(), number);
                }
            }
            item.end(",\n");
        }
    }
}

/// A struct on one line.
struct Item<'f, 'a> {
    file: &'f mut File<'a>,
    begun: bool,
}

impl Item<'_, '_> {
    fn name(&mut self, name: &str) {
        if self.begun {
            self.file.out.push_str(", ");
        }
        self.begun = true;
        self.file.out.push_str(name);
        self.file.out.push_str(": ");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        quote(&mut self.file.out, text);
    }

    fn some(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn word(&mut self, name: &str, word: impl Display) {
        self.name(name);
        let _always = write!(self.file.out, "{word}");
    }

    fn quoted(&mut self, name: &str, word: impl Display) {
        self.word(name, format_args!("\"{word}\""));
    }

    fn some_of(&mut self, name: &str, word: Option<impl Display>) {
        if let Some(word) = word {
            self.quoted(name, word);
        }
    }

    fn time(&mut self, name: &str, moment: Option<Moment>) {
        if let Some(moment) = moment {
            self.quoted(name, rfc3339_exact(moment, self.file.zone));
        }
    }

    /// Writes the words of a note and what it says as a next step.
    fn step(&mut self, body: &Body, text: &str) {
        self.some("who", body.who.as_deref());
        self.text(text, &body.text);
        self.some("when", body.when.as_deref());
        self.from(&body.from);
        if body.tag == Tag::NextStep || body.status != Status::default() {
            self.word("status", format_args!("{:?}", body.status));
        }
        self.some("why", body.why.as_deref());
        self.some("indicator", body.indicator.as_deref());
        self.some("again", body.again.as_deref());
    }

    fn from(&mut self, from: &[NoteId]) {
        if !from.is_empty() {
            self.name("from");
            let from: Vec<String> = from.iter().map(NoteId::to_string).collect();
            quotes(&mut self.file.out, from.iter().map(String::as_str));
        }
    }

    fn pauses(&mut self, pauses: &[(Moment, Option<Moment>)]) {
        self.file.out.push('[');
        for (place, (from, to)) in pauses.iter().enumerate() {
            let mut pause = self.file.nested(if place == 0 { "" } else { ", " });
            pause.time("from", Some(*from));
            pause.time("to", *to);
            pause.end("");
        }
        self.file.out.push(']');
    }

    fn end(self, after: &str) {
        self.file.out.push(')');
        self.file.out.push_str(after);
    }
}

/// Writes a list of texts: on one line while it is short, else one text a line.
fn texts_in(out: &mut String, texts: &[SafeText], depth: usize) {
    let width: usize = texts.iter().map(|text| text.chars().count() + 4).sum();
    if width <= SHORT {
        quotes(out, texts.iter().map(SafeText::as_str));
    } else {
        out.push_str("[\n");
        for text in texts {
            out.push_str(&"    ".repeat(depth + 1));
            quote(out, text);
            out.push_str(",\n");
        }
        out.push_str(&"    ".repeat(depth));
        out.push(']');
    }
    out.push_str(",\n");
}

fn quotes<'t>(out: &mut String, texts: impl Iterator<Item = &'t str>) {
    out.push('[');
    for (place, text) in texts.enumerate() {
        out.push_str(if place == 0 { "" } else { ", " });
        quote(out, text);
    }
    out.push(']');
}

/// Writes a text in quotation marks on one line. Only what RON or a line needs is escaped, so that å and emoji stay readable.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c.is_control()) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some(c) => {
                let _always = write!(out, "{}", c.escape_unicode());
            }
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Writes a line of RON without the escapes that its writer sets and its reader does not need: apostrophes, parts of emoji.
fn readable(out: &mut String, line: &str) {
    let mut rest = line;
    while let Some((plain, special)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = special.chars();
        let escaped = match chars.next() {
            Some('\'') => Some(('\'', chars.as_str())),
            Some('u') => special
                .strip_prefix("u{")
                .and_then(|code| code.split_once('}'))
                .and_then(|(code, after)| {
                    let c = u32::from_str_radix(code, 16)
                        .ok()
                        .and_then(char::from_u32)?;
                    Some((c, after)).filter(|_| !c.is_control())
                }),
            _ => None,
        };
        rest = if let Some((c, after)) = escaped {
            out.push(c);
            after
        } else {
            // The character after the backslash goes with it, or a backslash would be taken for the next escape.
            let length = special.chars().next().map_or(0, char::len_utf8);
            let (kept, after) = special.split_at(length);
            out.push('\\');
            out.push_str(kept);
            after
        };
    }
    out.push_str(rest);
}

/// Returns a length in minutes; a part of a minute as decimals, exact enough to give the same milliseconds.
fn minutes(span: Span) -> f64 {
    span.0 as f64 / Span::minutes(1).0 as f64
}
