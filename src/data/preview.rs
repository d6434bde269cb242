//! A file as a person looks at it before anything is chosen: what was understood, and its first rows.

use std::ops::ControlFlow;

use super::{
    DataError,
    choose::{self, Watch},
    format::{self, Reader, Source},
    understood::{Holds, Understood, understand},
};
use crate::{domain::recipe::ReadAs, text::SafeText};

/// How many rows of data are shown.
pub const ROWS: usize = 8;
/// How many of their fields.
const FIELDS: usize = 40;

/// What is shown of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What was understood.
    pub understood: Understood,
    /// The first rows of data as they stand, each with its number; none of a file of tables.
    pub rows: Vec<(u64, Vec<SafeText>)>,
}

/// Reads a file, told how a person wants it read, and keeps its first rows.
pub fn preview(
    source: &mut dyn Source,
    file: &SafeText,
    read_as: &ReadAs,
    watch: &mut Watch<'_>,
) -> Result<Preview, DataError> {
    let wish = choose::wish(read_as);
    choose::watched(source, file, watch, |source| {
        let understood = understand(source, file, &wish)?;
        let Holds::Rows(profile) = &understood.holds else {
            return Ok(Preview {
                understood,
                rows: Vec::new(),
            });
        };
        let mut rows = Vec::new();
        if let Reader::Rows(open) = format::find(source, file)?.read {
            let mut opened = open(source, file, &wish)?;
            opened.rows.walk(&mut |line, cells| {
                if line >= profile.layout.first && cells.iter().any(|cell| !cell.is_empty()) {
                    let cells = cells.iter().take(FIELDS).map(super::rows::Raw::shown);
                    rows.push((line, cells.collect()));
                }
                if rows.len() < ROWS {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            })?;
        }
        Ok(Preview { understood, rows })
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn the_first_rows_stand_as_they_are_in_the_file() {
        let text = "Rubrik\n\nÅr;Andel\n2020;81,5\n2022;..\n";
        let seen = preview(
            &mut Cursor::new(text),
            &"x.csv".into(),
            &ReadAs::default(),
            &mut |_| ControlFlow::Continue(()),
        );
        let seen = seen.unwrap();
        assert_eq!(
            seen.rows,
            [
                (4, vec!["2020".into(), "81,5".into()]),
                (5, vec!["2022".into(), "..".into()])
            ]
        );
        let comma = ReadAs {
            separator: Some(','),
            ..ReadAs::default()
        };
        let other = preview(&mut Cursor::new(text), &"x.csv".into(), &comma, &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_ne!(other.rows, seen.rows, "a wish is followed");
    }

    #[test]
    fn a_read_can_be_left() {
        let text = format!("a;b\n{}", "1;2\n".repeat(600_000));
        let seen = preview(
            &mut Cursor::new(text),
            &"x.csv".into(),
            &ReadAs::default(),
            &mut |_| ControlFlow::Break(()),
        );
        assert!(seen.is_err());
    }
}
