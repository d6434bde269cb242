//! The keys as a table in Markdown, for the README and for anybody who wants them on paper.

use super::{ACTIONS, Action, Group, Keymap, Mode};
use crate::{
    t,
    text::{Lang, Texts},
};

/// One action as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Its keys, each in backticks, as they are from the start.
    pub keys: String,
    /// What it does.
    pub does: String,
    /// Its name in the config.
    pub name: &'static str,
}

/// Returns every action by group: the one source of the README's table and of the manual page.
pub fn key_rows(texts: &Texts) -> Vec<(String, Vec<KeyRow>)> {
    let keymap = Keymap::default();
    let rows_of = |group: Group| {
        let of_group = ACTIONS.iter().filter(|row| row.group == group);
        let rows = of_group.map(|row| KeyRow {
            keys: keys(row.action, &keymap, texts),
            does: row.action.doc(texts),
            name: row.name,
        });
        (group.label(texts), rows.collect())
    };
    Group::ALL.map(rows_of).into()
}

/// Makes the table of all keys as they are from the start.
pub fn key_table(lang: Lang) -> String {
    let texts = Texts::new(lang);
    let head = [
        format!(
            "| {} | {} | {} |",
            t!(texts, "table-key"),
            t!(texts, "table-does"),
            t!(texts, "table-name")
        ),
        "|---|---|---|".to_owned(),
    ];
    let groups = key_rows(&texts).into_iter().map(|(label, rows)| {
        let rows = rows
            .iter()
            .map(|row| format!("| {} | {} | `{}` |", row.keys, row.does, row.name));
        let lines: Vec<String> = head.iter().cloned().chain(rows).collect();
        format!("**{label}**\n\n{}\n", lines.join("\n"))
    });
    groups.collect::<Vec<_>>().join("\n")
}

/// Writes the keys of an action; a key that holds only in some places names them.
fn keys(action: Action, keymap: &Keymap, texts: &Texts) -> String {
    let chords = keymap.chords(action);
    if chords.is_empty() {
        return t!(texts, "table-palette");
    }
    let everywhere = keymap.modes(action);
    let keys: Vec<String> = chords
        .into_iter()
        .map(|chord| {
            let modes: Vec<Mode> = everywhere
                .iter()
                .copied()
                .filter(|mode| keymap.action(*mode, chord) == Some(action))
                .collect();
            let key = format!("`{}`", chord.cap(texts));
            // In the window itself is where one is; the rest follows from it.
            if modes.contains(&Mode::Lead) || modes.len() > 2 {
                return key;
            }
            let places: Vec<String> = modes.into_iter().map(|mode| mode.label(texts)).collect();
            format!("{key} ({})", places.join(", "))
        })
        .collect();
    keys.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_row_in_both_languages() {
        for lang in Lang::ALL {
            let table = key_table(lang);
            for row in ACTIONS {
                assert!(
                    table.contains(&format!("| `{}` |", row.name)),
                    "{lang}: {}",
                    row.name
                );
            }
            let columns = |line: &&str| line.matches(" | ").count() == 2;
            assert!(
                table
                    .lines()
                    .filter(|line| line.starts_with("| "))
                    .all(|line| columns(&line)),
                "{table}"
            );
        }
    }

    #[test]
    fn a_row_reads_well() {
        let table = key_table(Lang::Sv);
        assert!(table.contains("| `mellanslag` | "), "{table}");
        assert!(table.contains("| `u`, `Ctrl+Z` | "), "{table}");
        assert!(
            table.contains("| `i` (i listan, vid renskrivning), `↑` (på anteckningsraden) | "),
            "{table}"
        );
    }
}
