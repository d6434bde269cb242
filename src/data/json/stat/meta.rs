//! What a JSON-stat set says of itself: dimensions, labels, units, notes.

use std::collections::HashMap;

use super::{
    super::{
        fault::{Broken, JsonFault, broken_at},
        node::Node,
    },
    raw::Set,
};
use crate::{
    data::{
        Table, cube,
        table::{Cells, Dimension, Label, Meaning, Note, Reason, Role},
    },
    text::SafeText,
};

/// The most dimensions of a set.
const MAX_DIMENSIONS: usize = 100;

/// Everything but the cells.
pub(super) struct Meta {
    title: SafeText,
    source: SafeText,
    updated: SafeText,
    notes: Vec<Note>,
    /// The dimensions as the cells lie, that of the measures among them.
    pub(super) dimensions: Vec<Dimension>,
    /// The dimension that holds the measures.
    pub(super) metric: Option<usize>,
    /// Unit and decimals of every measure.
    units: Vec<(SafeText, Option<u8>)>,
    /// What the file says of its marks.
    marks: HashMap<String, SafeText>,
}

impl Meta {
    /// Reads what a set says of itself.
    pub(super) fn of(set: &Set) -> Result<Self, Broken> {
        let dimension = set.get("dimension");
        // Version 1 has these within the dimensions.
        let either = |key: &str| match set.get(key) {
            Node::Null => dimension.get(key).clone(),
            node => node.clone(),
        };
        let (ids, sizes, roles) = (either("id"), either("size"), either("role"));
        let ids: Vec<&str> = ids.list().iter().filter_map(Node::text).collect();
        if ids.is_empty() {
            return Err(broken_at("id", JsonFault::Lacks("id")));
        }
        // Compared with each other below; no table has so many.
        if ids.len() > MAX_DIMENSIONS {
            return Err(broken_at("id", JsonFault::ManyCells));
        }
        let sizes = sizes.list();
        let whole = sizes.iter().map(Node::whole).collect::<Option<Vec<_>>>();
        let whole = whole.ok_or_else(|| broken_at("size", JsonFault::Kind))?;
        // A list of another length (a dimension of one label left out) must at least make the same number of cells.
        let listed = whole.len() == ids.len();
        let has = |role: &str, id: &str| {
            let ids = roles.get(role);
            ids.text() == Some(id) || ids.list().iter().any(|found| found.text() == Some(id))
        };
        let mut dimensions = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            if ids.get(..place).is_some_and(|before| before.contains(id)) {
                return Err(broken_at("id", JsonFault::Index));
            }
            let size = whole.get(place).copied().filter(|_| listed);
            let mut read = read_dimension(id, dimension.get(id), size)?;
            if has("time", id) {
                read.role = Role::Time;
            } else if has("geo", id) {
                read.role = Role::Place;
            }
            dimensions.push(read);
        }
        let product = |mut sizes: std::slice::Iter<'_, usize>| {
            sizes.try_fold(1_usize, |all, size| all.checked_mul(*size))
        };
        if !whole.is_empty() && !listed && product(whole.iter()) != Table::size(&dimensions, 1) {
            let fault = JsonFault::Count(whole.len(), ids.len());
            return Err(broken_at("size", fault));
        }
        let metric = ids.iter().position(|id| has("metric", id));
        let common = set.get("extension").get("px").get("decimals").whole();
        let units = metric.and_then(|at| Some((dimension.get(ids.get(at)?), dimensions.get(at)?)));
        let units = units.map(|(node, read)| units_of(node, read, common));
        let line = |key: &str| SafeText::line(set.get(key).words().trim());
        let mut title = line("label");
        if title.is_empty() {
            title = SafeText::line(&set.name);
        }
        Ok(Self {
            title,
            source: line("source"),
            updated: line("updated"),
            notes: notes(set, &ids, &dimensions),
            units: units.unwrap_or_else(|| vec![(SafeText::default(), decimals(common))]),
            marks: marks(set),
            dimensions,
            metric,
        })
    }

    /// Says what a mark means: what the file says of it, else what it usually means.
    pub(super) fn reason(&self, mark: &str) -> Reason {
        let usual = cube::reason(mark);
        match self.marks.get(mark) {
            Some(said) => Reason {
                meaning: Meaning::Said(said.clone()),
                ..usual
            },
            None => usual,
        }
    }

    /// Tells that so many values carry a mark.
    pub(super) fn told(&self, mark: &str, count: usize) -> Note {
        let text = match self.marks.get(mark) {
            Some(said) => format!("{mark} = {said}: {count}"),
            None => format!("{mark}: {count}"),
        };
        Note {
            text: SafeText::line(&text),
            about: SafeText::line("status"),
            must_show: false,
        }
    }

    /// Puts the table together; its file is named later.
    pub(super) fn into_table(self, cells: Cells) -> Table {
        let mut dimensions = self.dimensions;
        let mut measures = cube::split_measures(&mut dimensions, self.metric, &self.title);
        for (measure, (unit, decimals)) in measures.iter_mut().zip(self.units) {
            measure.unit = unit;
            measure.decimals = decimals;
        }
        Table {
            title: self.title,
            source: self.source,
            updated: self.updated,
            notes: self.notes,
            dimensions,
            measures,
            cells,
            ..Table::default()
        }
    }
}

/// Reads a dimension; `size` is how many labels it should have, where that is said.
fn read_dimension(id: &str, node: &Node, size: Option<usize>) -> Result<Dimension, Broken> {
    let place = |what: &str| format!("dimension.{id}{what}");
    let category = node.get("category");
    let codes = match category.get("index") {
        Node::Null => category
            .get("label")
            .pairs()
            .iter()
            .map(|(code, _)| code.as_str())
            .collect(),
        Node::List(codes) => codes
            .iter()
            .map(|code| {
                code.text()
                    .ok_or_else(|| broken_at(&place(".category.index"), JsonFault::Kind))
            })
            .collect::<Result<Vec<_>, _>>()?,
        index => in_order(index.pairs()).ok_or_else(|| {
            let found = index.pairs().len();
            let other = size.filter(|size| *size != found);
            let fault = other.map_or(JsonFault::Index, |size| JsonFault::Count(found, size));
            broken_at(&place(".category.index"), fault)
        })?,
    };
    if let Some(size) = size.filter(|size| *size != codes.len()) {
        return Err(broken_at(
            &place(".category"),
            JsonFault::Count(codes.len(), size),
        ));
    }
    let labels: HashMap<&str, &Node> = category
        .get("label")
        .pairs()
        .iter()
        .map(|(code, label)| (code.as_str(), label))
        .collect();
    let name = node
        .get("label")
        .text()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let name = SafeText::line(name.unwrap_or(id));
    let labels = codes
        .into_iter()
        .map(|code| {
            let text = labels.get(code).and_then(|label| label.text());
            Label {
                code: SafeText::line(code),
                text: SafeText::line(text.unwrap_or(code).trim()),
            }
        })
        .collect();
    Ok(Dimension {
        role: cube::role_of(id, &name),
        code: SafeText::line(id),
        name,
        labels,
    })
}

/// Puts codes in the order of their places; nothing where a place is missing or stands twice.
fn in_order(index: &[(String, Node)]) -> Option<Vec<&str>> {
    let mut codes = vec![None; index.len()];
    for (code, place) in index {
        let slot = codes.get_mut(place.whole()?)?;
        if slot.replace(code.as_str()).is_some() {
            return None;
        }
    }
    codes.into_iter().collect()
}

fn decimals(count: Option<usize>) -> Option<u8> {
    count.and_then(|count| u8::try_from(count).ok())
}

fn units_of(node: &Node, read: &Dimension, common: Option<usize>) -> Vec<(SafeText, Option<u8>)> {
    let units: HashMap<&str, &Node> = node
        .get("category")
        .get("unit")
        .pairs()
        .iter()
        .map(|(code, unit)| (code.as_str(), unit))
        .collect();
    read.labels
        .iter()
        .map(|label| {
            let unit = units
                .get(label.code.as_str())
                .copied()
                .unwrap_or(&Node::Null);
            let own = unit.get("decimals").whole().or(common);
            (SafeText::line(&unit_words(unit)), decimals(own))
        })
        .collect()
}

/// Says a unit. The base alone would be wrong where the figures are thousands of it.
fn unit_words(unit: &Node) -> String {
    let word = |key: &str| unit.get(key).text().unwrap_or_default().trim();
    let (base, label, symbol) = (word("base"), word("label"), word("symbol"));
    let multiplied = unit
        .get("multiplier")
        .whole()
        .is_some_and(|power| power > 0);
    match (base, label, symbol) {
        ("", "", symbol) => symbol.to_owned(),
        ("", label, "") => label.to_owned(),
        ("", label, symbol) => format!("{label} {symbol}"),
        (base, label, _) if multiplied && !label.is_empty() => format!("{label} ({base})"),
        (base, ..) => base.to_owned(),
    }
}

/// Reads what the file says of its marks, as Eurostat does.
fn marks(set: &Set) -> HashMap<String, SafeText> {
    let labels = set.get("extension").get("status").get("label");
    labels
        .pairs()
        .iter()
        .filter_map(|(mark, said)| Some((mark.clone(), SafeText::line(said.text()?))))
        .collect()
}

/// Collects the notes of the whole, of the dimensions and of their labels, with what the publisher asks to be shown.
fn notes(set: &Set, ids: &[&str], dimensions: &[Dimension]) -> Vec<Note> {
    let mut found = Vec::new();
    let asked = set.get("extension").get("noteMandatory");
    add_notes(set.get("note"), asked, "", &mut found);
    for (id, dimension) in ids.iter().zip(dimensions) {
        let node = set.get("dimension").get(id);
        let extension = node.get("extension");
        let asked = extension.get("noteMandatory");
        add_notes(node.get("note"), asked, &dimension.name, &mut found);
        let asked = extension.get("categoryNoteMandatory").pairs().iter();
        let asked: HashMap<&str, &Node> = asked.map(|(code, node)| (code.as_str(), node)).collect();
        let labels = dimension.labels.iter();
        let labels: HashMap<&str, &str> = labels
            .map(|label| (label.code.as_str(), label.text.as_str()))
            .collect();
        for (code, notes) in node.get("category").get("note").pairs() {
            let about = labels.get(code.as_str()).copied().unwrap_or(code);
            let asked = asked.get(code.as_str()).copied().unwrap_or(&Node::Null);
            add_notes(notes, asked, about, &mut found);
        }
    }
    found
}

fn add_notes(notes: &Node, asked: &Node, about: &str, found: &mut Vec<Note>) {
    let one = std::slice::from_ref(notes);
    let list = if notes.text().is_some() {
        one
    } else {
        notes.list()
    };
    for (place, note) in list.iter().enumerate() {
        let text = SafeText::block(note.text().unwrap_or_default().trim());
        if text.is_empty() {
            continue;
        }
        let asked = asked.get(&place.to_string()) == &Node::Flag(true);
        found.push(Note {
            must_show: asked || cube::tells_of_noise(&text),
            about: SafeText::line(about),
            text,
        });
    }
}
