//! From a pick to a chart: what was picked may fit nothing that was picked or proposed before, and then what was picked last stands.

use crate::domain::recipe::{Filter, Fold, Recipe, Value};

use super::{
    choice::{Pick, Row},
    file::File,
};

impl File {
    /// A place was picked, or that places may stand beside each other: the question of the file is answered.
    pub(super) fn answer(&mut self, row: Row, picks: &[Pick]) {
        let place = crate::data::choose::place(&self.fields);
        match (row, picks) {
            (Row::Filter(at), [Pick::Label(label)]) if Some(at) == place => {
                self.mine = self.fields[at].labels.get(*label).cloned();
                self.unanswered = None;
            }
            (Row::Filter(at), [_, ..]) if Some(at) == place => self.unanswered = None,
            (Row::Compare, _) => self.unanswered = None,
            _ => {}
        }
    }

    /// Returns what to try after a pick in a row, the nearest to what is picked first.
    ///
    /// As long as nobody has picked anything but a place, another place gets the chart that is the best to begin with for it. After that
    /// what was picked stands; filters that only came with a proposal are let go first, then those that were picked before, and at last
    /// what is proposed is taken with the newest pick in it.
    pub(super) fn ways(&mut self, row: Row) -> Vec<Recipe> {
        let mut wanted = self.recipe.clone();
        wanted.read_as = self.read_as.clone();
        let place = crate::data::choose::place(&self.fields).map(Row::Filter);
        if self.touched.iter().all(|touched| Some(*touched) == place) && self.mine.is_some() {
            self.wanted = None;
            return self.proposals();
        }
        self.wanted = Some(wanted.clone());
        let mut ways = vec![wanted.clone()];
        if matches!(row, Row::Fold | Row::Shape) {
            return ways;
        }
        let kept = |filter: &Filter, rows: &dyn Fn(Row) -> bool| {
            let at = self
                .fields
                .iter()
                .position(|field| field.name == filter.column);
            at.map(Row::Filter)
                .is_some_and(|of| Some(of) == place || of == row || rows(of))
        };
        let mut picked = wanted.clone();
        picked
            .filters
            .retain(|filter| kept(filter, &|of| self.touched.contains(&of)));
        let mut newest = picked.clone();
        newest.filters.retain(|filter| kept(filter, &|_| false));
        for way in [picked, newest] {
            let bare = Recipe {
                group: way.group.clone().filter(|_| row == Row::Group),
                ..way.clone()
            };
            for way in [way, bare] {
                let summed = self.summed(&way);
                ways.push(way);
                ways.extend(summed);
            }
        }
        let proposals = self.proposals();
        ways.extend(
            proposals
                .into_iter()
                .filter_map(|way| self.with(way, row, &wanted)),
        );
        let mut seen: Vec<Recipe> = Vec::new();
        for way in ways {
            if !seen.contains(&way) {
                seen.push(way);
            }
        }
        seen
    }

    /// The same with rows added where they are counts and nobody has said otherwise.
    fn summed(&self, recipe: &Recipe) -> Option<Recipe> {
        let Value::Numbers {
            columns,
            fold: Fold::Only,
        } = &recipe.value
        else {
            return None;
        };
        let counts = self
            .fields
            .iter()
            .filter(|field| columns.contains(&field.name))
            .all(|field| field.counts);
        (counts && !self.touched.contains(&Row::Fold)).then(|| Recipe {
            value: Value::Numbers {
                columns: columns.clone(),
                fold: Fold::Sum,
            },
            ..recipe.clone()
        })
    }

    /// Puts the newest pick into what is proposed; nothing where it does not fit in.
    fn with(&self, mut way: Recipe, row: Row, wanted: &Recipe) -> Option<Recipe> {
        way.compare = wanted.compare;
        match row {
            Row::Axis if way.axis != wanted.axis => return None,
            Row::Group => {
                if way.axis == wanted.group {
                    return None;
                }
                way.group.clone_from(&wanted.group);
                way.filters
                    .retain(|filter| Some(&filter.column) != wanted.group.as_ref());
            }
            Row::Value => way.value = wanted.value.clone(),
            Row::Filter(at) => {
                let column = &self.fields.get(at)?.name;
                if way.axis.as_ref() == Some(column) {
                    return None;
                }
                let filter = wanted
                    .filters
                    .iter()
                    .find(|filter| filter.column == *column)?;
                way.filters.retain(|filter| filter.column != *column);
                way.filters.push(filter.clone());
            }
            _ => {}
        }
        Some(way)
    }

    /// Returns what is not as it was picked, so that there is a chart: filters that were let go, and whether rows are added or groups
    /// stand otherwise.
    pub fn eased(&self) -> Vec<Row> {
        let Some(wanted) = self.wanted.as_ref().filter(|_| self.chosen.is_some()) else {
            return Vec::new();
        };
        let labels = |recipe: &Recipe, at: usize| -> usize {
            let name = &self.fields[at].name;
            let filter = recipe.filters.iter().find(|filter| filter.column == *name);
            filter.map_or(0, |filter| filter.labels.len())
        };
        let fold = |recipe: &Recipe| match &recipe.value {
            Value::Numbers { fold, .. } => Some(*fold),
            _ => None,
        };
        let filters = (0..self.fields.len())
            .filter(|at| labels(wanted, *at) > 0 && labels(&self.recipe, *at) == 0)
            .map(Row::Filter);
        let others = [
            (Row::Axis, wanted.axis != self.recipe.axis),
            (Row::Group, wanted.group != self.recipe.group),
            (Row::Fold, fold(wanted) != fold(&self.recipe)),
        ];
        let others = others
            .into_iter()
            .filter_map(|(row, other)| other.then_some(row));
        others.chain(filters).collect()
    }
}
