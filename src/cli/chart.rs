//! `samtal chart`: a chart of a file on standard output; or, where nothing was picked, what can be picked.

/// What can be picked, for a person.
mod offer;

use std::{io::BufReader, io::Write as _, ops::ControlFlow, path::Path};

use super::{
    Context, Failure,
    args::{Folding, Picking, Purposed, Shaped},
    data::wish_of,
    print,
};
use crate::{
    chart::{self, Look, Size},
    data::{
        DataError, Fault,
        choose::{self, ChoiceFault, Chosen, Progress, Remark},
    },
    domain::{
        chart::{Body, Chart, ChartId, Purpose, Source},
        recipe::{Filter, Fold, Recipe, Shape, Value, Whose},
    },
    report,
    store::{RealDisk, reading::Reading},
    t,
    text::{SafeText, Texts, clock, width},
};

/// How much of a file is read at once.
const PIECE: usize = 1 << 20;
/// A file so long is worth a word about how far the reading has come.
const LONG_READ: u64 = 20_000_000;

/// Draws a chart.
pub(super) fn run(
    context: &Context,
    file: &Path,
    picking: Picking,
    columns: Option<u16>,
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let columns = columns.or(context.env.columns).unwrap_or(80).clamp(20, 400);
    let words = Words::of(&picking);
    let Some(recipe) = recipe(picking, texts)? else {
        return offer::run(context, file, words.wish, usize::from(columns));
    };
    let chosen = read(context, file, &recipe)?;
    let remarks = chosen.remarks.clone();
    let chart = words.onto(chosen.into_chart(ChartId(1), texts), texts)?;
    let env = &context.env;
    let colour = env.force_color
        || (env.output_is_terminal && !env.no_color && env.term.as_deref() != Some("dumb"));
    let look = Look {
        glyphs: context.glyphs(),
        colour,
        small_number_limit: context.config.small_number_limit,
    };
    let size = Size {
        cols: columns,
        rows: 0,
    };
    let text = chart::full(&chart, size, look, texts);
    let mut bytes = Vec::new();
    report::write(&mut bytes, &text, colour).map_err(|error| Failure::new(error.to_string()))?;
    for row in beside(&chart, &remarks, texts) {
        for line in width::wrap(&row, usize::from(columns)) {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
    }
    print::raw(&bytes)
}

/// Says what stands beside a chart: how it was made, and what is odd about it.
pub(super) fn beside(chart: &Chart, remarks: &[Remark], texts: &Texts) -> Vec<String> {
    let made = remarks
        .iter()
        .filter(|remark| !remark.is_caveat())
        .map(|remark| remark.say(texts));
    let odd = chart.check();
    let odd = odd.iter().map(|problem| problem.say(texts));
    made.chain(odd).collect()
}

/// Opens a file with its name for errors.
pub(super) fn open(
    context: &Context,
    file: &Path,
) -> Result<(BufReader<Reading<RealDisk>>, SafeText), Failure> {
    let path = context.current.join(file);
    let reading = Reading::open(context.disk, path)
        .map_err(|error| Failure::of_store(&error, context.texts))?;
    let name = file
        .file_name()
        .map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    Ok((
        BufReader::with_capacity(PIECE, reading),
        SafeText::line(&name),
    ))
}

/// Chooses from a file; a long read says on a terminal how far it has come.
pub(super) fn read(context: &Context, file: &Path, recipe: &Recipe) -> Result<Chosen, Failure> {
    let (mut source, name) = open(context, file)?;
    let mut told = false;
    let mut watch = |progress: Progress| {
        if context.env.errors_are_terminal && progress.of > LONG_READ {
            told = true;
            let percent = progress.at * 100 / progress.of.max(1);
            let said = t!(context.texts, "cli-chart-reading", percent = percent);
            // Where nobody can see it nothing is lost.
            drop(write!(anstream::stderr(), "\r{said}"));
        }
        ControlFlow::Continue(())
    };
    let chosen = choose::choose(
        &mut source,
        &name,
        recipe,
        context.config.small_number_limit,
        &mut watch,
    );
    if told {
        drop(write!(anstream::stderr(), "\r\x1b[K"));
    }
    let mut chosen = chosen.map_err(|error| failure(&error, &context.texts))?;
    chosen.recipe.read = SafeText::line(&clock::date(context.clock.now(), &context.zone));
    Ok(chosen)
}

/// Says what is wrong with a choice and which option helps.
pub(super) fn failure(error: &DataError, texts: &Texts) -> Failure {
    let said = error.say(texts);
    let Fault::Choice(fault) = &error.fault else {
        return Failure::new(said);
    };
    let failure = if fault.is_usage() {
        Failure::usage(said)
    } else {
        Failure::new(said)
    };
    let hint = match fault {
        ChoiceFault::Several { differ, .. } => match differ.first() {
            Some(column) => t!(texts, "cli-chart-several-hint", column = column),
            None => t!(texts, "cli-chart-fold-hint"),
        },
        ChoiceFault::Places(column) => t!(texts, "cli-chart-places-hint", column = column),
        ChoiceFault::Total(column, label) => {
            t!(
                texts,
                "cli-chart-total-hint",
                column = column,
                label = label
            )
        }
        ChoiceFault::Nothing => t!(texts, "cli-chart-nothing-hint"),
        _ => return failure,
    };
    failure.hinted(hint)
}

/// The words of a chart that a person gave, and how the file is to be read.
pub(super) struct Words {
    title: Option<String>,
    unit: Option<String>,
    say: Option<String>,
    caveat: Option<String>,
    source: Option<String>,
    remarks: Vec<String>,
    purpose: Purpose,
    wish: super::args::Otherwise,
}

impl Words {
    /// Takes them out of what was said.
    pub(super) fn of(picking: &Picking) -> Self {
        Self {
            title: picking.title.clone(),
            unit: picking.unit.clone(),
            say: picking.say.clone(),
            caveat: picking.caveat.clone(),
            source: picking.source.clone(),
            remarks: picking.remark.clone(),
            purpose: match picking.kind {
                Purposed::Measure => Purpose::Measure,
                Purposed::Explore => Purpose::Explore,
                Purposed::FollowUp => Purpose::FollowUp,
            },
            wish: picking.otherwise.clone(),
        }
    }

    /// Puts them on a chart; what a person wrote wins over what the file says, but for the publisher's own words, which stay.
    pub(super) fn onto(&self, mut chart: Chart, texts: &Texts) -> Result<Chart, Failure> {
        for (words, field) in [
            (&self.title, &mut chart.title),
            (&self.unit, &mut chart.unit),
            (&self.say, &mut chart.say),
        ] {
            if let Some(words) = words {
                *field = SafeText::line(words);
            }
        }
        if let Some(source) = &self.source {
            chart.source = Source::Text(SafeText::line(source));
        }
        if let Some(caveat) = &self.caveat {
            let both = format!("{caveat} {}", chart.caveat);
            chart.caveat = SafeText::line(both.trim());
        }
        chart.purpose = self.purpose;
        for remark in &self.remarks {
            remark_on(&mut chart.body, remark, texts)?;
        }
        Ok(chart)
    }
}

/// Gives a row a word of its own: `Sover gott=ingen säkerställd skillnad`.
fn remark_on(body: &mut Body, remark: &str, texts: &Texts) -> Result<(), Failure> {
    let wrong = || Failure::usage(t!(texts, "cli-chart-remark", text = SafeText::line(remark)));
    let (label, words) = remark.split_once('=').ok_or_else(wrong)?;
    let (Body::Bars(rows)
    | Body::Groups { rows, .. }
    | Body::Scale { rows, .. }
    | Body::BeforeAfter { rows, .. }
    | Body::Series { rows, .. }) = body
    else {
        return Err(wrong());
    };
    let label = label.trim().to_lowercase();
    let row = rows
        .iter_mut()
        .find(|row| row.label.to_lowercase() == label)
        .ok_or_else(wrong)?;
    row.remark = SafeText::line(words.trim());
    Ok(())
}

/// Makes the recipe of what was picked; nothing where nothing was.
pub(super) fn recipe(picking: Picking, texts: &Texts) -> Result<Option<Recipe>, Failure> {
    let nothing = picking.y.is_empty() && picking.item.is_empty() && !picking.count;
    if nothing && picking.x.is_none() && picking.group.is_none() {
        return Ok(None);
    }
    let name = |name: Option<String>| name.map(|name| SafeText::line(&name));
    let names = |names: &[String]| -> Vec<SafeText> {
        names.iter().map(|name| SafeText::line(name)).collect()
    };
    let value = if picking.count {
        Value::Rows
    } else if !picking.item.is_empty() {
        Value::Shares {
            items: names(&picking.item),
            answers: names(&picking.answer),
        }
    } else {
        Value::Numbers {
            columns: names(&picking.y),
            fold: match picking.fold {
                None | Some(Folding::Only) => Fold::Only,
                Some(Folding::Sum) => Fold::Sum,
                Some(Folding::Mean) => Fold::Mean,
            },
        }
    };
    let shape = match (picking.before, picking.after) {
        (Some(before), Some(after)) => Shape::BeforeAfter {
            before: SafeText::line(&before),
            after: SafeText::line(&after),
        },
        _ => match picking.shape {
            None => Shape::Auto,
            Some(Shaped::Bars) => Shape::Bars,
            Some(Shaped::Series) => Shape::Series,
        },
    };
    Ok(Some(Recipe {
        read_as: choose::read_as(&wish_of(picking.otherwise, texts)?),
        axis: name(picking.x),
        value,
        group: name(picking.group),
        filters: filters(&picking.where_, texts)?,
        n: name(picking.n),
        shape,
        compare: picking.compare,
        whose: match (picking.own, picking.published) {
            (true, _) => Whose::Own,
            (_, true) => Whose::Published,
            _ => Whose::Unsaid,
        },
        ..Recipe::default()
    }))
}

/// Reads `COLUMN=LABEL`; a column that is named again takes one label more, and `*` stands for all.
fn filters(said: &[String], texts: &Texts) -> Result<Vec<Filter>, Failure> {
    let mut filters: Vec<Filter> = Vec::new();
    for words in said {
        let (column, label) = words.split_once('=').ok_or_else(|| {
            Failure::usage(t!(texts, "cli-chart-where", text = SafeText::line(words)))
        })?;
        let (column, label) = (SafeText::line(column.trim()), SafeText::line(label.trim()));
        let lower = column.to_lowercase();
        let labels: Vec<SafeText> = if *label == *"*" {
            Vec::new()
        } else {
            vec![label]
        };
        match filters
            .iter_mut()
            .find(|known| known.column.to_lowercase() == lower)
        {
            Some(known) => known.labels.extend(labels),
            None => filters.push(Filter { column, labels }),
        }
    }
    Ok(filters)
}
