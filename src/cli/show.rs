//! `samtal show`: the minutes, in a pager or straight out.

use ratatui::text::Text;

use super::{Color, Context, Failure, Paging, lead, print, sessions};
use crate::{report, report::pager::From};

/// Shows the minutes of a session: the named one, else the latest.
pub(super) fn run(
    context: &Context,
    name: Option<&str>,
    with_perspectives: bool,
    paging: &Paging,
) -> Result<u8, Failure> {
    let session = sessions::to_read(context, name)?;
    let options = report::Options {
        width: width(context),
        with_perspectives,
        glyphs: context.glyphs(),
        ..report::Options::at(context.clock.now())
    };
    let text = report::minutes(&session, &options, &context.texts).to_text();
    page(context, &text, paging)
}

/// Returns how wide a page is: as the terminal, within what a mail takes.
pub(super) fn width(context: &Context) -> usize {
    usize::from(context.env.columns.unwrap_or(report::WIDTH as u16)).clamp(40, report::WIDTH)
}

/// Shows a page in a pager where somebody sits at a terminal, else straight out.
pub(super) fn page(context: &Context, text: &Text<'_>, paging: &Paging) -> Result<u8, Failure> {
    let env = &context.env;
    let color = match paging.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            env.force_color
                || (env.output_is_terminal && !env.no_color && env.term.as_deref() != Some("dumb"))
        }
    };
    let to_pager =
        env.output_is_terminal && !paging.no_pager && env.term.as_deref() != Some("dumb");
    if to_pager {
        let pager = lead::paging(context, paging.pager.as_deref())?;
        match pager.page(text, color, From::CommandLine) {
            Ok(true) => return Ok(0),
            Ok(false) => {}
            Err(error) => return Err(Failure::new(error.to_string())),
        }
    }
    let mut bytes = Vec::new();
    report::write(&mut bytes, text, color).map_err(|error| Failure::new(error.to_string()))?;
    print::raw(&bytes)
}
