//! A library of 10 000 sessions of 300 notes: the first index, the home screen, and words looked for beside ripgrep.
#![expect(
    clippy::disallowed_methods,
    reason = "makes the files that are looked through, starts the other program, and has a clock to measure it"
)]

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, NativePtySystem, PtySize, PtySystem as _};
use samtal::{
    domain::{Base, Body, Letter, Minutes, NoteId, SessionId, Tag, Timeline, Visit},
    format::session::{self, Kind},
    text::{SafeText, Span},
};

use crate::{dialogue, rows::Times};

/// How many sessions.
const SESSIONS: usize = 10_000;
/// How many notes each has.
const NOTES: usize = 300;
/// How many different words are said in all of them.
const WORDS: usize = 40_000;
/// A word that somebody said in every so many sessions.
const RARE: (&str, usize) = ("nattvandrarna", 500);
/// A word that only the title of the latest session has.
const LATEST: &str = "Allrasenaste";
/// How often the two take turns.
const TURNS: usize = 7;

/// A row of numbers that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, most: usize) -> usize {
        self.draw() as usize % most
    }
}

/// Words as often as people say them: the words of the shipped sessions by how often they stand there, then words put together of two of
/// them, each word about as often as its place in the order says (Zipf).
struct Vocabulary {
    words: Vec<String>,
    /// For each word how often it and all before it are said.
    upto: Vec<f64>,
}

impl Vocabulary {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut counted: BTreeMap<String, usize> = BTreeMap::new();
        for folder in [
            "sessions/samples",
            "sessions/templates",
            "src/text/strings/sv",
        ] {
            for file in fs::read_dir(root.join(folder)).expect("the folder is there") {
                let path = file.expect("it is there").path();
                let name = path.to_string_lossy();
                if name.ends_with(".sv.ron") || name.ends_with(".ftl") {
                    let text = fs::read_to_string(&path).expect("it can be read");
                    for word in text.split(|c: char| !c.is_alphabetic()) {
                        if word.chars().count() > 1 {
                            *counted.entry(word.to_lowercase()).or_default() += 1;
                        }
                    }
                }
            }
        }
        let mut by_count: Vec<(String, usize)> = counted.into_iter().collect();
        by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut words: Vec<String> = by_count.into_iter().map(|(word, _)| word).collect();
        let whole = words.len();
        let mut chance = Chance(11);
        while words.len() < WORDS {
            let (first, second) = (chance.below(whole), chance.below(whole));
            words.push(format!("{}{}", words[first], words[second]));
        }
        let mut sum = 0.0;
        let upto = (1..=words.len()).map(|place| {
            sum += 1.0 / place as f64;
            sum
        });
        let upto = upto.collect();
        Self { words, upto }
    }

    fn word(&self, chance: &mut Chance) -> &str {
        let whole = self.upto.last().copied().unwrap_or_default();
        let at = chance.draw() as f64 / f64::from(1_u32 << 31) * whole;
        let place = self.upto.partition_point(|upto| *upto < at);
        &self.words[place.min(self.words.len() - 1)]
    }

    fn sentence(&self, chance: &mut Chance) -> String {
        let count = 5 + chance.below(11);
        let words: Vec<&str> = (0..count).map(|_| self.word(chance)).collect();
        let text = words.join(" ");
        let mut letters = text.chars();
        let first: Vec<char> = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        let mut text: String = first.into_iter().chain(letters).collect();
        text.push(if chance.below(6) == 0 { '?' } else { '.' });
        text
    }
}

/// Makes one session, closed, an hour and a half long.
fn session(number: usize, vocabulary: &Vocabulary, base: &Base, chance: &mut Chance) -> Base {
    let start = dialogue::START + Span::minutes(number as i64 * 24 * 60 / 5);
    let mut base = base.clone();
    base.id = SessionId(format!("0199bbbb-0000-7000-8000-{number:012}"));
    let title = vocabulary.sentence(chance);
    base.plan.title = SafeText::line(&match number + 1 {
        SESSIONS => format!("{LATEST} {title}"),
        _ => title,
    });
    base.plan.series = Some(SafeText::line(&format!("serie-{}", number % 40)));
    base.plan.slot.start = Some(start);
    let mut from = start;
    for stage in &mut base.plan.stages {
        stage.minutes = Minutes::fixed(stage.minutes.wish);
        let to = from + Span::minutes(i64::from(stage.minutes.wish));
        base.timeline.visits.push(Visit {
            stage: stage.id.clone(),
            from,
            to: Some(to),
            pauses: Vec::new(),
        });
        from = to;
    }
    base.timeline = Timeline {
        closed: Some(from),
        ..base.timeline
    };
    let voices = ["skola", "fritid", "elevhälsa", "polis", "socialtjänst"];
    let mut numbers: BTreeMap<Letter, u32> = BTreeMap::new();
    for place in 0..NOTES {
        let tag = Tag::CHOICES[chance.below(Tag::CHOICES.len())];
        let latest = numbers.entry(tag.letter()).or_default();
        *latest += 1;
        let mut text = vocabulary.sentence(chance);
        if place == 17 && number.is_multiple_of(RARE.1) {
            text = format!("{text} Fråga {} på torsdag.", RARE.0);
        }
        let body = Body {
            tag,
            text: SafeText::line(&text),
            voice: (chance.below(3) == 0).then(|| SafeText::line(voices[chance.below(5)])),
            who: (tag == Tag::NextStep).then(|| SafeText::line(vocabulary.word(chance))),
            when: (tag == Tag::NextStep).then(|| SafeText::line("v49")),
            ..Body::default()
        };
        let at = start + Span(place as i64 * 17_000);
        base.notes
            .push((NoteId::new(tag.letter(), *latest), at, Some(body)));
    }
    base
}

/// Writes the sessions into a home's folder and returns how many bytes they are.
pub(crate) fn write(home: &Path, sessions: usize) -> u64 {
    let folder = home.join("sessions");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let vocabulary = Vocabulary::new();
    let base = dialogue::base();
    let mut chance = Chance(7);
    let mut size = 0;
    for number in 0..sessions {
        let base = session(number, &vocabulary, &base, &mut chance);
        let text = session::write(&base, Kind::Session, None);
        size += text.len() as u64;
        let path: PathBuf = folder.join(format!("dialog-{number:05}.ron"));
        fs::write(path, text).expect("the disk takes it");
    }
    size
}

/// What was measured.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    /// How many bytes the session files have.
    pub(crate) size: u64,
    /// How many bytes the index has.
    pub(crate) index: u64,
    /// The first look, which makes the index.
    pub(crate) first: Duration,
    /// The home screen's list as a whole process.
    pub(crate) list: Times,
    /// The home screen in a terminal, from the start of the program until its first frame stands.
    pub(crate) home: Times,
    /// And until the latest session stands on it.
    pub(crate) full: Times,
    /// What was looked for.
    pub(crate) searches: Vec<Searched>,
}

/// What it took to look for some words, and how many rows it gave.
#[derive(Clone, Debug)]
pub(crate) struct Searched {
    /// What was looked for.
    pub(crate) what: &'static str,
    /// By the program.
    pub(crate) samtal: (usize, Times),
    /// By ripgrep; none where it is not on this machine.
    pub(crate) ripgrep: Option<(usize, Times)>,
}

/// Measures; nothing where something else was asked for.
pub(crate) fn bench() -> Option<Measured> {
    let asked = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    if asked.is_some_and(|asked| !"library".contains(asked.as_str())) {
        return None;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
    let home = folder.path();
    let size = write(home, SESSIONS);
    // That the files are written is no part of reading them; and one that was written this moment is not believed to stay so.
    #[cfg(unix)]
    rustix::fs::sync();
    std::thread::sleep(Duration::from_secs(3));
    let begin = Instant::now();
    lines(samtal(home).arg("list"));
    let first = begin.elapsed();
    let index = fs::metadata(home.join("cache/index.sqlite")).map_or(0, |meta| meta.len());
    let list = times(|| timed(|| lines(samtal(home).arg("list"))).1);
    let screens: Vec<_> = (0..=TURNS).map(|_turn| screen(home)).skip(1).collect();
    let of =
        |part: fn(&(Duration, Duration)) -> Duration| Times::of(screens.iter().map(part).collect());
    let asked = [
        ("a rare word", vec![RARE.0]),
        ("two words", vec!["frågar", "skolan"]),
        ("a common word", vec!["och"]),
    ];
    let searches = asked.map(|(what, words)| {
        let (mut own, mut others, mut rows) = (Vec::new(), Vec::new(), (0, 0));
        // The first of each warms the cache of the disk.
        for turn in 0..=TURNS {
            let (found, took) = timed(|| lines(samtal(home).arg("search").args(&words)));
            let other = ripgrep(home, &words);
            rows = (found, other.map_or(0, |(found, _)| found));
            if turn > 0 {
                own.push(took);
                others.extend(other.map(|(_, took)| took));
            }
        }
        Searched {
            what,
            samtal: (rows.0, Times::of(own).expect("there were turns")),
            ripgrep: Times::of(others).map(|times| (rows.1, times)),
        }
    });
    Some(Measured {
        size,
        index,
        first,
        list,
        home: of(|(first, _)| *first).expect("there were turns"),
        full: of(|(_, full)| *full).expect("there were turns"),
        searches: searches.into(),
    })
}

/// Opens the home screen in a terminal; returns when its first frame stood, and when the latest session stood on it.
fn screen(home: &Path) -> (Duration, Duration) {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = NativePtySystem::default()
        .openpty(size)
        .expect("there is a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_samtal"));
    command.args(["--lang", "sv", "--home"]);
    command.arg(home);
    command.env("TERM", "xterm-256color");
    let begin = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("it can be read");
    let (mut drawn, mut piece) = (Vec::new(), vec![0; 1 << 16]);
    let mut first = None;
    let stands = |drawn: &[u8], what: &str| memchr::memmem::find(drawn, what.as_bytes()).is_some();
    while !stands(&drawn, LATEST) {
        let read = reader.read(&mut piece).expect("it draws");
        assert!(read > 0, "the latest session stands on the first screen");
        drawn.extend(&piece[..read]);
        // The end of what is drawn in one go.
        if first.is_none() && stands(&drawn, "\u{1b}[?2026l") {
            first = Some(begin.elapsed());
        }
    }
    let full = begin.elapsed();
    child.kill().expect("it ends");
    child.wait().expect("it has ended");
    (first.unwrap_or(full), full)
}

fn times(mut run: impl FnMut() -> Duration) -> Times {
    let all = (0..=TURNS).map(|_turn| run()).skip(1).collect();
    Times::of(all).expect("there were turns")
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let answer = run();
    (answer, begin.elapsed())
}

fn samtal(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samtal"));
    command.args(["--lang", "sv", "--home"]).arg(home);
    command
}

/// Looks for the same in the same files: the letter case does not count, and both words stand on the line in any order. What stands in the
/// files beside the notes it finds as well.
fn ripgrep(home: &Path, words: &[&str]) -> Option<(usize, Duration)> {
    let pattern = match words {
        [first, second] => format!("{first}.*{second}|{second}.*{first}"),
        _ => words.concat(),
    };
    let mut command = Command::new("rg");
    command.args(["--ignore-case", "--no-config", "-e", &pattern]);
    command.arg(home.join("sessions"));
    command.stdin(Stdio::null());
    let begin = Instant::now();
    let child = command.stdout(Stdio::piped()).spawn().ok()?;
    Some((count(child), begin.elapsed()))
}

/// Runs a command to its end and counts its lines, which are read through a pipe as a person's next program would.
fn lines(command: &mut Command) -> usize {
    count(command.stdout(Stdio::piped()).spawn().expect("it starts"))
}

fn count(mut child: Child) -> usize {
    let mut out = child.stdout.take().expect("it is a pipe");
    let mut piece = vec![0; 1 << 16];
    let mut count = 0;
    loop {
        match out.read(&mut piece).expect("it can be read") {
            0 => break,
            some => count += memchr::memchr_iter(b'\n', &piece[..some]).count(),
        }
    }
    child.wait().expect("it ends");
    count
}
