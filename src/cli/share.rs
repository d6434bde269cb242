//! `samtal share`: what the group sees, in a window of its own to share in a call. It only reads.

use super::{Context, Failure, lead, sessions};
use crate::store::{Disk, journal};

/// Opens the window.
pub(super) fn run(context: &Context, name: Option<&str>) -> Result<u8, Failure> {
    let (places, path) = sessions::in_the_room(context, name)?;
    let session = sessions::seen(context, &places, &path)?;
    sessions::needs_terminal(context)?;
    let dir = places.state_of(session.id());
    let looking = context.clone();
    let (mut last, state) = (None, dir.clone());
    let look = move || {
        // Where one has to look often, most looks find nothing new and cost two questions.
        let mark = (
            journal::mark(&looking.disk, &state).ok(),
            looking.disk.meta(&path).ok().flatten(),
        );
        if last.as_ref() == Some(&mark) {
            return None;
        }
        let seen = sessions::seen(&looking, &places, &path).ok();
        last = seen.is_some().then_some(mark);
        seen
    };
    lead::group(context, session, (dir, Box::new(look)))
}
