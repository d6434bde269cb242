//! Showing a chart beyond its plain drawing: the other side of a share, guesses before the values, what lies behind a number.
//!
//! A chart marked for guessing comes covered in the data stage, until the group has guessed or Enter shows it. Elsewhere it is covered
//! when somebody asks for it. What the group guesses is kept no longer than until the values are shown, and then only as a spread.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    app::{
        behind,
        effect::Effect,
        lead::{Cx, Lead, Overlay, Prompt, Question, Writing, typing::edit_key},
        msg::Key,
    },
    chart,
    domain::{
        Facing, Tag,
        chart::{Chart, ChartId},
        guess::{Guesses, MOST, Spread},
        shared,
    },
    format::guesses::{self, NotGuesses},
    input::{Action, line_editor::LineEditor},
    t,
    text::{SafeText, Texts},
};

/// Which faces the charts of this window show. No file and no journal knows of it.
#[derive(Clone, Debug, Default)]
pub struct Faces {
    /// Seen from the other side.
    turned: BTreeSet<ChartId>,
    /// Guessed about, or shown without.
    shown: BTreeSet<ChartId>,
    /// Covered since somebody asked to guess.
    covered: Option<ChartId>,
    /// What is being called out.
    guesses: Guesses,
    /// How the guesses lay about those that were shown.
    told: BTreeMap<ChartId, Spread>,
    /// Words about a chart that everybody may see.
    pub(in crate::app) said: Option<String>,
}

impl Faces {
    /// Tells whether a chart is seen from its other side.
    pub(in crate::app) fn is_turned(&self, chart: ChartId) -> bool {
        self.turned.contains(&chart)
    }

    /// Takes up the faces that the charts had when the window was closed.
    pub(in crate::app) fn remember(&mut self, told: Vec<(ChartId, Facing)>) {
        for (chart, facing) in told {
            match facing {
                Facing::Plain => drop(self.shown.insert(chart)),
                Facing::Turned => {
                    self.shown.insert(chart);
                    self.turned.insert(chart);
                }
                Facing::Covered => {}
            }
        }
    }
}

impl Lead {
    /// Returns a chart as it is to be seen now: without its values where the group guesses first, or from its other side.
    ///
    /// Everything that draws, says or copies a chart asks here, so that no place forgets to.
    pub fn shown<'a>(&self, chart: &'a Chart, texts: &Texts) -> Cow<'a, Chart> {
        if self.is_covered(chart) {
            return Cow::Owned(chart.clone().covered());
        }
        if self.faces.turned.contains(&chart.id)
            && let Ok(turned) = chart::turned(chart, texts)
        {
            return Cow::Owned(turned);
        }
        Cow::Borrowed(chart)
    }

    /// Tells whether the values of a chart are not to be seen yet.
    pub fn is_covered(&self, chart: &Chart) -> bool {
        if chart.asked().is_err() {
            return false;
        }
        self.faces.covered == Some(chart.id)
            || (!self.faces.shown.contains(&chart.id) && shared::guesses_first(&self.session))
    }

    /// Returns how the guesses about a chart lay, once it is shown.
    pub fn guessed(&self, chart: &Chart) -> Option<&Spread> {
        let told = self.faces.told.get(&chart.id)?;
        (!self.is_covered(chart)).then_some(told)
    }

    /// Returns how the guesses that are being called out lie so far.
    pub fn guesses_so_far(&self) -> Option<Spread> {
        self.faces.guesses.spread()
    }

    /// Returns the words about a chart that may stand on a shared screen too, as long as they stay.
    pub fn said_to_all(&self) -> Option<&str> {
        let echo = self.echo.as_ref()?;
        self.faces.said.as_deref().filter(|said| *said == echo.text)
    }

    /// Tells whether one thing alone fills the window, with nothing private on it.
    pub fn is_alone(&self) -> bool {
        let over = match &self.overlay {
            Some(Overlay::Behind { under, .. }) => under.as_deref(),
            over => over.as_ref(),
        };
        let alone = matches!(over, Some(Overlay::Full | Overlay::Table));
        alone && (self.prompt.is_none() || self.guesses_now().is_some())
    }

    /// Returns the chart that is being guessed about.
    pub fn guesses_now(&self) -> Option<ChartId> {
        match &self.prompt {
            Some(Prompt {
                question: Question::Guess(id),
                ..
            }) => Some(*id),
            _ => None,
        }
    }

    pub(in crate::app) fn chart_in_view(&self) -> Option<&Chart> {
        let id = self.chart_now()?;
        let charts = &self.session.plan().charts;
        charts.iter().find(|chart| chart.id == id)
    }

    /// Says something about a chart, on a shared screen as well.
    fn say_to_all(&mut self, words: String, cx: &Cx<'_>) {
        self.faces.said = Some(words.clone());
        self.say(words, cx);
    }

    /// Shows the other side of the share, or says why there is none.
    pub(in crate::app) fn flip(&mut self, cx: &Cx<'_>) {
        let Some(chart) = self.chart_in_view() else {
            return;
        };
        let (id, covered) = (chart.id, self.is_covered(chart));
        let words = chart.showing.flip.trim().to_owned();
        match chart::turned(chart, cx.texts) {
            Err(why) => self.say_to_all(why.say(cx.texts), cx),
            Ok(_) if covered => self.say_to_all(t!(cx.texts, "chart-covered"), cx),
            Ok(_) if self.faces.turned.remove(&id) => {
                self.say_to_all(t!(cx.texts, "echo-turned-back"), cx);
            }
            Ok(_) => {
                self.faces.turned.insert(id);
                self.say_to_all(t!(cx.texts, "echo-turned", words = words), cx);
            }
        }
    }

    /// Covers the chart and asks for guesses, or says why nothing is guessed.
    pub(in crate::app) fn ask_guesses(&mut self, cx: &Cx<'_>) {
        let Some(chart) = self.chart_in_view() else {
            return;
        };
        let id = chart.id;
        if let Err(why) = chart.asked() {
            return self.say_to_all(why.say(cx.texts), cx);
        }
        self.faces.turned.remove(&id);
        self.faces.covered = Some(id);
        self.faces.guesses = Guesses::default();
        self.chart_table = false;
        self.ask(Question::Guess(id));
    }

    /// Takes a key while guesses are called out: every key is the question's own.
    pub(in crate::app) fn guess_key(
        &mut self,
        (mut prompt, id): (Prompt, ChartId),
        (key, action): (Key, Option<Action>),
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        match action {
            Some(Action::Cancel) => {
                self.forget_guesses();
                return self.say_to_all(t!(cx.texts, "echo-guesses-left"), cx);
            }
            Some(Action::Confirm) if prompt.line.text().trim().is_empty() => {
                return self.reveal(id, cx, out);
            }
            Some(Action::Confirm) => match self.take_guesses(prompt.line.text(), cx) {
                // The line forgets what stood on it, its undo too.
                Ok(()) => prompt.line = LineEditor::default(),
                Err(trouble) => prompt.trouble = Some(trouble),
            },
            _ => {
                prompt.trouble = None;
                edit_key(&mut prompt.line, key.chord);
            }
        }
        self.prompt = Some(prompt);
    }

    fn take_guesses(&mut self, typed: &str, cx: &Cx<'_>) -> Result<(), String> {
        let share = self.chart_in_view().is_some_and(Chart::is_share);
        let guesses = guesses::read(typed, share).map_err(|why| match why {
            NotGuesses::NoNumber => t!(cx.texts, "prompt-guesses-wrong"),
            NotGuesses::NoShare if share => t!(cx.texts, "prompt-guesses-share"),
            NotGuesses::NoShare => t!(cx.texts, "prompt-guesses-large"),
        })?;
        if self.faces.guesses.add(&guesses) {
            Ok(())
        } else {
            Err(t!(cx.texts, "prompt-guesses-many", most = MOST))
        }
    }

    pub(in crate::app) fn forget_guesses(&mut self) {
        self.faces.covered = None;
        self.faces.guesses = Guesses::default();
    }

    /// Shows the values; where the group guessed, how the guesses lay beside them, and a surprise to save or drop on the note line.
    pub(in crate::app) fn reveal(&mut self, id: ChartId, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let spread = self.faces.guesses.spread();
        self.forget_guesses();
        self.faces.shown.insert(id);
        self.faces.told.remove(&id);
        let Some(spread) = spread else {
            return;
        };
        self.faces.told.insert(id, spread);
        let charts = &self.session.plan().charts;
        let words = charts
            .iter()
            .find(|chart| chart.id == id)
            .and_then(|chart| chart::surprise(chart, &spread, cx.texts));
        if let Some(words) = words {
            self.offer_surprise(id, &words, cx, out);
        }
    }

    /// Puts a surprise on the note line for the person to save or drop. Words that stand there already are not touched, and over the
    /// whole window the line stays closed: nothing private opens on a shared screen.
    fn offer_surprise(&mut self, id: ChartId, words: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let words = words.replace('\u{a0}', " ");
        if !self.writing.line.is_empty() || self.writing.editing.is_some() {
            return self.say(t!(cx.texts, "echo-surprise-line", words = words), cx);
        }
        let line = SafeText::line(&format!("{id} {words}")).into_string();
        self.writing = Writing {
            line: LineEditor::with(&line),
            open: !self.is_alone(),
            tag: Some(Tag::Surprise),
            offer: Some(line),
            ..Writing::default()
        };
        if self.writing.open {
            self.say(t!(cx.texts, "echo-surprise"), cx);
        } else {
            out.push(Effect::KeepLine(self.half_typed()));
        }
    }

    /// Shows what lies behind the chart in view, or behind the one that is chosen among all.
    pub(in crate::app) fn look_behind(&mut self, under: Option<Overlay>) {
        let chart = match under {
            Some(Overlay::Charts { selected }) => self.chart_at(selected),
            _ => self.chart_in_view().map(|chart| chart.id),
        };
        self.overlay = match chart {
            Some(chart) => Some(Overlay::Behind {
                chart,
                top: 0,
                under: under.map(Box::new),
            }),
            None => under,
        };
    }

    pub(in crate::app) fn behind_key(
        &mut self,
        (chart, top, under): (ChartId, usize, Option<Box<Overlay>>),
        action: Option<Action>,
        cx: &Cx<'_>,
    ) {
        // Header, title, message and keys keep their rows.
        let page = usize::from(cx.rows.saturating_sub(5)).max(1);
        let charts = &self.session.plan().charts;
        let found = charts.iter().find(|known| known.id == chart);
        let rows = found.map_or(0, |chart| {
            let shown = self.shown(chart, cx.texts);
            let look = chart::Look::default().hiding_under(cx.small_number_limit);
            behind::rows(&shown, look, *cx.texts, cx.columns.saturating_sub(2)).len()
        });
        let last = rows.saturating_sub(page);
        let top = top.min(last);
        let top = match action {
            Some(Action::Down) => top + 1,
            Some(Action::Up) => top.saturating_sub(1),
            Some(Action::PageDown | Action::Start) => top + page,
            Some(Action::PageUp) => top.saturating_sub(page),
            Some(Action::Top) => 0,
            Some(Action::Bottom) => last,
            Some(Action::Cancel | Action::Behind | Action::Leave | Action::Confirm) => {
                self.overlay = under.map(|under| *under);
                return;
            }
            _ => top,
        };
        self.overlay = Some(Overlay::Behind {
            chart,
            top: top.min(last),
            under,
        });
    }
}
