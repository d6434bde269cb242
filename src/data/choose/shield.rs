//! Small numbers of people in a file of one's own, hidden before they become a chart.

use super::{Chosen, Remark, Value};
use crate::{
    data::protect::{
        body::{self, Place, Quantity},
        origin::Origin,
    },
    domain::{
        chart::{Body, Cell},
        recipe::Fold,
    },
    t,
    text::{SafeText, Texts},
};

/// Hides what must be hidden, and says what was guessed about the file where the guess matters.
pub(super) fn hide(mut chosen: Chosen, limit: u32) -> Chosen {
    chosen.limit = limit;
    let (columns, quantity) = quantity(&chosen);
    let guessed = matches!(chosen.origin, Origin::Named(_));
    if !chosen.origin.hides() && !guessed {
        return chosen;
    }
    let mut body = chosen.body.clone();
    let Some(places) = body::hide_in(&mut body, chosen.n, quantity, limit) else {
        if !guessed {
            chosen.remarks.push(Remark::Unchecked);
        }
        return chosen;
    };
    if places.is_empty() {
        return chosen;
    }
    if let Origin::Named(name) = &chosen.origin {
        chosen.remarks.push(Remark::AsPublished(name.clone()));
        return chosen;
    }
    chosen.remarks.push(Remark::Hidden(places.len(), limit));
    if chosen.origin == Origin::Unknown {
        chosen.remarks.push(Remark::AsOwn(columns));
    }
    // The word about a difference would tell of what is hidden.
    let hidden_rows = |row: &usize| places.iter().any(|(hidden, ..)| hidden == row);
    chosen.uncertain.retain(|row| !hidden_rows(row));
    chosen.body = body;
    chosen.hidden = places;
    chosen
}

/// Tells what the values are, and what they are called.
fn quantity(chosen: &Chosen) -> (SafeText, Quantity) {
    match &chosen.recipe.value {
        Value::Rows => {
            let along = chosen.recipe.axis.as_ref().or(chosen.recipe.group.as_ref());
            (along.cloned().unwrap_or_default(), Quantity::Count)
        }
        Value::Shares { items, .. } => {
            let items: Vec<&str> = items.iter().map(SafeText::as_str).collect();
            (SafeText::line(&items.join(", ")), Quantity::Other)
        }
        Value::Numbers { columns, fold } => {
            let names: Vec<&str> = columns.iter().map(SafeText::as_str).collect();
            let names = SafeText::line(&names.join(", "));
            let quantity = body::quantity(&names, &chosen.unit, &chosen.body);
            let mean =
                *fold == Fold::Mean && chosen.remarks.iter().any(|r| matches!(r, Remark::Means(_)));
            (names, if mean { Quantity::Other } else { quantity })
        }
    }
}

/// Writes why each hidden value is missing. All get the same words: who knew which of them is the small one could work it out.
pub(super) fn say_why(body: &mut Body, hidden: &[Place], texts: &Texts) {
    let rows = match body {
        Body::Bars(rows)
        | Body::Groups { rows, .. }
        | Body::Scale { rows, .. }
        | Body::BeforeAfter { rows, .. }
        | Body::Series { rows, .. } => rows,
        Body::Card { .. } | Body::Picture(_) | Body::Voice { .. } => return,
    };
    for (row, column, _) in hidden {
        let cell = rows
            .get_mut(*row)
            .and_then(|row| row.cells.get_mut(*column));
        if let Some(cell) = cell {
            *cell = Cell::Missing(SafeText::line(&t!(texts, "protect-cell")));
        }
    }
}
