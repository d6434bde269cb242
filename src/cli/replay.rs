//! `samtal replay`: a dialogue that has been, through time. It only reads.

use super::{Context, Failure, Replaying, lead, print, sessions};
use crate::{
    app::{
        Screen,
        replay::{Replay, USUAL},
    },
    t,
    text::SafeText,
    view::linear,
};

/// Opens the window, or says what happened in lines with their times.
pub(super) fn run(context: &Context, said: &Replaying) -> Result<u8, Failure> {
    let texts = context.texts;
    let session = sessions::to_read(context, said.session.as_deref())?;
    let speed = said.speed.unwrap_or(USUAL);
    let replay = Replay::new(&session, SafeText::default(), speed, context.clock.now())
        .ok_or_else(|| {
            Failure::new(t!(texts, "cli-replay-not-begun"))
                .hinted(t!(texts, "cli-replay-not-begun-hint"))
        })?;
    if context.linear() && said.speed.is_none() {
        return print::rows(&told(context, replay)?);
    }
    sessions::needs_terminal(context)?;
    lead::replay(context, replay)
}

/// Says all of it at once.
fn told(context: &Context, replay: Replay) -> Result<Vec<String>, Failure> {
    let instants = replay.instants().to_vec();
    let mut model = lead::model(context)?;
    model.screen = Screen::Replay(Box::new(replay));
    let mut said = linear::lines(None, &model);
    for at in instants {
        let before = model.clone();
        if let Screen::Replay(replay) = &mut model.screen {
            replay.go(at);
        }
        said.extend(linear::lines(Some(&before), &model));
    }
    Ok(said)
}
