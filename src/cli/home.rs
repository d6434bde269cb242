//! `samtal` alone: the home screen, or the list where there is no terminal.

use super::{Context, Failure, lead, list};

/// Opens the home screen.
pub(super) fn run(context: &Context) -> Result<u8, Failure> {
    let terminal = context.env.input_is_terminal && context.env.output_is_terminal;
    // A setting is for whoever sits there; a pipe must ask for lines itself.
    if terminal || context.common.linear {
        lead::window(context, None)
    } else {
        list::sessions(context)
    }
}
