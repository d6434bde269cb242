//! Several windows of one session in one process, over a disk that fails: the real state machine and the real store, a clock that is told.
//!
//! What a window shows as saved must be in every window and in the file in the end, once, whatever was killed in between.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

use samtal::{
    app::{Effect, Key, Model, Msg, SaveFailed, Screen, lead::Lead, lead::Room, update},
    domain::{
        Base, Draft, EntryId, Event, Minutes, NoteId, Plan, Role, Session, SessionId, Stage,
        StageKind,
    },
    format::session::{self, Kind, Unsaid},
    input::Chord,
    store::{
        Arrived, ModelDisk, Places, SessionStore,
        disk::Injected,
        session_store::{Occasion, OpenError, Opened},
    },
    text::{Lang, Moment, SafeText, Span, Texts},
};

const FILE: &str = "/h/sessions/skola.ron";
/// 2026-11-17 09:00 in Stockholm.
const NINE: Moment = Moment(1_794_902_400_000);

/// Chance that comes again with the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

/// One window: its state, its store, and what its journal's thread has not done yet.
struct Window {
    name: Option<&'static str>,
    model: Model,
    store: SessionStore<ModelDisk>,
    jobs: VecDeque<Effect>,
    gone: bool,
}

/// The table round which the windows stand.
struct Table {
    disk: ModelDisk,
    now: Moment,
    windows: Vec<Window>,
    /// What a window was told is saved.
    saved: BTreeMap<EntryId, (NoteId, String)>,
    pids: u32,
}

fn plan() -> Plan {
    let stage = |id: &str, kind| Stage {
        id: id.into(),
        title: id.into(),
        kind,
        minutes: Minutes::fixed(20),
        ..Stage::default()
    };
    Plan {
        title: "Att trivas".into(),
        language: "sv".to_owned(),
        stages: vec![
            stage("one", StageKind::Dialogue),
            stage("two", StageKind::Dialogue),
            stage("three", StageKind::Dialogue),
            stage("end", StageKind::Closing),
        ],
        ..Plan::default()
    }
}

impl Table {
    fn new(seed: u64) -> Self {
        let disk = ModelDisk::new(seed);
        let base = Base {
            id: SessionId("0199c2a4-7f3e-7000-8000-00000000abcd".to_owned()),
            plan: plan(),
            ..Base::default()
        };
        let text = session::write(&base, Kind::Session, None);
        disk.put(Path::new(FILE), text.as_bytes());
        Self {
            disk,
            now: NINE,
            windows: Vec::new(),
            saved: BTreeMap::new(),
            pids: 0,
        }
    }

    fn occasion(&mut self) -> Occasion {
        self.pids += 1;
        Occasion {
            now: self.now,
            fresh_id: SessionId(format!("0199c2a4-7f3e-7000-8000-{:012}", self.pids)),
            unsaid: Unsaid::default(),
            pid: self.pids,
        }
    }

    /// Opens a window to take notes, or, without a name, to lead; where another leads it asks.
    fn open(&mut self, name: Option<&'static str>) -> Result<(), OpenError> {
        let (disk, occasion) = (self.disk.clone(), self.occasion());
        let places = Places::in_one(Path::new("/h"));
        let called = name.map(SafeText::line);
        let join = |disk| {
            let called = called.as_ref();
            SessionStore::join(disk, &places, Path::new(FILE), &occasion, called)
        };
        let opened = if name.is_some() {
            join(disk)?
        } else {
            match SessionStore::open(disk.clone(), &places, Path::new(FILE), &occasion) {
                Err(OpenError::Store(error)) if error.is_held() => join(disk)?,
                opened => opened?,
            }
        };
        let Opened {
            mut store, line, ..
        } = opened;
        drop(store.take_arrived());
        let mut lead = Lead::opened_with(
            store.session().clone(),
            SafeText::line(FILE),
            line,
            &[],
            self.now,
        );
        lead.room = Room::on(store.seat());
        lead.room.wants_lead = name.is_none() && !store.leads();
        let model = Model {
            dirty: false,
            ..Model::new(
                Texts::new(Lang::Sv),
                Screen::Home(samtal::app::Home::default()),
                self.now,
            )
        };
        self.windows.push(Window {
            name,
            model,
            store,
            jobs: VecDeque::new(),
            gone: false,
        });
        let last = self.windows.len() - 1;
        self.say(last, Msg::Opened(Box::new(lead)));
        Ok(())
    }

    fn say(&mut self, at: usize, msg: Msg) {
        let window = &mut self.windows[at];
        for effect in update(&mut window.model, msg, self.now) {
            match effect {
                Effect::Quit => window.gone = true,
                effect => window.jobs.push_back(effect),
            }
        }
    }

    fn press(&mut self, at: usize, chord: Chord) {
        self.now = self.now + Span(300);
        self.say(at, Msg::Key(Key::press(chord)));
    }

    fn type_line(&mut self, at: usize, words: &str) {
        for c in words.chars() {
            self.say(at, Msg::Key(Key::press(Chord::char(c))));
        }
        self.press(at, Chord::ENTER);
    }

    fn lead(&self, at: usize) -> &Lead {
        match &self.windows[at].model.screen {
            Screen::Lead(lead) => lead,
            _ => panic!("the window is open"),
        }
    }

    /// The journal's thread does one thing, as in the program: first what others wrote, then its own answer.
    fn work(&mut self, at: usize) {
        let window = &mut self.windows[at];
        match window.jobs.pop_front() {
            Some(Effect::Append(draft)) => {
                self.append(at, draft);
            }
            Some(Effect::Retry(drafts)) => {
                let mut failed = false;
                for draft in drafts {
                    if failed {
                        let answer = Err(SaveFailed::Disk("after the first".into()));
                        let ticket = draft.ticket;
                        self.say(at, Msg::Appended { ticket, answer });
                    } else {
                        failed = !self.append(at, draft);
                    }
                }
            }
            Some(Effect::Publish) => {
                let why = |error: samtal::store::StoreError| SafeText::line(&format!("{error:?}"));
                let answer = window.store.publish().map_err(why);
                self.pass_on(at);
                self.say(at, Msg::Published(answer));
            }
            Some(Effect::KeepLine(line)) => {
                drop(window.store.keep_line(&line));
            }
            _ => {}
        }
    }

    fn append(&mut self, at: usize, draft: Draft) -> bool {
        let ticket = draft.ticket;
        let answer = match self.windows[at].store.append(draft) {
            Ok(Some(entry)) => {
                if let Event::NoteAdded { id, body, .. } = &entry.event {
                    let before = self.saved.insert(entry.id, (*id, body.text.to_string()));
                    assert_eq!(before, None, "{:?} was given twice", entry.id);
                }
                Ok(Box::new(entry))
            }
            Ok(None) => Err(SaveFailed::AgendaMoved),
            Err(error) => Err(SaveFailed::Disk(SafeText::line(&format!("{error:?}")))),
        };
        let held = !matches!(answer, Err(SaveFailed::Disk(_)));
        self.pass_on(at);
        self.say(at, Msg::Appended { ticket, answer });
        held
    }

    fn pass_on(&mut self, at: usize) {
        let arrived = self.windows[at].store.take_arrived();
        self.arrive(at, arrived);
    }

    fn arrive(&mut self, at: usize, arrived: Arrived) {
        match arrived {
            Arrived::Entries(entries) => {
                for entry in entries {
                    self.say(at, Msg::Arrived(Box::new(entry)));
                }
            }
            Arrived::Anew(session) => self.say(at, Msg::Replaced(session)),
        }
    }

    fn poll(&mut self, at: usize) {
        if let Ok(arrived) = self.windows[at].store.poll() {
            self.arrive(at, arrived);
        }
    }

    /// Lets every thread finish and every window read everything.
    fn settle(&mut self) {
        for _round in 0..3 {
            for at in 0..self.windows.len() {
                while !self.windows[at].jobs.is_empty() {
                    self.work(at);
                }
                self.poll(at);
            }
        }
    }

    /// Every window says the same, and what was shown as saved is there, once.
    fn assert_one(&mut self, what: &str) {
        self.settle();
        for at in 0..self.windows.len() {
            let lead = self.lead(at);
            assert_eq!(
                &lead.session,
                self.windows[at].store.session(),
                "{what}: window {at}"
            );
            assert_eq!(&lead.session, &self.lead(0).session, "{what}: window {at}");
        }
        if !self.windows.is_empty() {
            self.assert_saved(&self.lead(0).session, what);
            let leading = |at: &usize| self.lead(*at).role() == Role::Facilitator;
            let led = (0..self.windows.len()).filter(leading).count();
            assert!(led <= 1, "{what}: {led} lead");
        }
    }

    fn assert_saved(&self, session: &Session, what: &str) {
        let mut ids = BTreeMap::new();
        for (entry, (id, text)) in &self.saved {
            let note = session.note(*id);
            let note = note.unwrap_or_else(|| panic!("{what}: {id} is lost: {text}"));
            assert_eq!(note.added_by, Some(*entry), "{what}: {id} was given twice");
            assert_eq!(ids.insert(*id, entry), None, "{what}: {id} was given twice");
        }
    }

    /// A random move of one window, of the disk, or of the clock.
    fn step(&mut self, chance: &mut Chance, number: usize) {
        self.now = self.now + Span(chance.below(900) as i64);
        if self.windows.is_empty() || (self.windows.len() < 4 && chance.one_in(25)) {
            let name = [None, Some("Eva"), Some("Omar")][chance.below(3)];
            // A disk that fails just now opens nothing; somebody tries again.
            drop(self.open(name));
            return;
        }
        let at = chance.below(self.windows.len());
        match chance.below(40) {
            0 => drop(self.windows.remove(at)),
            1 => {
                let next = self.disk.steps() + 1 + chance.below(6) as u64;
                let why = [Injected::Broken, Injected::Full][chance.below(2)];
                self.disk.inject(next, why);
            }
            2 if chance.one_in(6) => {
                // The power goes: every window with it.
                self.windows.clear();
                self.disk.power_on();
            }
            3 => self.say(at, Msg::Tick),
            4 => self.press(at, Chord::ctrl('c')),
            5..=9 => self.poll(at),
            10..=22 => self.work(at),
            23 if self.lead(at).prompt.is_some() => self.press(at, Chord::ENTER),
            24 => self.press(at, Chord::ESC),
            25 => self.press(at, Chord::ctrl('z')),
            _ => self.act(at, chance, number),
        }
        self.windows
            .retain(|window| !window.gone || !window.jobs.is_empty());
    }

    fn act(&mut self, at: usize, chance: &mut Chance, number: usize) {
        let who = self.windows[at].name.unwrap_or("leder");
        let words = format!("{who} {number}");
        if self.lead(at).writing.open {
            if chance.one_in(4) {
                self.press(at, Chord::key(crossterm::event::KeyCode::Up));
            }
            return self.type_line(at, &words);
        }
        let key = [' ', 'n', 'p', '+', 'i', 'i', 'u', 'N', 't', 'R'][chance.below(10)];
        self.now = self.now + Span::seconds(2);
        self.press(at, Chord::char(key));
    }
}

#[test]
fn windows_that_come_and_go_say_the_same_in_the_end() {
    for seed in 1..=2 {
        let mut table = Table::new(seed);
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for number in 0..2_000 {
            table.step(&mut chance, number);
            if number % 250 == 249 {
                table.assert_one(&format!("seed {seed}, step {number}"));
            }
        }
        let what = format!("seed {seed}");
        table.assert_one(&what);
        assert!(table.saved.len() > 50, "{what}: only {}", table.saved.len());
        assert!(table.lead(0).session.term() > 2, "{what}: nobody took over");
        // The last one out writes the file.
        let closed = table.windows.drain(..);
        for mut window in closed {
            window.store.publish().expect("nothing fails any more");
        }
        table.open(None).expect("nothing fails any more");
        let session = table.lead(0).session.clone();
        table.assert_saved(&session, &what);
        let text =
            samtal::store::files::read_text(&table.disk, Path::new(FILE)).expect("published");
        let read = session::read(FILE, &text).expect("it was written by us");
        assert_eq!(read.base, session::base_of(&session), "{what}");
    }
}

/// Who spoke, and what was said, in order.
type Said = Vec<(String, String)>;

/// Reads a transcript.
type Reader = fn(&str) -> Said;

/// One contribution a line, as JSON.
fn of_lines(text: &str) -> Said {
    let said = text.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("one contribution a line");
        let field = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        (field("speaker"), field("text"))
    });
    said.collect()
}

/// A transcript as one JSON document.
fn of_transcript(text: &str) -> Said {
    let meeting: serde_json::Value = serde_json::from_str(text).expect("one document");
    let turns = meeting["meeting_transcripts"].as_array().expect("turns");
    let field =
        |turn: &serde_json::Value, name: &str| turn[name].as_str().expect("words").to_owned();
    turns
        .iter()
        .map(|turn| (field(turn, "speaker"), field(turn, "content")))
        .collect()
}

/// The record of a parliament, in TEI: who speaks stands in a note before the speech.
fn of_record(text: &str) -> Said {
    let record = scraper::Html::parse_fragment(text);
    let parts = scraper::Selector::parse("note[type=speaker], u").expect("a selector");
    let mut speaker = String::new();
    let mut said = Vec::new();
    for part in record.select(&parts) {
        let words: String = part.text().collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if part.value().name() == "note" {
            speaker = words;
        } else {
            said.push((speaker.clone(), words));
        }
    }
    said
}

/// The log of a meeting's channel: a clock, who wrote, the words.
fn of_channel(text: &str) -> Said {
    let said = text.lines().filter_map(|line| {
        let (_, line) = line.split_once(" <")?;
        let (who, words) = line.split_once("> ")?;
        Some((who.to_owned(), words.to_owned()))
    });
    said.collect()
}

/// Returns what was said in a real meeting; nothing where the folder does not lie beside the repository.
#[expect(clippy::print_stdout, reason = "a test without its files says so")]
fn meeting(name: &str, read: Reader) -> Option<Said> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = ["../shared/data", "../../shared/data"].map(|folder| here.join(folder).join(name));
    #[expect(
        clippy::disallowed_methods,
        reason = "a file beside the repository, not a user's"
    )]
    let text = path
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok());
    let Some(text) = text else {
        println!("{name} does not lie beside the repository: not replayed");
        return None;
    };
    Some(read(&text))
}

/// Takes everything away but letters and digits, so that marks and spaces may move.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn real_meetings_typed_by_two_writers_lose_nothing() {
    let meetings: [(&str, Reader, usize); 6] = [
        ("meetings-replay/education_9.jsonl", of_lines, 199),
        ("meetings-replay/w3c-sample-public.jsonl", of_lines, 72),
        ("meetings-qmsum/education_9.json", of_transcript, 199),
        ("meetings-qmsum/ES2002a.json", of_transcript, 287),
        ("meetings-riksdag/prot-199192--021.xml", of_record, 159),
        ("meetings-w3c-irc/sample-public.txt", of_channel, 108),
    ];
    for (name, read, count) in meetings {
        let Some(said) = meeting(name, read) else {
            continue;
        };
        assert_eq!(said.len(), count, "{name}");
        let mut table = Table::new(7);
        let mut chance = Chance(7);
        table.open(None).unwrap();
        table.open(Some("Eva")).unwrap();
        table.press(0, Chord::SPACE);
        table.settle();
        table.press(0, Chord::char('i'));
        let mut spoken = String::new();
        for (number, (speaker, text)) in said.iter().enumerate() {
            // A blank first: the words as they stand. Long ones are split and go on.
            let line = if number % 3 == 0 {
                format!(" {speaker}: {text}")
            } else {
                format!("{speaker}: {text}")
            };
            let before = table.saved.len();
            let at = number % 2;
            table.say(at, Msg::Paste(line.clone()));
            table.press(at, Chord::ENTER);
            for _ in 0..chance.below(4) {
                table.work(at);
            }
            table.settle();
            let lead = table.lead(at);
            assert!(
                lead.prompt.is_none() && lead.writing.line.is_empty(),
                "{name} {number}"
            );
            assert!(table.saved.len() > before, "{name} {number}: {line}");
            spoken.push_str(&letters(&line));
        }
        table.assert_one(name);
        let session = &table.lead(0).session;
        let mut notes: Vec<_> = session.notes().collect();
        notes.sort_by_key(|note| (note.id.letter, note.id.number));
        assert_eq!(notes.len(), table.saved.len(), "{name}: no id twice");
        // By the order of writing, with whoever spoke before what they said.
        let mut by_entry: Vec<_> = notes
            .iter()
            .map(|note| (note.wall, note.id, *note))
            .collect();
        by_entry.sort_by_key(|(wall, id, _)| (*wall, *id));
        let kept: String = by_entry
            .iter()
            .map(|(_, _, note)| {
                let voice = note.body.voice.as_deref().unwrap_or_default();
                let who = note.body.who.as_deref().unwrap_or_default();
                let when = note.body.when.as_deref().unwrap_or_default();
                letters(&format!("{voice}{who}{}{when}", note.body.text))
            })
            .collect();
        assert_eq!(kept, spoken, "{name}");
    }
}
