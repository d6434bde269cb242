//! A dialogue led by ear: lines in through a pipe, lines out, and what the journal and the minutes then say.
use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use crate::world::World;

/// Long enough for a machine that has other things to do; nothing waits for it that comes earlier.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program with pipes for a mouth and an ear.
pub(crate) struct Ear {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    heard: Vec<String>,
}

impl Ear {
    pub(crate) fn on(world: &World, words: &[&str]) -> Self {
        let mut words = words.to_vec();
        words.extend(["--linear", "--lang", "en"]);
        let mut child = world
            .command(&words, &[])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let out = child.stdout.take().expect("a pipe");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self {
            input: child.stdin.take(),
            child,
            lines,
            heard: Vec::new(),
        }
    }

    pub(crate) fn say(&mut self, line: &str) {
        let input = self.input.as_mut().expect("it still listens");
        input
            .write_all(format!("{line}\n").as_bytes())
            .expect("it reads");
    }

    /// Waits until a line with these words is heard, and returns it.
    pub(crate) fn wait(&mut self, words: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line =
                line.unwrap_or_else(|_| panic!("{words} was not heard in {:#?}", self.heard));
            self.heard.push(line.clone());
            if line.contains(words) {
                return line;
            }
        }
    }

    /// Asks what can be done, and answers with the number before these words.
    pub(crate) fn choose(&mut self, words: &str) {
        self.say("");
        let line = self.wait(&format!(": {words}"));
        let number = line.split(':').next().unwrap_or_default().to_owned();
        self.wait(": How this works");
        self.say(&number);
    }

    /// Ends the input, and returns the exit code and all that was heard.
    pub(crate) fn end(mut self) -> (i32, Vec<String>) {
        drop(self.input.take());
        let code = self.child.wait().expect("it ends").code().unwrap_or(-1);
        self.heard.extend(self.lines.iter());
        (code, self.heard)
    }
}

#[test]
fn a_whole_dialogue_is_led_by_ear() {
    let world = World::new();
    let file = world.home().join("plan.ron");
    let (code, _, errors) = world.run(&["new", &file.display().to_string(), "--lang", "en"]);
    assert_eq!(code, 0, "{errors}");
    let mut ear = Ear::on(&world, &["lead", &file.display().to_string()]);
    ear.wait("Everything else you write is a note.");
    ear.choose("Start,");
    ear.wait("Now: ");
    ear.say("school: more at home on Mondays");
    ear.wait("Saved: N1, we see, school.");
    ear.choose("Next stage");
    ear.wait("Now: ");
    ear.say("!nobody mentioned Mondays");
    ear.wait("Saved: N2, surprises");
    ear.choose("Park a question");
    ear.say("who asked?");
    ear.wait("Saved: P1, parked");
    ear.say("> Anna: ring the youth club w49");
    ear.wait("Saved: S1, next step: Anna: ring the youth club, w49.");
    ear.say("a slip");
    ear.wait("Saved: N3");
    ear.choose("Undo");
    ear.wait("Taken back: N3");
    ear.choose("End the dialogue now");
    ear.wait("Thank you");
    ear.wait("Next step S1: Anna: ring the youth club, w49.");
    // The last line needs no end of its own, and is not lost.
    let input = ear.input.as_mut().expect("it listens");
    input
        .write_all("=thank you all".as_bytes())
        .expect("it reads");
    let (code, heard) = ear.end();
    assert_eq!(code, 0, "{heard:#?}");
    assert!(
        heard
            .iter()
            .any(|line| line.starts_with("Saved: N4, take with us")),
        "{heard:#?}"
    );
    let escapes = heard.iter().find(|line| line.chars().any(char::is_control));
    assert_eq!(escapes, None, "no line moves a cursor or has a colour");

    let session = world.sessions().into_iter().next().unwrap_or(file);
    let name = session.display().to_string();
    let (code, minutes, errors) = world.run(&["show", &name, "--no-pager", "--lang", "en"]);
    assert_eq!(code, 0, "{errors}");
    for words in [
        "more at home on Mondays",
        "nobody mentioned Mondays",
        "who asked?",
        "ring the youth club",
        "thank you all",
    ] {
        assert_eq!(minutes.matches(words).count(), 1, "{words} in\n{minutes}");
    }
    assert!(!minutes.contains("a slip"), "{minutes}");
}

#[test]
fn a_note_taker_by_ear_sits_beside_who_leads() {
    let world = World::new();
    let (code, path, _) = world.run(&["new", "--lang", "en"]);
    assert_eq!(code, 0);
    let path = path.trim().to_owned();
    let mut lead = Ear::on(&world, &["lead", &path]);
    lead.wait("Everything else you write is a note.");
    lead.choose("Start,");
    lead.wait("Now: ");
    let mut eva = Ear::on(&world, &["note", &path, "--name", "Eva"]);
    eva.wait("You take notes.");
    lead.wait("Eva is here.");
    eva.say("leisure: it turns in spring");
    eva.wait("Saved: N1, we see, leisure.");
    lead.wait("Eva: N1, we see: leisure: it turns in spring");
    lead.choose("Next stage");
    eva.wait("Now: ");
    lead.say("both are heard");
    eva.wait("N2, we see: both are heard");
    let (code, _) = eva.end();
    assert_eq!(code, 0);
    lead.wait("Eva has left.");
    let mut group = Ear::on(&world, &["share", &path]);
    group.wait("You hear what the group sees.");
    group.say("0");
    assert_eq!(group.end().0, 0);
    let (code, heard) = lead.end();
    assert_eq!(code, 0, "{heard:#?}");
}

#[test]
fn the_first_page_opens_by_number_and_what_needs_a_screen_says_the_other_way() {
    let world = World::new();
    let (code, path, _) = world.run(&["new", "--lang", "en"]);
    assert_eq!(code, 0);
    let mut ear = Ear::on(&world, &[]);
    ear.wait("A number opens.");
    ear.say("a note that belongs nowhere");
    ear.wait("No title has these words.");
    ear.say("");
    let line = ear.wait("1: ");
    assert!(line.starts_with("1: "), "{line}");
    ear.say("1");
    ear.wait("Everything else you write is a note.");
    let (code, _) = ear.end();
    assert_eq!(code, 0);
    let (code, out, errors) = world.run(&["prepare", "--linear", "--lang", "en"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        errors.contains("samtal new") && errors.contains("samtal open"),
        "{errors}"
    );
    world.put("config.ron", "(linear: true)");
    let (code, _, errors) = world.run(&["data", "add", path.trim(), "--lang", "en"]);
    assert_eq!(code, 2, "the setting says the same: {errors}");
    assert!(errors.contains("samtal chart FILE"), "{errors}");
    // A pipe that did not ask for lines is a list, as before.
    let (code, list, _) = world.run(&["--lang", "en"]);
    assert_eq!(code, 0);
    assert!(!list.contains("A number opens."), "{list}");
}

#[test]
fn tidying_by_ear_reaches_the_file() {
    let world = World::new();
    let (code, path, _) = world.run(&["new", "--lang", "en"]);
    assert_eq!(code, 0);
    let mut lead = Ear::on(&world, &["lead", path.trim()]);
    lead.choose("Start,");
    lead.say("more stay at ##");
    lead.wait("something missed");
    assert_eq!(lead.end().0, 0);
    let mut tidy = Ear::on(&world, &["tidy"]);
    tidy.wait("To fill in.");
    // Nothing is left by asking again.
    tidy.say("");
    tidy.wait("To fill in.");
    tidy.say("1");
    tidy.say("more stay at home");
    tidy.wait("N1 changed.");
    tidy.wait("The minutes are ready.");
    assert_eq!(tidy.end().0, 0);
    assert!(world.told(&["show"]).contains("more stay at home"));
}
