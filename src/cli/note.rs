//! `samtal note`: the note-taker's window, or notes from the shell, beside whoever leads.

use std::io::BufRead;

use super::{Context, FAILED, Failure, args::NoteArgs, lead, print, sessions};
use crate::{
    app::lead::{Lead, NotANote, Room},
    domain::{Draft, Entry, Event, Plan, Tag},
    format::{discreet, tag},
    store::{
        RealDisk,
        session_store::{Arrived, OpenError, Opened, SessionStore},
    },
    t,
    text::{SafeText, Texts},
};

/// Opens the window, or writes what was said on the command line.
pub(super) fn run(context: &Context, said: &NoteArgs) -> Result<u8, Failure> {
    let (places, path) = sessions::in_the_room(context, said.file.as_deref())?;
    let name = said.name.as_deref().map(SafeText::line);
    let name = name.filter(|name| !name.trim().is_empty());
    if said.add.is_empty() {
        sessions::needs_terminal(context)?;
        return lead::beside(context, (&places, &path), name.as_ref());
    }
    let occasion = sessions::occasion(context);
    let joined = SessionStore::join(RealDisk, &places, &path, &occasion, name.as_ref());
    let mut writer = Writer::on(context, joined, said)?;
    for text in &said.add {
        if text == "-" {
            writer.write_lines(std::io::stdin().lock())?;
        } else {
            writer.write(text);
        }
    }
    writer.finish()
}

/// Writes notes without a window.
struct Writer<'a> {
    context: &'a Context,
    lead: Lead,
    store: SessionStore<RealDisk>,
    by: Option<SafeText>,
    /// The number of the line, where lines are read.
    line: Option<usize>,
    failed: Vec<String>,
}

impl<'a> Writer<'a> {
    fn on(
        context: &'a Context,
        joined: Result<Opened<RealDisk>, OpenError>,
        said: &NoteArgs,
    ) -> Result<Self, Failure> {
        let Opened { store, .. } =
            joined.map_err(|error| Failure::of_open(&error, context.texts))?;
        let mut lead = Lead::new(store.session().clone(), SafeText::default());
        lead.room = Room::on(store.seat());
        let plan = lead.session.plan();
        let tag = said.tag.as_deref();
        lead.writing.tag = tag
            .map(|name| tag_of(name, plan, context.texts))
            .transpose()?;
        let mut told = Vec::new();
        lead.guide = lead::guide(context, &mut told);
        Ok(Self {
            context,
            lead,
            store,
            by: said.by.as_deref().map(SafeText::line),
            line: None,
            failed: told,
        })
    }

    /// Each line is a note, saved before the next is read: what comes slowly is in the windows at once.
    fn write_lines(&mut self, lines: impl BufRead) -> Result<(), Failure> {
        for (place, line) in lines.split(b'\n').enumerate() {
            self.line = Some(place + 1);
            let line = line.map_err(|error| {
                Failure::new(t!(
                    self.context.texts,
                    "cli-note-input",
                    why = error.to_string()
                ))
            })?;
            let line = String::from_utf8_lossy(&line);
            if !line.trim().is_empty() {
                self.write(&line);
            }
        }
        self.line = None;
        Ok(())
    }

    fn write(&mut self, text: &str) {
        let texts = self.context.texts;
        match self.lead.notes_of(text, self.by.as_ref()) {
            Ok((events, noticed)) => {
                print::aside(&discreet::told(&noticed, &texts));
                for event in events {
                    if let Err(why) = self.append(event) {
                        self.fail(why);
                    }
                }
            }
            Err(NotANote::Empty) => self.fail(t!(texts, "cli-note-empty")),
            Err(NotANote::Replaces) => self.fail(t!(texts, "cli-note-replaces")),
            Err(NotANote::Unwritten) => self.fail(t!(texts, "cli-note-unwritten")),
            Err(NotANote::Pauses) => self.fail(t!(texts, "cli-note-pauses")),
        }
    }

    fn append(&mut self, event: Event) -> Result<(), String> {
        let texts = self.context.texts;
        let draft = Draft {
            ticket: 0,
            seat: self.store.seat(),
            wall: self.context.clock.now(),
            event,
        };
        let entry = self.store.append(draft);
        let entry = entry.map_err(|error| error.sentence(texts))?;
        match self.store.take_arrived() {
            Arrived::Entries(entries) => {
                for entry in &entries {
                    self.lead.session.apply(entry);
                }
            }
            Arrived::Anew(session) => self.lead.session = *session,
        }
        if let Some(entry) = &entry {
            self.lead.session.apply(entry);
        }
        match entry {
            Some(Entry {
                event: Event::NoteAdded { id, body, .. },
                ..
            }) => {
                let kind = tag::name(body.tag, self.lead.session.plan(), texts);
                let words = body.text.on_one_line().into_owned();
                print::text(&format!("{id}  {kind}  {words}\n"))
                    .map_err(|failure| failure.message)?;
                Ok(())
            }
            _ => Err(t!(texts, "cli-note-refused")),
        }
    }

    fn fail(&mut self, why: String) {
        let words = match self.line {
            Some(line) => t!(self.context.texts, "cli-note-line", line = line, why = why),
            None => why,
        };
        self.failed.push(words);
    }

    /// Brings the session file up to date where nobody leads, and says what did not become a note.
    fn finish(mut self) -> Result<u8, Failure> {
        if let Err(error) = self.store.publish() {
            // The journal has every note; only the file waits.
            self.failed.push(error.sentence(self.context.texts));
        }
        if self.failed.is_empty() {
            return Ok(0);
        }
        Err(Failure {
            code: FAILED,
            ..Failure::new(self.failed.join("\n"))
        })
    }
}

/// Finds the tag of a name: the session's own, one in either language, or the beginning of one.
fn tag_of(name: &str, plan: &Plan, texts: Texts) -> Result<Tag, Failure> {
    let found = tag::find(name, &plan.tags);
    found.first().copied().ok_or_else(|| {
        let kinds = plan.kinds().into_iter();
        let names: Vec<String> = kinds.map(|tag| tag::name(tag, plan, texts)).collect();
        Failure::usage(t!(texts, "cli-note-no-tag", name = name.to_owned())).hinted(t!(
            texts,
            "cli-note-tags",
            names = names.join(", ")
        ))
    })
}
