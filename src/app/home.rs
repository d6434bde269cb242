//! The first screen: choose with the arrows, open with Enter.

use crate::{
    app::{
        data::Data,
        effect::{Effect, Opening},
        model::{Home, HomeItem, ItemKind, Model, Screen},
        msg::Msg,
        prepare::Prepare,
    },
    chart::Glyphs,
    input::{Action, Mode},
    text::{Moment, clock, clock::Zone},
};

impl Home {
    /// Lists what can be opened, with that chosen which is most likely wanted: what runs, what was planned for today, the demo that was
    /// left, and for somebody who has nothing yet the demo.
    pub fn of(items: Vec<HomeItem>, now: Moment, zone: &Zone) -> Self {
        let find =
            |wanted: &dyn Fn(&ItemKind) -> bool| items.iter().position(|item| wanted(&item.kind));
        let today = |kind: &ItemKind| match kind {
            ItemKind::Session {
                start: Some(start),
                closed: false,
                ..
            } => clock::days_between(*start, now, zone) == 0,
            _ => false,
        };
        let selected = find(&|kind| matches!(kind, ItemKind::Session { running: true, .. }))
            .or_else(|| find(&today))
            .or_else(|| find(&|kind| *kind == ItemKind::DemoGoesOn))
            .or_else(|| find(&|kind| matches!(kind, ItemKind::Session { .. })))
            .or_else(|| find(&|kind| *kind == ItemKind::Demo))
            .unwrap_or(0);
        Self {
            items,
            selected,
            ..Self::default()
        }
    }

    /// Tells whether there is no session yet, whole or broken.
    pub fn is_new(&self) -> bool {
        let theirs =
            |item: &HomeItem| matches!(item.kind, ItemKind::Session { .. } | ItemKind::Broken(_));
        self.reading.is_none() && !self.items.iter().any(theirs)
    }

    /// Takes a list that knows more. What somebody has chosen, was asked or told meanwhile stays.
    pub(super) fn take(&mut self, mut newer: Self) {
        let chosen = self.items.get(self.selected);
        let same = |item: &HomeItem| {
            chosen.is_some_and(|chosen| {
                let kinds = [&chosen.kind, &item.kind].map(std::mem::discriminant);
                chosen.name == item.name && kinds[0] == kinds[1]
            })
        };
        if self.moved
            && let Some(place) = newer.items.iter().position(same)
        {
            newer.selected = place;
        }
        *self = Self {
            moved: self.moved,
            trouble: newer.trouble.take().or_else(|| self.trouble.take()),
            ask_glyphs: self.ask_glyphs,
            ..newer
        };
    }
}

/// Moves in the first screen.
pub(super) fn update(model: &mut Model, msg: &Msg) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else {
        return Vec::new();
    };
    match msg {
        Msg::Ending => vec![Effect::Quit],
        Msg::Key(key) => {
            let action = model.keymap.action(Mode::Home, key.chord);
            if home.ask_glyphs && !matches!(action, Some(Action::Quit | Action::Leave)) {
                return answer_glyphs(model, key.chord.typed());
            }
            match action {
                Some(Action::AddChart) => add_chart(model),
                Some(Action::Prepare) => prepare(model),
                Some(Action::Find) => {
                    model.search = Some(Box::default());
                    Vec::new()
                }
                Some(action) => act(home, action),
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// "Do you see whole bars?" Any answer but no is a yes; the choice is remembered.
fn answer_glyphs(model: &mut Model, typed: Option<char>) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else {
        return Vec::new();
    };
    home.ask_glyphs = false;
    if matches!(typed, Some('n' | 'N')) {
        model.settings.glyphs = Glyphs::Ascii;
    }
    vec![Effect::RememberGlyphs(model.settings.glyphs)]
}

/// Opens what is chosen with the screen that makes a chart over it.
fn add_chart(model: &mut Model) -> Vec<Effect> {
    let Screen::Home(home) = &mut model.screen else {
        return Vec::new();
    };
    let effects = open(home);
    if !effects.is_empty() {
        model.data = Some(Box::new(Data::over()));
    }
    effects
}

/// Opens what is chosen with the screen of preparing over it.
fn prepare(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Screen::Home(home) = &mut model.screen else {
        return Vec::new();
    };
    let effects = open(home);
    if !effects.is_empty() {
        model.prepare = Some(Box::new(Prepare::new(now)));
    }
    effects
}

fn act(home: &mut Home, action: Action) -> Vec<Effect> {
    let last = home.items.len().saturating_sub(1);
    home.moved = true;
    match action {
        Action::Up => home.selected = home.selected.saturating_sub(1),
        Action::Down => home.selected = (home.selected + 1).min(last),
        Action::PageUp => home.selected = home.selected.saturating_sub(10),
        Action::PageDown => home.selected = (home.selected + 10).min(last),
        Action::Top => home.selected = 0,
        Action::Bottom => home.selected = last,
        Action::Confirm => return open(home),
        Action::Leave | Action::Quit | Action::Cancel => return vec![Effect::Quit],
        _ => {}
    }
    Vec::new()
}

fn open(home: &mut Home) -> Vec<Effect> {
    home.trouble = None;
    let Some(item) = home.items.get(home.selected) else {
        return Vec::new();
    };
    match &item.kind {
        ItemKind::Session { .. } | ItemKind::Template | ItemKind::DemoGoesOn => {
            vec![Effect::Open(Opening::Item(item.opens))]
        }
        ItemKind::Demo => vec![Effect::Open(Opening::Demo)],
        ItemKind::Broken(why) => {
            home.trouble = Some(why.clone());
            Vec::new()
        }
    }
}
