//! The same loop without a screen: a line in, lines out. It works with a terminal and with a pipe, and touches neither.

use std::{
    io::{self, BufRead, Read, Write},
    thread,
};

use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::{First, Host, Left, Running, Shown, Stopped, changed};
use crate::{
    app::{Effect, Model, Msg, deadline, linear, update},
    report,
    run::{
        alarm::Alarm,
        signals::{CtrlC, Interrupt, Interrupts},
    },
    view,
};

/// No line is longer: what comes without an end is taken in pieces.
const LONGEST: u64 = 1 << 20;

/// Runs the program until it is left, or its input ends.
pub(super) async fn running(
    model: &mut Model,
    host: &mut Host,
    first: First,
) -> Result<Left, Stopped> {
    let mut interrupts = Interrupts::listen(CtrlC::Ends)?;
    let shown = matches!(first, First::Home(_) | First::Nothing | First::Watching(..));
    let mut running = Running::new(model, host);
    let alarm = Alarm::new()?;
    let ended = match running.begin(first) {
        Ok(()) => {
            if shown {
                running.say(&view::linear::lines(None, running.model));
            }
            running
                .hear(&mut interrupts, &alarm)
                .await
                .map_err(Stopped::from)
        }
        Err(stopped) => Err(stopped),
    };
    // The journal is finished first; what it says then is said as well.
    let before = running.model.clone();
    drop(running.worker.take());
    running.hear_the_last_answers();
    running.say(&view::linear::lines(Some(&before), running.model));
    ended.map(|()| running.left())
}

/// Reads lines one after the other, each when the one before has been taken.
fn read_lines(lines: &Sender<String>) {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(1..) => {}
            Ok(0) | Err(_) => return,
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']).to_owned();
        if lines.blocking_send(text).is_err() {
            return;
        }
    }
}

impl Running<'_> {
    async fn hear(&mut self, interrupts: &mut Interrupts, alarm: &Alarm) -> io::Result<()> {
        let (sender, mut lines): (_, Receiver<String>) = channel(1);
        thread::Builder::new()
            .name("lines".to_owned())
            .spawn(move || read_lines(&sender))?;
        while self.code.is_none() {
            let wake = deadline(self.model).map(|at| at - self.host.clock.now());
            let wake =
                wake.map(|span| std::time::Duration::from_millis(span.0.max(0).unsigned_abs() + 1));
            let ready = linear::takes_lines(self.model);
            // Answers before lines: a line is decided on what is saved, and on what was opened.
            tokio::select! { biased;
                interrupt = interrupts.next() => if let Interrupt::End(code) = interrupt {
                    self.turn(Msg::Ending);
                    self.code = Some(code);
                },
                Some(answer) = self.answers.recv() => self.turn(answer),
                line = lines.recv(), if ready => self.turn(line.map_or(Msg::Ending, Msg::Line)),
                changed = changed(&mut self.tail) => self.look(changed),
                () = alarm.after(wake) => self.turn(Msg::Tick),
            }
        }
        Ok(())
    }

    /// One message, and what there is to say about it.
    fn turn(&mut self, message: Msg) {
        if matches!(message, Msg::JournalStopped) {
            // Nothing could be saved any more: better to end than to look as if.
            std::panic::resume_unwind(Box::new("the journal's thread"));
        }
        let before = self.model.clone();
        let now = self.host.clock.now();
        let mut minutes = None;
        for effect in update(self.model, message, now) {
            match effect {
                Effect::ReadMinutes => minutes = Some(self.minutes()),
                Effect::Quit => self.code = Some(0),
                effect => self.effect_outside(effect),
            }
        }
        self.say(&view::linear::lines(Some(&before), self.model));
        self.say(&minutes.unwrap_or_default());
    }

    /// The minutes as a mail has them: words alone.
    fn minutes(&self) -> Vec<String> {
        let Shown::Lead(lead) = &self.model.screen else {
            return Vec::new();
        };
        let options = report::Options {
            small_number_limit: self.model.settings.small_number_limit,
            ..report::Options::at(self.host.clock.now())
        };
        let mail = report::mail(&lead.session, &options, &self.model.texts);
        mail.lines().map(str::to_owned).collect()
    }

    /// Says lines. Where nobody can hear them any more the program ends, and keeps what it has.
    fn say(&mut self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let mut out = io::stdout().lock();
        let said = lines
            .iter()
            .try_for_each(|line| writeln!(out, "{line}"))
            .and_then(|()| out.flush());
        drop(out);
        if said.is_err() && self.code.is_none() {
            let now = self.host.clock.now();
            for effect in update(self.model, Msg::Ending, now) {
                self.effect_outside(effect);
            }
            self.code = Some(129);
        }
    }
}
