//! The state of the program: which screen, which settings, what the outside was last heard to say.

use ratatui::text::Line;

use crate::{
    app::{
        data::Data, group_view::GroupView, lead::Lead, linear::Linear, prepare::Prepare,
        replay::Replay, search::Search,
    },
    chart::{Glyphs, SMALL_NUMBER_LIMIT},
    input::Keymap,
    text::{Moment, SafeText, Texts, clock::Zone},
};

/// What a person chose once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which characters draw bars, digits and rules.
    pub glyphs: Glyphs,
    /// Seconds in every countdown, not only in the last two minutes.
    pub seconds: bool,
    /// Colours may be used; without them words and patterns carry everything.
    pub color: bool,
    /// Fewer people than this are not told of beside per cent.
    pub small_number_limit: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            glyphs: Glyphs::Blocks,
            seconds: false,
            color: true,
            small_number_limit: SMALL_NUMBER_LIMIT,
        }
    }
}

/// What an item of the home screen is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A session: when it starts or started, whether it is running, closed.
    Session {
        /// The planned or real start.
        start: Option<Moment>,
        /// It runs now.
        running: bool,
        /// It has ended.
        closed: bool,
        /// Next steps that are open.
        open_steps: usize,
    },
    /// A template.
    Template,
    /// The demo that was left in the middle; it is in no list, so this is the way back to it.
    DemoGoesOn,
    /// The demo.
    Demo,
    /// A file that cannot be read, named and left alone.
    Broken(SafeText),
}

/// One line of the home screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeItem {
    /// The title, or the file's name where there is none.
    pub title: SafeText,
    /// The file's name.
    pub name: SafeText,
    /// What it is.
    pub kind: ItemKind,
    /// Which of what can be opened it stands for; a later list keeps what an earlier one gave.
    pub opens: usize,
}

/// The first screen: sessions of today and before, templates, the demo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// What can be opened, in the order shown.
    pub items: Vec<HomeItem>,
    /// The chosen one.
    pub selected: usize,
    /// Why the last choice did not open.
    pub trouble: Option<SafeText>,
    /// Whole bars have not been asked about yet: "Do you see whole bars?"
    pub ask_glyphs: bool,
    /// The folder the sessions lie in.
    pub folder: SafeText,
    /// The sessions are still being read: so many of so many.
    pub reading: Option<(usize, usize)>,
    /// Somebody has moved in it: a longer list leaves the choice where it is.
    pub moved: bool,
}

/// An own scroll view, where there is no pager.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reader {
    /// What is read.
    pub lines: Vec<Line<'static>>,
    /// The first line shown.
    pub top: usize,
    /// What is looked for.
    pub find: String,
    /// The line of typing what is looked for, where it is open.
    pub asking: bool,
    /// Nothing was found; said until the next key.
    pub missed: bool,
}

/// Which screen.
#[derive(Clone, Debug)]
pub enum Screen {
    /// What can be opened.
    Home(Home),
    /// The leading window.
    Lead(Box<Lead>),
    /// What the group sees.
    Group(Box<GroupView>),
    /// A dialogue that has been.
    Replay(Box<Replay>),
}

/// The state of the program.
#[derive(Clone, Debug)]
pub struct Model {
    /// Words in the chosen language.
    pub texts: Texts,
    /// Keys to actions.
    pub keymap: Keymap,
    /// What was chosen.
    pub settings: Settings,
    /// Which screen.
    pub screen: Screen,
    /// The screen on which a chart is made of data, over the leading window while it is open.
    pub data: Option<Box<Data>>,
    /// The screen on which a session is prepared, over the leading window while it is open.
    pub prepare: Option<Box<Prepare>>,
    /// The screen on which words are looked for, over the home screen while it is open.
    pub search: Option<Box<Search>>,
    /// An own scroll view over it.
    pub reader: Option<Reader>,
    /// The window's size: columns, rows.
    pub size: (u16, u16),
    /// The instant of the last message.
    pub now: Moment,
    /// The zone for times where no session gives one.
    pub zone: Zone,
    /// The screen shows something else than before.
    pub dirty: bool,
    /// Lines are typed and heard; without it there are keys and a screen.
    pub linear: Option<Linear>,
}

impl Model {
    /// Makes the program's state on a screen with nothing over it, with the keys and settings that nobody has changed.
    pub fn new(texts: Texts, screen: Screen, now: Moment) -> Self {
        Self {
            texts,
            keymap: Keymap::default(),
            settings: Settings::default(),
            screen,
            data: None,
            prepare: None,
            search: None,
            reader: None,
            size: (80, 24),
            now,
            zone: Zone::default(),
            dirty: true,
            linear: None,
        }
    }
}
