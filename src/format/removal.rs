//! What is removed for good from a session, worked out on what it says now: one person's name, kinds of notes, copies in later sessions.
//!
//! Nothing here touches a file. Whoever does ([`SessionStore::begin_again`](crate::store::session_store::SessionStore::begin_again)) puts
//! what is left in the place of everything there was, so that no older words stand anywhere.

use std::ops::Range;

use crate::{
    domain::{
        Base, Body, Letter, NoteId, StageId, Tag,
        chart::{self, ChartId},
        lasting::{KINDS, Lasting},
    },
    text::{Moment, SafeText},
};

/// A name to look for: as a word of its own, in any case, also where it owns something ("Annas", "Anna's").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    words: Vec<Vec<char>>,
}

impl Name {
    /// Reads a name; nothing where it has no letter.
    pub fn new(said: &str) -> Option<Self> {
        let words: Vec<Vec<char>> = said.split_whitespace().map(lower).collect();
        let named = words.iter().flatten().any(|c| c.is_alphabetic());
        named.then_some(Self { words })
    }

    /// Returns where it stands in a text.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut upto = 0;
        let mut before = None;
        for (from, c) in text.char_indices() {
            let begins = before.is_none_or(|before: char| !before.is_alphanumeric());
            before = Some(c);
            if from < upto || !begins {
                continue;
            }
            let rest = text.get(from..).unwrap_or_default();
            if let Some(length) = self.length_at(rest) {
                upto = from + length;
                found.push(from..upto);
            }
        }
        found
    }

    /// Tells whether it stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// Returns a text with something else in its place; nothing where it does not stand there.
    pub fn replaced(&self, text: &str, mark: &str) -> Option<String> {
        let found = self.find(text);
        let mut out = String::new();
        let mut upto = 0;
        for Range { start, end } in &found {
            out.push_str(text.get(upto..*start).unwrap_or_default());
            out.push_str(mark);
            upto = *end;
        }
        out.push_str(text.get(upto..).unwrap_or_default());
        (!found.is_empty()).then_some(out)
    }

    /// Returns how much of a text it takes at its beginning.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut rest = text;
        for (place, word) in self.words.iter().enumerate() {
            if place > 0 {
                let trimmed = rest.trim_start();
                if trimmed.len() == rest.len() {
                    return None;
                }
                rest = trimmed;
            }
            rest = after(rest, word)?;
        }
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let owned = ["'s", "’s", "s"]
            .into_iter()
            .filter_map(|s| rest.strip_prefix(s));
        let rest = owned
            .into_iter()
            .find(|rest| ends(rest))
            .or_else(|| ends(rest).then_some(rest))?;
        Some(text.len() - rest.len())
    }
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Returns what comes after a word, where a text begins with it in any case.
fn after<'a>(text: &'a str, word: &[char]) -> Option<&'a str> {
    let mut wanted = word.iter();
    let mut rest = text.chars();
    while !wanted.as_slice().is_empty() {
        for c in rest.next()?.to_lowercase() {
            if wanted.next() != Some(&c) {
                return None;
            }
        }
    }
    Some(rest.as_str())
}

/// Where in a session something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Title, theme, purpose and the like.
    Plan,
    /// A participant.
    Participant(u8),
    /// A stage of the agenda.
    Stage(StageId),
    /// A chart.
    Chart(ChartId),
    /// A note.
    Note(NoteId),
    /// What an earlier session left open.
    Carried(NoteId),
}

/// Something that was found, as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where.
    pub place: Place,
    /// The words.
    pub words: SafeText,
}

/// Takes a person's name out of everything, and returns where it stood. A participant of that name has none afterwards.
pub fn person(base: &mut Base, name: &Name, mark: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for person in &mut base.plan.participants {
        let named = person.name.take_if(|known| name.is_in(known));
        let place = Place::Participant(person.key);
        found.extend(named.map(|words| Found { place, words }));
    }
    visit(base, &mut |place, text| {
        if let Some(left) = name.replaced(text, mark) {
            let words = std::mem::replace(text, SafeText::block(&left));
            found.push(Found { place, words });
        }
    });
    found
}

/// Shows every text of a session to somebody who may change it.
fn visit(base: &mut Base, see: &mut dyn FnMut(Place, &mut SafeText)) {
    let plan = &mut base.plan;
    let own = [
        &mut plan.title,
        &mut plan.theme,
        &mut plan.goal,
        &mut plan.purpose,
        &mut plan.why_now,
    ];
    let own = own
        .into_iter()
        .chain(&mut plan.notice)
        .chain(&mut plan.series);
    own.chain(&mut plan.principles)
        .for_each(|text| see(Place::Plan, text));
    for own in &mut plan.tags {
        see(Place::Plan, &mut own.words);
    }
    for person in &mut plan.participants {
        let texts = std::iter::once(&mut person.perspective).chain(&mut person.organisation);
        let texts = texts.chain(&mut person.name);
        texts.for_each(|text| see(Place::Participant(person.key), text));
    }
    for stage in &mut plan.stages {
        let id = stage.id.clone();
        let texts = std::iter::once(&mut stage.title).chain(&mut stage.short);
        let texts = texts.chain(&mut stage.present).chain(&mut stage.ask);
        texts
            .chain(&mut stage.follow_ups)
            .for_each(|text| see(Place::Stage(id.clone()), text));
    }
    for chart in &mut plan.charts {
        let id = chart.id;
        let texts = [
            &mut chart.title,
            &mut chart.cite,
            &mut chart.caveat,
            &mut chart.say,
        ];
        for text in texts {
            see(Place::Chart(id), text);
        }
        if let chart::Body::Voice { quote, from } = &mut chart.body {
            for text in [quote, from] {
                see(Place::Chart(id), text);
            }
        }
    }
    for item in &mut plan.carried {
        let place = Place::Carried(item.id);
        let more = [
            &mut item.who,
            &mut item.when,
            &mut item.why,
            &mut item.indicator,
            &mut item.again,
            &mut item.because,
        ];
        let texts = std::iter::once(&mut item.what).chain(more.into_iter().flatten());
        texts.for_each(|text| see(place.clone(), text));
    }
    for (id, _, body) in &mut base.notes {
        let Some(body) = body else { continue };
        let more = [
            &mut body.voice,
            &mut body.who,
            &mut body.when,
            &mut body.why,
            &mut body.indicator,
            &mut body.again,
        ];
        let texts = std::iter::once(&mut body.text).chain(more.into_iter().flatten());
        texts.for_each(|text| see(Place::Note(*id), text));
    }
}

/// A note that was removed for good: how a copy of it in another session is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub id: NoteId,
    /// When it was said.
    pub at: Moment,
    /// Its words.
    pub words: SafeText,
}

impl Gone {
    /// Tells whether what an earlier session left open is this note.
    fn is(&self, item: &Lasting) -> bool {
        self.id == item.id && self.at == item.at
    }

    fn is_cause_of(&self, item: &Lasting) -> bool {
        let because = item.because.as_ref();
        item.from.first() == Some(&self.id)
            && because.is_some_and(|because| *because == SafeText::line(&self.words))
    }
}

/// Takes what a later session copied of removed notes out of it, and returns what it copied.
pub fn copies(base: &mut Base, gone: &[Gone]) -> Vec<NoteId> {
    let mut found = Vec::new();
    let carried = &mut base.plan.carried;
    carried.retain(|item| {
        let is = gone.iter().any(|gone| gone.is(item));
        found.extend(is.then_some(item.id));
        !is
    });
    for item in carried {
        if gone.iter().any(|gone| gone.is_cause_of(item)) {
            item.because = None;
            found.push(item.id);
        }
    }
    found
}

/// What is thinned by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Whole sessions.
    Sessions,
    /// What was said; next steps, wanted data and missing voices stay, and so do the numbers.
    Notes,
    /// Who a note speaks for.
    Voices,
    /// The names of participants.
    Names,
    /// The private lines after the end.
    Private,
    /// Lines from the chat, and what was parked.
    Inbox,
    /// The log: the file stays and is enough.
    Logs,
    /// Backups, and files set aside because they were edited or damaged.
    Copies,
}

impl Kind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Sessions,
        Self::Notes,
        Self::Voices,
        Self::Names,
        Self::Private,
        Self::Inbox,
        Self::Logs,
        Self::Copies,
    ];

    /// Tells whether it is something that a session says, and not a file of it.
    pub const fn is_said(self) -> bool {
        matches!(
            self,
            Self::Notes | Self::Voices | Self::Names | Self::Private | Self::Inbox
        )
    }

    /// Tells whether a note goes with this kind.
    fn takes(self, id: NoteId, body: &Body) -> bool {
        let waits = id.letter == Letter::I && body.tag == Tag::Inbox || body.tag == Tag::Parked;
        match self {
            Self::Notes => body.tag.is_of_dialogue() && !KINDS.contains(&body.tag) && !waits,
            Self::Private => body.tag == Tag::Private,
            Self::Inbox => waits || body.tag == Tag::Inbox,
            _ => false,
        }
    }
}

/// What was thinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thinned {
    /// How many of each kind.
    pub counts: Vec<(Kind, usize)>,
    /// The notes that are gone.
    pub gone: Vec<Gone>,
}

/// Takes some kinds of what was said out of a session.
pub fn thin(base: &mut Base, kinds: &[Kind]) -> Thinned {
    let mut thinned = Thinned::default();
    for kind in kinds.iter().copied().filter(|kind| kind.is_said()) {
        let count = match kind {
            Kind::Names => {
                let people = base.plan.participants.iter_mut();
                people.filter_map(|person| person.name.take()).count()
            }
            Kind::Voices => {
                let bodies = base.notes.iter_mut().filter_map(|(.., body)| body.as_mut());
                bodies.filter_map(|body| body.voice.take()).count()
            }
            _ => {
                let before = thinned.gone.len();
                for (id, at, body) in &mut base.notes {
                    if let Some(gone) = body.take_if(|body| kind.takes(*id, body)) {
                        thinned.gone.push(Gone {
                            id: *id,
                            at: std::mem::take(at),
                            words: gone.text,
                        });
                    }
                }
                thinned.gone.len() - before
            }
        };
        if count > 0 {
            thinned.counts.push((kind, count));
        }
    }
    copies(base, &thinned.gone);
    thinned
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Participant, Plan};

    fn name(said: &str) -> Name {
        Name::new(said).unwrap()
    }

    #[test]
    fn a_name_is_a_word_of_its_own_in_any_case() {
        for (said, text, left) in [
            (
                "Anna",
                "Anna ringer ANNA, annas bok",
                "[-] ringer [-], [-] bok",
            ),
            ("anna", "Anna's and Anna’s, (Anna)", "[-] and [-], ([-])"),
            ("Anna", "Annan, Hanna, Annakarin, Annas2", ""),
            (
                "Anna Ek",
                "Anna  Ek och anna\nek, Anna Eks",
                "[-] och [-], [-]",
            ),
            ("Anna Ek", "Anna, Ek, AnnaEk", ""),
            ("Åsa", "åsa: ÅSA", "[-]: [-]"),
            ("Lars", "Lars bok", "[-] bok"),
            ("Per", "per år", "[-] år"),
        ] {
            let found = name(said).replaced(text, "[-]");
            assert_eq!(found.unwrap_or_default(), left, "{said} in {text}");
        }
        assert_eq!(Name::new(" ").or_else(|| Name::new("17")), None);
    }

    fn note(number: u32, tag: Tag, text: &str) -> (NoteId, Moment, Option<Body>) {
        let body = Body {
            tag,
            text: text.into(),
            voice: Some("Anna".into()),
            ..Body::default()
        };
        (
            NoteId::new(tag.letter(), number),
            Moment(i64::from(number)),
            Some(body),
        )
    }

    fn base() -> Base {
        let mut step = note(1, Tag::NextStep, "ring Anna");
        if let Some(body) = &mut step.2 {
            body.who = Some("Anna, Bo".into());
        }
        Base {
            plan: Plan {
                title: "Med Anna".into(),
                participants: vec![Participant {
                    key: 1,
                    name: Some("Anna Ek".into()),
                    perspective: "skola".into(),
                    ..Participant::default()
                }],
                ..Plan::default()
            },
            notes: vec![
                note(1, Tag::See, "Annas klass"),
                step,
                note(2, Tag::Private, "Anna pratade mest"),
                note(1, Tag::Inbox, "jag tror det"),
                note(1, Tag::Parked, "senare"),
            ],
            ..Base::default()
        }
    }

    #[test]
    fn a_person_is_taken_out_of_everything() {
        let mut base = base();
        let found = person(&mut base, &name("Anna"), "[-]");
        let places: Vec<Place> = found.iter().map(|found| found.place.clone()).collect();
        assert_eq!(found.len(), 11, "{places:?}");
        assert!(!format!("{base:?}").contains("Anna"), "{base:?}");
        assert_eq!(base.plan.participants[0].name, None);
        let who = base.notes[1].2.as_ref().and_then(|body| body.who.clone());
        assert_eq!(who.as_deref(), Some("[-], Bo"));
        assert_eq!(person(&mut base, &name("Anna"), "[-]"), []);
    }

    #[test]
    fn kinds_are_thinned_and_steps_stay() {
        let mut base = base();
        let thinned = thin(
            &mut base,
            &[Kind::Notes, Kind::Names, Kind::Private, Kind::Inbox],
        );
        assert_eq!(
            thinned.counts,
            [
                (Kind::Notes, 1),
                (Kind::Names, 1),
                (Kind::Private, 1),
                (Kind::Inbox, 2)
            ]
        );
        let left: Vec<String> = base
            .notes
            .iter()
            .filter(|(.., body)| body.is_some())
            .map(|(id, ..)| id.to_string())
            .collect();
        assert_eq!(left, ["S1"]);
        assert_eq!(thin(&mut base, &[Kind::Voices]).counts, [(Kind::Voices, 1)]);
        assert_eq!(thin(&mut base, &Kind::ALL), Thinned::default());
    }

    #[test]
    fn what_a_later_session_copied_goes_with_it() {
        let item = |id, at, from| Lasting {
            id: NoteId::new(Letter::S, id),
            at: Moment(at),
            what: "ring".into(),
            from: vec![NoteId::new(Letter::N, from)],
            because: Some("Annas klass".into()),
            ..Lasting::default()
        };
        let mut base = Base::default();
        base.plan.carried = vec![item(1, 1, 7), item(2, 2, 1), item(1, 9, 8)];
        let gone = |id, at, words: &str| Gone {
            id,
            at: Moment(at),
            words: words.into(),
        };
        let gone = [
            gone(NoteId::new(Letter::S, 1), 1, "ring"),
            gone(NoteId::new(Letter::N, 1), 5, "Annas\nklass"),
        ];
        let ids: Vec<String> = copies(&mut base, &gone)
            .iter()
            .map(NoteId::to_string)
            .collect();
        assert_eq!(ids, ["S1", "S2"]);
        assert_eq!(base.plan.carried.len(), 2);
        assert_eq!(
            (
                base.plan.carried[0].because.clone(),
                base.plan.carried[1].because.as_deref()
            ),
            (None, Some("Annas klass"))
        );
    }

    proptest! {
        #[test]
        fn nothing_of_a_name_is_left(text in "[aAnNsåÅ ,.']{0,30}", said in "[aAnN]{1,3}") {
            let name = name(&said);
            let left = name.replaced(&text, "[-]").unwrap_or_else(|| text.clone());
            prop_assert!(!name.is_in(&left), "{} in {}", said, left);
        }
    }
}
