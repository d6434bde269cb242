//! Charts that keep the recipe of their values: their files are read again when somebody asks, and what changed is shown before it counts.

use std::{
    io::BufReader,
    path::{Path, PathBuf},
};

use super::{Disk, StoreError, reading::Reading, sources::SourceError};
use crate::{
    data::choose::{self, Chosen, Watch},
    domain::{
        chart::{Body, Cell, Chart, Row, Source},
        recipe::{Recipe, Value},
    },
    text::{Lang, SafeText, Texts},
};

/// How much of a file is read at once.
const PIECE: usize = 1 << 20;

/// Says how a session names a file: from its own folder where the file lies there or below, else by its whole path.
pub fn name_of(session_file: &Path, file: &Path) -> SafeText {
    let folder = session_file.parent().unwrap_or_else(|| Path::new(""));
    let inside = file.strip_prefix(folder).unwrap_or(file);
    SafeText::line(&inside.to_string_lossy())
}

/// Returns where the file of a recipe lies.
pub fn path_of(session_file: &Path, recipe: &Recipe) -> PathBuf {
    let folder = session_file.parent().unwrap_or_else(|| Path::new(""));
    folder.join(recipe.file.as_str())
}

/// What a reading takes from outside.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// Its date, `2026-11-17`.
    pub today: &'a str,
    /// Counts of people under this are hidden.
    pub limit: u32,
    /// The words.
    pub texts: &'a Texts,
}

/// Reads the file of a chart again and returns the chart as it would be: new values, everything that a person wrote as it was.
///
/// `None` is a chart without a recipe.
pub fn read_again<D: Disk>(
    disk: D,
    session_file: &Path,
    chart: &Chart,
    occasion: Occasion<'_>,
    watch: &mut Watch<'_>,
) -> Option<Result<Chart, SourceError>> {
    let recipe = chart.recipe.as_deref()?;
    let path = path_of(session_file, recipe);
    let chosen = open(disk, path).map_err(SourceError::Store);
    let chosen = chosen.and_then(|mut source| {
        let name = recipe.file.rsplit(['/', '\\']).next().unwrap_or_default();
        choose::choose(
            &mut source,
            &SafeText::line(name),
            recipe,
            occasion.limit,
            watch,
        )
        .map_err(SourceError::Data)
    });
    Some(chosen.map(|chosen| renewed(chart, recipe, chosen, occasion)))
}

fn open<D: Disk>(disk: D, path: PathBuf) -> Result<BufReader<Reading<D>>, StoreError> {
    Ok(BufReader::with_capacity(PIECE, Reading::open(disk, path)?))
}

/// Gives a chart new values; words of rows and breaks of a series stay with their labels.
fn renewed(chart: &Chart, recipe: &Recipe, chosen: Chosen, occasion: Occasion<'_>) -> Chart {
    let told = |texts: &Texts| {
        let recipe = chosen.clone().into_chart(chart.id, texts).recipe;
        recipe.map_or_else(Default::default, |recipe| (recipe.cited, recipe.caveat))
    };
    let (mut cited, mut caveat) = told(occasion.texts);
    // The same in another language is the same.
    let in_any = Lang::ALL.map(|lang| told(&Texts::new(lang)));
    if in_any.iter().any(|(known, _)| *known == recipe.cited) {
        cited.clone_from(&recipe.cited);
    }
    if in_any.iter().any(|(_, known)| *known == recipe.caveat) {
        caveat.clone_from(&recipe.caveat);
    }
    let read = chosen.into_chart(chart.id, occasion.texts);
    let mut body = read.body;
    keep_words(&mut body, &chart.body);
    let shares = matches!(recipe.value, Value::Shares { .. });
    Chart {
        body,
        n: if shares { read.n } else { chart.n },
        source: cited_anew(chart, recipe, &cited),
        caveat: caveat_anew(chart, recipe, &caveat),
        recipe: Some(Box::new(Recipe {
            read: SafeText::line(occasion.today),
            cited,
            caveat,
            ..recipe.clone()
        })),
        ..chart.clone()
    }
}

/// Lets the words of rows and the breaks of a series stay where their labels do.
pub fn keep_words(body: &mut Body, old: &Body) {
    if let Some(rows) = rows_of(body) {
        for row in rows.iter_mut().filter(|row| row.remark.is_empty()) {
            if let Some(known) = old.rows().iter().find(|known| known.label == row.label) {
                row.remark = known.remark.clone();
            }
        }
    }
    if let (Body::Series { breaks, .. }, Body::Series { breaks: known, .. }) = (body, old) {
        breaks.clone_from(known);
    }
}

/// The source that the file tells now, where the one that stands there was the file's.
fn cited_anew(chart: &Chart, recipe: &Recipe, now: &SafeText) -> Source {
    match &chart.source {
        Source::Text(text) if !recipe.cited.is_empty() && *text == recipe.cited => {
            Source::Text(now.clone())
        }
        source => source.clone(),
    }
}

/// What to keep in mind now: somebody's own words as they were, and after them what the file says.
fn caveat_anew(chart: &Chart, recipe: &Recipe, now: &SafeText) -> SafeText {
    let own = chart.caveat.strip_suffix(recipe.caveat.as_str());
    match own {
        Some(own) if !recipe.cited.is_empty() && recipe.caveat != *now => {
            SafeText::line(format!("{} {now}", own.trim()).trim())
        }
        _ => chart.caveat.clone(),
    }
}

/// Something about a chart besides its values that is told otherwise now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retold {
    /// The source, before and now.
    Source(SafeText, SafeText),
    /// How many answered, before and now.
    N(Option<u32>, Option<u32>),
    /// What to keep in mind, before and now.
    Caveat(SafeText, SafeText),
}

/// Lists what is told otherwise between two readings of one chart.
pub fn retold(old: &Chart, new: &Chart) -> Vec<Retold> {
    let mut all = Vec::new();
    if let (Source::Text(before), Source::Text(now)) = (&old.source, &new.source)
        && before != now
    {
        all.push(Retold::Source(before.clone(), now.clone()));
    }
    if old.n != new.n {
        all.push(Retold::N(old.n, new.n));
    }
    if old.caveat != new.caveat {
        all.push(Retold::Caveat(old.caveat.clone(), new.caveat.clone()));
    }
    all
}

fn rows_of(body: &mut Body) -> Option<&mut Vec<Row>> {
    match body {
        Body::Bars(rows)
        | Body::Groups { rows, .. }
        | Body::Scale { rows, .. }
        | Body::BeforeAfter { rows, .. }
        | Body::Series { rows, .. } => Some(rows),
        _ => None,
    }
}

/// One value that is another one now.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The row.
    pub row: SafeText,
    /// The column; empty where there is one.
    pub column: SafeText,
    /// What stood there; none where the row or the column is new.
    pub old: Option<Cell>,
    /// What stands there now; none where it is gone.
    pub new: Option<Cell>,
}

/// Lists what differs between two readings of one chart, in the order of the new one, and then what is gone.
pub fn changes(old: &Body, new: &Body) -> Vec<Changed> {
    let (before, after) = (Flat::of(old), Flat::of(new));
    let mut changed = Vec::new();
    for (row, column, cell) in &after.cells {
        let known = before.find(row, column);
        if known != Some(cell) {
            changed.push(Changed {
                row: row.clone(),
                column: column.clone(),
                old: known.cloned(),
                new: Some(cell.clone()),
            });
        }
    }
    for (row, column, cell) in &before.cells {
        if after.find(row, column).is_none() {
            changed.push(Changed {
                row: row.clone(),
                column: column.clone(),
                old: Some(cell.clone()),
                new: None,
            });
        }
    }
    changed
}

/// The values of a chart with the names of their places.
struct Flat {
    cells: Vec<(SafeText, SafeText, Cell)>,
}

impl Flat {
    fn of(body: &Body) -> Self {
        let columns = body.columns();
        let mut cells = Vec::new();
        for row in body.rows() {
            for (at, cell) in row.cells.iter().enumerate() {
                let column = columns
                    .get(at)
                    .map_or_else(SafeText::default, |c| (*c).clone());
                cells.push((row.label.clone(), column, cell.clone()));
            }
        }
        Self { cells }
    }

    fn find(&self, row: &SafeText, column: &SafeText) -> Option<&Cell> {
        let mut fit = self
            .cells
            .iter()
            .filter(|(r, c, _)| r == row && c == column);
        fit.next().map(|(_, _, cell)| cell)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::{
        domain::chart::ChartId,
        store::{ModelDisk, files},
    };

    #[test]
    fn a_file_is_read_again_and_what_changed_is_listed() {
        let disk = ModelDisk::new(1);
        let session = Path::new("/s/plan.ron");
        disk.make_dir(Path::new("/s")).unwrap();
        let put = |text: &str| {
            files::write_atomic(
                &disk,
                Path::new("/s/x.csv"),
                text.as_bytes(),
                files::Backup::None,
            )
            .unwrap();
        };
        put("Åk;Andel\n5;80\n8;70\n9;..\n");
        let recipe = Recipe {
            file: "x.csv".into(),
            axis: Some("Åk".into()),
            value: Value::only("Andel"),
            ..Recipe::default()
        };
        let mut chart = Chart {
            recipe: Some(Box::new(recipe)),
            ..Chart::new(ChartId(2), "Trygg", Body::Bars(Vec::new()))
        };
        let texts = Texts::new(Lang::Sv);
        let again = |chart: &Chart| {
            read_again(
                disk.clone(),
                session,
                chart,
                Occasion {
                    today: "2026-11-17",
                    limit: 5,
                    texts: &texts,
                },
                &mut |_| ControlFlow::Continue(()),
            )
            .unwrap()
            .unwrap()
        };
        chart = again(&chart);
        assert_eq!(chart.body.rows().len(), 3);
        assert_eq!(chart.title.as_str(), "Trygg");
        assert_eq!(chart.recipe.as_ref().unwrap().read.as_str(), "2026-11-17");
        let Body::Bars(rows) = &mut chart.body else {
            panic!("bars")
        };
        rows[1].remark = "ny fråga".into();
        assert_eq!(changes(&chart.body, &again(&chart).body), []);
        put("Åk;Andel\n5;81\n8;70\n10;66\n");
        let renewed = again(&chart);
        assert_eq!(renewed.body.rows()[1].remark.as_str(), "ny fråga");
        let told: Vec<String> = changes(&chart.body, &renewed.body)
            .iter()
            .map(|changed| format!("{} {:?} {:?}", changed.row, changed.old, changed.new))
            .collect();
        assert_eq!(
            told,
            [
                "5 Some(Value(80.0)) Some(Value(81.0))",
                "10 None Some(Value(66.0))",
                "9 Some(Missing(SafeText(\"..\"))) None",
            ]
        );
    }

    #[test]
    fn what_the_file_says_of_itself_follows_and_what_a_person_wrote_stays() {
        let told = |chart: &Chart, cited: &str, caveat: &str| {
            let recipe = chart.recipe.as_deref().unwrap();
            Chart {
                source: cited_anew(chart, recipe, &cited.into()),
                caveat: caveat_anew(chart, recipe, &caveat.into()),
                ..chart.clone()
            }
        };
        let recipe = Recipe {
            cited: "Byrån, 2024".into(),
            caveat: "Ett värde saknas.".into(),
            ..Recipe::default()
        };
        let chart = |source: &str, caveat: &str| Chart {
            source: Source::Text(source.into()),
            caveat: caveat.into(),
            recipe: Some(Box::new(recipe.clone())),
            ..Chart::new(ChartId(1), "Trygg", Body::Bars(Vec::new()))
        };
        for (source, caveat, now) in [
            (
                "Byrån, 2024",
                "Ett värde saknas.",
                ("Byrån, 2025", "Två saknas."),
            ),
            (
                "Byrån, 2024",
                "Vår skola. Ett värde saknas.",
                ("Byrån, 2025", "Vår skola. Två saknas."),
            ),
            ("Våra ord", "Helt egna ord.", ("Våra ord", "Helt egna ord.")),
        ] {
            let old = chart(source, caveat);
            let new = told(&old, "Byrån, 2025", "Två saknas.");
            assert_eq!(new.source, Source::Text(now.0.into()));
            assert_eq!(new.caveat, now.1);
            let changed = usize::from(source != now.0) + usize::from(caveat != now.1);
            assert_eq!(retold(&old, &new).len(), changed);
        }
        let mut older = chart("Byrån, 2024", "Ord");
        older.recipe = Some(Box::default());
        assert_eq!(
            told(&older, "Byrån, 2025", "Två saknas."),
            older,
            "nobody knows whose words they are"
        );
    }

    #[test]
    fn a_file_is_named_from_the_session() {
        let session = Path::new("/s/plan.ron");
        assert_eq!(
            name_of(session, Path::new("/s/a/x.csv")).as_str(),
            "a/x.csv"
        );
        assert_eq!(name_of(session, Path::new("/t/x.csv")).as_str(), "/t/x.csv");
    }
}
