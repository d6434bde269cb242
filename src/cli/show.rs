//! `samtal show`: the minutes, in a pager or straight out.

use ratatui::text::Text;

use super::{Color, Context, Failure, Paging, Showing, lead, print, sessions};
use crate::{
    domain::{Session, Tag, TagWords},
    format::tag,
    report::{self, Excerpt, pager::From},
    t,
    text::{Moment, SafeText, Texts, clock},
};

/// Shows the minutes of a session: the named one, else the latest.
pub(super) fn run(context: &Context, said: &Showing) -> Result<u8, Failure> {
    let options = report::Options {
        width: width(context),
        with_perspectives: said.with_perspectives,
        glyphs: context.glyphs(),
        small_number_limit: context.config.small_number_limit,
        ..report::Options::at(context.clock.now())
    };
    let texts = &context.texts;
    if let Some(name) = &said.series {
        let name = SafeText::line(name);
        let all = sessions::of_series(context, &name)?;
        let document = report::series(&name, &all, &options, texts);
        return page(context, &document.to_text(), &said.paging);
    }
    let session = sessions::to_read(context, said.file.as_deref())?;
    let document = if said.only.is_empty() && said.since.is_none() {
        report::minutes(&session, &options, texts)
    } else {
        report::excerpt(&session, &wanted(&session, said, texts)?, &options, texts)
    };
    page(context, &document.to_text(), &said.paging)
}

/// Reads which part is wanted.
fn wanted(session: &Session, said: &Showing, texts: &Texts) -> Result<Excerpt, Failure> {
    let only: Result<Vec<Tag>, Failure> = said
        .only
        .iter()
        .map(|word| tag(word, &session.plan().tags, texts))
        .collect();
    let since = match &said.since {
        None => None,
        Some(word) => Some(moment(session, word).ok_or_else(|| {
            Failure::usage(t!(texts, "export-bad-time", time = SafeText::line(word)))
        })?),
    };
    Ok(Excerpt { only: only?, since })
}

/// Reads `10:05` of the session's day, a day, or a day and a time.
fn moment(session: &Session, word: &str) -> Option<Moment> {
    let plan = session.plan();
    let day = session.timeline().began().or(plan.slot.start);
    clock::parse_rfc3339(word)
        .or_else(|| clock::parse_local(word, &plan.zone))
        .or_else(|| clock::parse_local(&format!("{word} 00:00"), &plan.zone))
        .or_else(|| clock::same_day(day?, clock::parse_hhmm(word)?, &plan.zone))
}

/// Finds the kind of note that a person means: by the session's own words, by a name in either language, or by the beginning of one.
pub(super) fn tag(word: &str, own: &[TagWords], texts: &Texts) -> Result<Tag, Failure> {
    if let [one] = tag::find(word, own).as_slice() {
        return Ok(*one);
    }
    let called = |tag: Tag| {
        let own = own.iter().find(|own| own.tag == tag);
        own.map_or_else(|| tag::of_method(tag, *texts), |own| own.words.to_string())
    };
    let all = Tag::CHOICES.map(called).join(", ");
    let tag = SafeText::line(word);
    Err(Failure::usage(t!(
        texts,
        "export-bad-tag",
        tag = tag,
        all = all
    )))
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
