//! From counted answers to shares in percent, with how many answered; small numbers are hidden before anything becomes a chart.

use super::{
    order::{self, How},
    parts::MAX_ANSWERS,
    said::{Refused, Said},
    several,
    tally::{Item, Tally},
};
use crate::{
    data::protect::hide::{self, Counts, Hidden, Why},
    domain::chart::{Body, Cell, Row},
    text::SafeText,
};

/// What is made of counted answers.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What was counted.
    pub tally: &'a Tally,
    /// The questions as they are called.
    pub names: &'a [SafeText],
    /// Whether groups were asked for.
    pub grouped: bool,
    /// The order of the answers as somebody said it; empty where it is to be found.
    pub order: &'a [SafeText],
    /// Counts under this are hidden, and groups under it are not drawn.
    pub limit: u32,
}

/// Shares, with what has to be said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The values; a hidden one is missing, and its reason follows with the words.
    pub body: Body,
    /// How many answered, where it is one number.
    pub n: Option<u32>,
    /// Which cells are hidden, by row and column, and why.
    pub hidden: Vec<(usize, usize, Why)>,
    /// The answers in the order in which they are drawn.
    pub answers: Vec<SafeText>,
    /// What has to be said.
    pub said: Vec<Said>,
}

/// A row of counts on its way to shares.
struct Line {
    label: SafeText,
    counts: Vec<u64>,
    n: u64,
}

impl Line {
    /// A group in which everybody gave the same answer tells what each of them said: in a small one that is hidden like a small number.
    fn is_drawn(&self, limit: u32) -> bool {
        let limit = u64::from(limit);
        let alike = self.counts.iter().filter(|count| **count > 0).count() < 2;
        self.n >= limit.max(1) && !(alike && self.n < 2 * limit)
    }
}

impl Asked<'_> {
    /// Makes the shares.
    pub fn shares(&self) -> Result<Shares, Refused> {
        let mut said = self.said_of_people();
        for (item, name) in self.tally.items.iter().zip(self.names) {
            if item.many {
                return Err(Refused::Many(name.clone(), item.answers.texts.len()));
            }
        }
        if self.tally.people == 0 {
            return Err(Refused::NoPeople);
        }
        if self.tally.many_groups {
            return Err(Refused::ManyGroups);
        }
        let shares = match self.tally.items.as_slice() {
            [item] => self.one(item)?,
            items if self.grouped && items.len() > 1 => return Err(Refused::ItemsAndGroups),
            items if items.iter().all(|item| item.answers.texts.len() == 1) => self.ticked()?,
            _ => self.side_by_side()?,
        };
        said.extend(shares.said);
        Ok(Shares { said, ..shares })
    }

    fn said_of_people(&self) -> Vec<Said> {
        let mut said = Vec::new();
        let missing: Vec<(SafeText, u64)> = self
            .names
            .iter()
            .zip(&self.tally.items)
            .filter(|(_, item)| item.missing > 0)
            .map(|(name, item)| (name.clone(), item.missing))
            .collect();
        if !missing.is_empty() {
            said.push(Said::Missing(missing));
        }
        if self.tally.ungrouped > 0 {
            said.push(Said::Ungrouped(self.tally.ungrouped));
        }
        said
    }

    /// Puts answers in order and says how.
    fn in_order(&self, answers: &[SafeText], said: &mut Vec<Said>) -> Result<Vec<usize>, Refused> {
        let texts: Vec<&str> = answers.iter().map(SafeText::as_str).collect();
        let found = if self.order.is_empty() {
            order::find(texts)
        } else {
            let named: Vec<&str> = self.order.iter().map(SafeText::as_str).collect();
            order::given(&texts, &named).map_err(|at| {
                Refused::NoAnswer(
                    self.order[at].clone(),
                    answers.iter().take(12).cloned().collect(),
                )
            })?
        };
        // With two answers there is nothing to get wrong.
        if found.how == How::File && answers.len() > 2 {
            said.push(Said::FileOrder);
        }
        Ok(found.order)
    }

    fn one(&self, item: &Item) -> Result<Shares, Refused> {
        let texts = item.answers.texts.iter().map(SafeText::as_str);
        if let Some(sign) = several::parting(&texts) {
            return self.several(item, sign);
        }
        if item.answers.texts.len() > MAX_ANSWERS {
            return Err(Refused::Many(
                self.names[0].clone(),
                item.answers.texts.len(),
            ));
        }
        let mut said = Vec::new();
        let order = self.in_order(&item.answers.texts, &mut said)?;
        let answers: Vec<SafeText> = order
            .iter()
            .map(|at| item.answers.texts[*at].clone())
            .collect();
        let line = |group: usize| Line {
            label: self.tally.groups.texts[group].clone(),
            counts: order
                .iter()
                .map(|answer| item.count(*answer, group))
                .collect(),
            n: item.n(group),
        };
        if self.grouped {
            let lines = self.groups(line, &mut said)?;
            return Ok(scale(lines, answers, (true, self.limit), said));
        }
        let line = line(0);
        if !line.is_drawn(self.limit) {
            return Err(Refused::Few(self.limit));
        }
        Ok(bars(&line, answers, self.limit, said))
    }

    /// Makes the lines of the groups that are drawn, and says which are not.
    fn groups(
        &self,
        line: impl Fn(usize) -> Line,
        said: &mut Vec<Said>,
    ) -> Result<Vec<Line>, Refused> {
        let names: Vec<&str> = self
            .tally
            .groups
            .texts
            .iter()
            .map(SafeText::as_str)
            .collect();
        let lines = order::find(names).order.into_iter().map(line);
        let (drawn, not): (Vec<Line>, Vec<Line>) =
            lines.partition(|line| line.is_drawn(self.limit));
        if !not.is_empty() {
            let names = not.into_iter().map(|line| line.label).collect();
            said.push(Said::NotDrawn(names, self.limit));
        }
        if drawn.is_empty() {
            return Err(Refused::Few(self.limit));
        }
        Ok(drawn)
    }

    /// Several answers a person: each answer is a share of its own, of all who answered.
    fn several(&self, item: &Item, sign: char) -> Result<Shares, Refused> {
        let width = self.tally.groups.texts.len();
        let mixtures: Vec<(SafeText, Vec<u64>)> = item
            .answers
            .texts
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let counts = (0..width).map(|group| item.count(at, group)).collect();
                (text.clone(), counts)
            })
            .collect();
        let apart = several::apart(&mixtures, sign);
        let texts: Vec<SafeText> = apart.iter().map(|(text, _)| text.clone()).collect();
        let mut said = vec![Said::Several];
        let mut order = self.in_order(&texts, &mut Vec::new())?;
        if self.order.is_empty() {
            // Answers that are no scale read best from the most frequent on.
            order.sort_by_key(|at| std::cmp::Reverse(apart[*at].1.iter().sum::<u64>()));
        }
        let line = |group: usize| Line {
            label: self.tally.groups.texts[group].clone(),
            counts: order.iter().map(|at| apart[*at].1[group]).collect(),
            n: item.n(group),
        };
        let lines = if self.grouped {
            self.groups(line, &mut said)?
        } else {
            vec![line(0)]
        };
        let answers = order.iter().map(|at| texts[*at].clone()).collect();
        each_alone(&lines, answers, self.limit, said)
    }

    /// Boxes that were ticked, one a column: a share of all who ticked any.
    fn ticked(&self) -> Result<Shares, Refused> {
        let n = self.tally.any.first().copied().unwrap_or(0);
        let line = Line {
            label: SafeText::default(),
            counts: self.tally.items.iter().map(|item| item.n(0)).collect(),
            n,
        };
        let said = vec![Said::Ticked];
        let mut shares = each_alone(&[line], self.names.to_vec(), self.limit, said)?;
        // The order is that of the questions, and the answers are none.
        shares.answers = Vec::new();
        Ok(shares)
    }

    /// Several questions with the same answers, a row each.
    fn side_by_side(&self) -> Result<Shares, Refused> {
        let items = &self.tally.items;
        let mut all: Vec<SafeText> = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let fresh: Vec<SafeText> = item
                .answers
                .texts
                .iter()
                .filter(|answer| !all.contains(answer))
                .cloned()
                .collect();
            if at > 0 && fresh.len() == item.answers.texts.len() && !fresh.is_empty() {
                return Err(Refused::Differ(
                    self.names[0].clone(),
                    self.names[at].clone(),
                ));
            }
            all.extend(fresh);
        }
        if all.len() > MAX_ANSWERS {
            return Err(Refused::Many(self.names[0].clone(), all.len()));
        }
        let mut said = Vec::new();
        let order = self.in_order(&all, &mut said)?;
        let answers: Vec<SafeText> = order.iter().map(|at| all[*at].clone()).collect();
        let lines = items.iter().zip(self.names).map(|(item, name)| Line {
            label: name.clone(),
            counts: answers
                .iter()
                .map(|answer| {
                    let at = item.answers.texts.iter().position(|known| known == answer);
                    at.map_or(0, |at| item.count(at, 0))
                })
                .collect(),
            n: item.n(0),
        });
        let (drawn, not): (Vec<Line>, Vec<Line>) =
            lines.partition(|line| line.is_drawn(self.limit));
        if !not.is_empty() {
            let names = not.into_iter().map(|line| line.label).collect();
            said.push(Said::NotDrawn(names, self.limit));
        }
        if drawn.is_empty() {
            return Err(Refused::Few(self.limit));
        }
        Ok(scale(drawn, answers, (false, self.limit), said))
    }
}

/// Returns a share in percent with one decimal: 34.7.
fn share(count: u64, n: u64) -> f64 {
    (count as f64 * 1000.0 / n as f64).round() / 10.0
}

fn whole(n: u64) -> Option<u32> {
    u32::try_from(n).ok()
}

/// Makes a cell of a count, missing where it is hidden.
fn cell(count: u64, n: u64, hidden: Option<Why>) -> Cell {
    match hidden {
        Some(_) => Cell::missing(),
        None => Cell::Value(share(count, n)),
    }
}

fn places(hidden: &Hidden, columns: usize) -> Vec<(usize, usize, Why)> {
    let cells = hidden.cells.iter().enumerate();
    cells
        .filter_map(|(at, why)| why.map(|why| (at / columns, at % columns, why)))
        .collect()
}

fn say_hidden(hidden: &[(usize, usize, Why)], limit: u32, said: &mut Vec<Said>) {
    if !hidden.is_empty() {
        said.push(Said::Hidden(hidden.len(), limit));
    }
}

/// One question of all: a bar for each answer.
fn bars(line: &Line, answers: Vec<SafeText>, limit: u32, mut said: Vec<Said>) -> Shares {
    let hidden = hide::hide(
        &Counts {
            columns: line.counts.len(),
            cells: line.counts.iter().copied().map(Some).collect(),
            row_totals: true,
            column_totals: false,
        },
        limit,
    );
    let rows = answers.iter().enumerate().map(|(at, answer)| Row {
        label: answer.clone(),
        cells: vec![cell(line.counts[at], line.n, hidden.cells[at])],
        n: None,
        remark: SafeText::default(),
    });
    let rows = rows.collect();
    let cells = places(&hidden, line.counts.len().max(1));
    let cells: Vec<_> = cells.into_iter().map(|(_, at, why)| (at, 0, why)).collect();
    say_hidden(&cells, limit, &mut said);
    Shares {
        body: Body::Bars(rows),
        n: whole(line.n).filter(|_| !hidden.rows[0]),
        hidden: cells,
        answers,
        said,
    }
}

/// A row for each group or question; of groups, sums over all of them may be known from another chart.
fn scale(
    lines: Vec<Line>,
    answers: Vec<SafeText>,
    (one_whole, limit): (bool, u32),
    mut said: Vec<Said>,
) -> Shares {
    let hidden = hide::hide(
        &Counts {
            columns: answers.len(),
            cells: lines
                .iter()
                .flat_map(|line| &line.counts)
                .copied()
                .map(Some)
                .collect(),
            row_totals: true,
            column_totals: one_whole,
        },
        limit,
    );
    let all: u64 = lines.iter().map(|line| line.n).sum();
    let known = one_whole && hidden.rows.iter().all(|hidden| !hidden);
    let rows = lines.into_iter().enumerate().map(|(row, line)| Row {
        label: line.label,
        cells: line
            .counts
            .iter()
            .enumerate()
            .map(|(at, count)| cell(*count, line.n, hidden.cells[row * answers.len() + at]))
            .collect(),
        n: whole(line.n).filter(|_| !hidden.rows[row]),
        remark: SafeText::default(),
    });
    let rows = rows.collect();
    let cells = places(&hidden, answers.len().max(1));
    say_hidden(&cells, limit, &mut said);
    Shares {
        body: Body::Scale {
            answers: answers.clone(),
            rows,
        },
        n: whole(all).filter(|_| known),
        hidden: cells,
        answers,
        said,
    }
}

/// Shares that do not sum to one whole: each has its own complement, so that one of the two small hides it.
fn each_alone(
    lines: &[Line],
    answers: Vec<SafeText>,
    limit: u32,
    mut said: Vec<Said>,
) -> Result<Shares, Refused> {
    if answers.is_empty() || lines.iter().all(|line| line.n < u64::from(limit.max(1))) {
        return Err(Refused::Few(limit));
    }
    let mut cells = Vec::new();
    let rows = answers.iter().enumerate().map(|(row, answer)| Row {
        label: answer.clone(),
        cells: lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let count = line.counts[row];
                let rest = line.n.saturating_sub(count);
                let why = if hide::is_small(count, limit) {
                    Some(Why::Small)
                } else {
                    hide::is_small(rest, limit).then_some(Why::Reveals)
                };
                cells.extend(why.map(|why| (row, at, why)));
                cell(count, line.n, why)
            })
            .collect(),
        n: None,
        remark: SafeText::default(),
    });
    let rows: Vec<Row> = rows.collect();
    let sum: u64 = lines.iter().map(|line| line.n).sum();
    let body = match lines {
        [_] => Body::Bars(rows),
        lines => Body::Groups {
            // Groups of a chart have no n of their own; it stands with the name.
            names: lines
                .iter()
                .map(|line| SafeText::line(&format!("{} (n {})", line.label, line.n)))
                .collect(),
            rows,
        },
    };
    say_hidden(&cells, limit, &mut said);
    Ok(Shares {
        body,
        n: whole(sum),
        hidden: cells,
        answers,
        said,
    })
}

#[cfg(test)]
mod tests;
