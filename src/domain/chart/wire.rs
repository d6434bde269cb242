//! The chart as a person writes it in RON, and the way from there to the chart and back.
//!
//! ```ron
//! (id: "d1", title: "Känner sig trygga", unit: "andel %", source: "Skolenkäten 2022", n: 410,
//!  values: [("Åk 5", 88), ("Åk 8", 79.5), ("Gy 2", Missing("för få svar"))])
//! (id: "d2", title: "…", groups: ["Flickor", "Pojkar"], values: [("2016", [81, 84]), ("2018", None)])
//! (id: "d3", title: "…", answers: ["Stämmer helt", "Stämmer inte"], values: [("Åk 5", [52, 48], 410)])
//! (id: "d4", title: "…", before: ("september", 1500), after: ("december", 1100),
//!  values: [("Sover gott", [61, 66], "ingen säkerställd skillnad")])
//! (id: "d5", title: "…", kind: Series, values: [(2010, 88), (2011, None)], breaks: [(2011, "ny mätning")])
//! (id: "d6", title: "…", shown: "PowerPoint, bild 4")
//! (id: "d7", title: "…", picture: Class(22))
//! (id: "d8", title: "…", source: Csv("trivs.csv"), cite: "Stockholmsenkäten 2024")
//! (id: "d9", title: "…", source: "Skolverket", values: [(2019, 214)], recipe: (file: "elever.csv", …))
//! (id: "d11", title: "…", source: "Kolada", kind: Series, values: [(2024, 77.5)],
//!  fetched: (service: Kolada, indicators: ["N15428"], place: "Haninge", years: "2012-", day: "2026-11-22"))
//! (id: "d10", title: "…", quote: "Jag går dit för musiken.", from: "elev i åk 8", source: "Samtal på fritidsgården 2026")
//! ```
//!
//! How it is shown, all of it optional:
//!
//! ```ron
//! (…, not_in: "De som inte går i skolan.", flip: "på plats", guess: true)
//! (…, answers: ["Alltid", "Ofta", "Sällan"], flip: "får hjälp", healthy: ["Alltid", "Ofta"], guess: "Åk 8")
//! ```
//!
//! A row is a label, a value or a list of values, and then, in any order, how many answered and a word about the row.
//! A value that is missing is `None`, or its reason with or without `Missing( )` around it.

/// Whether the group guesses, as `true` or a row's label.
mod guess;
/// Rows, cells and what else stands in the lists of a chart.
mod values;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub(super) use self::values::number;
use super::{
    Body, Break, Cell, Chart, ChartId, Face, Guess, Occasion, Picture, Purpose, Row, Showing,
    Source,
};
use crate::{
    domain::recipe::{Fetched, Recipe},
    text::SafeText,
};

/// The kind of a chart of values, where the other fields do not tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    Bars,
    Groups,
    Scale,
    BeforeAfter,
    Series,
}

/// The fields as they stand in RON.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Chart", deny_unknown_fields)]
pub(super) struct Wire {
    id: ChartId,
    title: SafeText,
    #[serde(default, skip_serializing_if = "no_text")]
    unit: SafeText,
    #[serde(default, skip_serializing_if = "no_source")]
    source: Source,
    #[serde(default, skip_serializing_if = "no_text")]
    cite: SafeText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<u32>,
    #[serde(default, skip_serializing_if = "no_text")]
    caveat: SafeText,
    #[serde(default)]
    purpose: Purpose,
    #[serde(default, skip_serializing_if = "no_text")]
    say: SafeText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<SafeText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<SafeText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Occasion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Occasion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<Row>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<Break>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shown: Option<SafeText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<Picture>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipe: Option<Box<Recipe>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fetched: Option<Box<Fetched>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quote: Option<SafeText>,
    #[serde(default, skip_serializing_if = "no_text")]
    from: SafeText,
    #[serde(default, skip_serializing_if = "no_text")]
    not_in: SafeText,
    #[serde(default, skip_serializing_if = "no_text")]
    flip: SafeText,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    healthy: Vec<SafeText>,
    #[serde(default, skip_serializing_if = "no_guess")]
    guess: Guess,
}

fn no_guess(guess: &Guess) -> bool {
    *guess == Guess::No
}

fn no_text(text: &SafeText) -> bool {
    text.is_empty()
}

fn no_source(source: &Source) -> bool {
    *source == Source::default()
}

impl TryFrom<Wire> for Chart {
    type Error = String;

    fn try_from(mut wire: Wire) -> Result<Self, String> {
        let body = wire
            .take_body()
            .map_err(|fault| format!("chart {}: {fault}", wire.id))?;
        let Wire {
            id,
            title,
            unit,
            source,
            cite,
            n,
            caveat,
            purpose,
            say,
            recipe,
            fetched,
            not_in,
            flip,
            healthy,
            guess,
            ..
        } = wire;
        let showing = Showing {
            not_in,
            flip,
            healthy,
            guess,
            face: Face::Plain,
        };
        Ok(Self {
            id,
            title,
            unit,
            source,
            cite,
            n,
            caveat,
            purpose,
            say,
            body,
            recipe,
            fetched,
            showing,
        })
    }
}

impl Wire {
    /// Finds the kind in what is written and builds the body; the fault is a sentence of what to change.
    fn take_body(&mut self) -> Result<Body, String> {
        let values = !self.values.is_empty() || self.kind.is_some();
        if let Some(quote) = self.quote.take() {
            if values || self.shown.is_some() || self.picture.is_some() {
                return Err(
                    "`quote` is a chart of its own; it has no `values`, `shown` or `picture`"
                        .to_owned(),
                );
            }
            let from = std::mem::take(&mut self.from);
            return Ok(Body::Voice { quote, from });
        }
        if !self.from.is_empty() {
            return Err("`from` says who speaks in a `quote`".to_owned());
        }
        match (self.shown.take(), self.picture.take()) {
            (Some(_), Some(_)) => return Err("`shown` and `picture` exclude each other".to_owned()),
            (Some(_), None) if values => {
                return Err("`shown` is for a chart shown elsewhere; it has no `values`".to_owned());
            }
            (None, Some(_)) if values => return Err("`picture` has no `values`".to_owned()),
            (Some(shown), None) => return Ok(Body::Card { shown }),
            (None, Some(picture)) => return Ok(Body::Picture(picture)),
            (None, None) => {}
        }
        if !values && matches!(self.source, Source::Text(_)) {
            return Err(
                "it needs `values`, or `shown`, or `picture`, or `quote`, or `source: Csv(\"file.csv\")`"
                    .to_owned(),
            );
        }
        let kind = self.find_kind()?;
        if kind != Kind::Series && !self.breaks.is_empty() {
            return Err("`breaks` belong to `kind: Series`".to_owned());
        }
        let columns = match kind {
            Kind::Bars => 1,
            Kind::Groups | Kind::Series => self.groups.len().max(1),
            Kind::Scale => self.answers.len(),
            Kind::BeforeAfter => 2,
        };
        let rows = std::mem::take(&mut self.values)
            .into_iter()
            .map(|row| fill(row, columns))
            .collect::<Result<_, _>>()?;
        Ok(match kind {
            Kind::Bars => Body::Bars(rows),
            Kind::Groups => Body::Groups {
                names: std::mem::take(&mut self.groups),
                rows,
            },
            Kind::Scale => Body::Scale {
                answers: std::mem::take(&mut self.answers),
                rows,
            },
            Kind::BeforeAfter => Body::BeforeAfter {
                before: self.before.take().unwrap_or_default(),
                after: self.after.take().unwrap_or_default(),
                rows,
            },
            Kind::Series => Body::Series {
                names: std::mem::take(&mut self.groups),
                rows,
                breaks: std::mem::take(&mut self.breaks),
            },
        })
    }

    fn find_kind(&self) -> Result<Kind, String> {
        let occasions = self.before.is_some() || self.after.is_some();
        let told = [
            (Kind::Groups, !self.groups.is_empty(), "groups"),
            (Kind::Scale, !self.answers.is_empty(), "answers"),
            (Kind::BeforeAfter, occasions, "before` and `after"),
        ];
        let mut kind = None;
        for (found, _, field) in told.iter().filter(|(_, given, _)| *given) {
            match (self.kind, kind) {
                (_, Some((_, other))) => {
                    return Err(format!("`{other}` and `{field}` exclude each other"));
                }
                (Some(Kind::Series), None) if *found == Kind::Groups => {}
                (Some(asked), None) if asked != *found => {
                    return Err(format!("`{field}` does not go with `kind: {asked:?}`"));
                }
                _ => {}
            }
            kind = Some((*found, *field));
        }
        if occasions && (self.before.is_none() || self.after.is_none()) {
            return Err("`before` and `after` go together".to_owned());
        }
        let needs = |kind: Kind, field| Err(format!("`kind: {kind:?}` needs `{field}`"));
        match (self.kind, kind) {
            (Some(kind @ Kind::Groups), None) if !self.values.is_empty() => needs(kind, "groups"),
            (Some(kind @ Kind::Scale), None) if !self.values.is_empty() => needs(kind, "answers"),
            (Some(kind @ Kind::BeforeAfter), None) if !self.values.is_empty() => {
                needs(kind, "before` and `after")
            }
            (Some(asked), _) => Ok(asked),
            (None, Some((found, _))) => Ok(found),
            (None, None) => Ok(Kind::Bars),
        }
    }
}

/// Gives a row as many cells as there are columns; one missing cell stands for the whole row.
fn fill(mut row: Row, columns: usize) -> Result<Row, String> {
    if let [Cell::Missing(_)] = row.cells.as_slice() {
        let cell = row.cells[0].clone();
        row.cells.resize(columns, cell);
    }
    if row.cells.len() == columns {
        Ok(row)
    } else {
        Err(format!(
            "the row \"{}\" has {} values and the chart has {columns} columns",
            row.label,
            row.cells.len()
        ))
    }
}

impl From<Chart> for Wire {
    fn from(chart: Chart) -> Self {
        let Chart {
            id,
            title,
            unit,
            source,
            cite,
            n,
            caveat,
            purpose,
            say,
            body,
            recipe,
            fetched,
            showing,
        } = chart;
        let mut wire = Self {
            id,
            title,
            unit,
            source,
            cite,
            n,
            caveat,
            purpose,
            say,
            kind: None,
            groups: Vec::new(),
            answers: Vec::new(),
            before: None,
            after: None,
            values: Vec::new(),
            breaks: Vec::new(),
            shown: None,
            picture: None,
            recipe,
            fetched,
            quote: None,
            from: SafeText::default(),
            not_in: showing.not_in,
            flip: showing.flip,
            healthy: showing.healthy,
            guess: showing.guess,
        };
        wire.put_body(body);
        wire
    }
}

impl Wire {
    /// Writes the body in the fields that tell its kind; the kind itself only where they do not.
    fn put_body(&mut self, body: Body) {
        match body {
            Body::Bars(rows) => {
                // A chart of text source and no rows would otherwise be refused when it is read back.
                self.kind = rows.is_empty().then_some(Kind::Bars);
                self.values = rows;
            }
            Body::Groups { names, rows } => {
                self.kind = names.is_empty().then_some(Kind::Groups);
                (self.groups, self.values) = (names, rows);
            }
            Body::Scale { answers, rows } => {
                self.kind = answers.is_empty().then_some(Kind::Scale);
                (self.answers, self.values) = (answers, rows);
            }
            Body::BeforeAfter {
                before,
                after,
                rows,
            } => {
                (self.before, self.after, self.values) = (Some(before), Some(after), rows);
            }
            Body::Series {
                names,
                rows,
                breaks,
            } => {
                self.kind = Some(Kind::Series);
                (self.groups, self.values, self.breaks) = (names, rows, breaks);
            }
            Body::Card { shown } => self.shown = Some(shown),
            Body::Picture(picture) => self.picture = Some(picture),
            Body::Voice { quote, from } => (self.quote, self.from) = (Some(quote), from),
        }
        if self.values.is_empty()
            && self.kind.is_none()
            && self.shown.is_none()
            && self.picture.is_none()
            && self.quote.is_none()
        {
            self.kind = self.find_kind().ok();
        }
    }
}

impl Serialize for ChartId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChartId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        SafeText::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Csv(file) => serializer.serialize_newtype_variant("Source", 1, "Csv", file),
        }
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        enum File {
            Csv(SafeText),
        }
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "the source is a text, or Csv(\"file.csv\")")]
        enum Either {
            Text(SafeText),
            File(File),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::Text(text) => Self::Text(text),
            Either::File(File::Csv(file)) => Self::Csv(file),
        })
    }
}

#[cfg(test)]
mod tests;
