//! The table of actions.

use crossterm::event::KeyCode;

use super::Chord;
use crate::text::Texts;

/// What keys mean depends on what is in front of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// The first screen.
    Home,
    /// The leading window, with nothing over it and no line open.
    Lead,
    /// The same, with a list of notes in focus.
    NoteList,
    /// The note line is open.
    Writing,
    /// A question with a line to answer on.
    Prompt,
    /// Words to read, laid over the window: every key and what it does, what lies behind a number.
    Help,
    /// Everything one can do, by name.
    Palette,
    /// All charts at once.
    Overview,
    /// The lines from the chat, to be read.
    Inbox,
    /// The notes are tidied.
    Tidy,
    /// One thing over the whole window.
    Full,
    /// The page between leading and sharing.
    Cover,
    /// What the group sees.
    Group,
    /// The own scroll view.
    Reader,
    /// The data screen, where rows are turned.
    Data,
    /// The box for pasted cells and typed lines.
    DataLines,
    /// A list of the data screen that is looked through by typing.
    DataFind,
    /// A line of the words that go with a chart.
    DataWords,
    /// The list of preparing.
    Prepare,
    /// A line of it is open.
    PrepareLine,
    /// A dialogue that has been, through time.
    Replay,
    /// Words are looked for in every session.
    Search,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 22] = [
        Self::Home,
        Self::Lead,
        Self::NoteList,
        Self::Writing,
        Self::Prompt,
        Self::Help,
        Self::Palette,
        Self::Overview,
        Self::Inbox,
        Self::Tidy,
        Self::Full,
        Self::Cover,
        Self::Group,
        Self::Reader,
        Self::Data,
        Self::DataLines,
        Self::DataFind,
        Self::DataWords,
        Self::Prepare,
        Self::PrepareLine,
        Self::Replay,
        Self::Search,
    ];

    /// Tells whether characters are text here, so that none of them can be a key of ours.
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::Writing
                | Self::Prompt
                | Self::Palette
                | Self::Data
                | Self::DataLines
                | Self::DataFind
                | Self::DataWords
                | Self::PrepareLine
                | Self::Search
        )
    }

    /// Returns the name for people.
    pub fn label(self, texts: &Texts) -> String {
        let id = match self {
            Self::Home => "mode-home",
            Self::Lead => "mode-lead",
            Self::NoteList => "mode-note-list",
            Self::Writing => "mode-writing",
            Self::Prompt => "mode-prompt",
            Self::Help => "mode-help",
            Self::Palette => "mode-palette",
            Self::Overview => "mode-overview",
            Self::Inbox => "mode-inbox",
            Self::Tidy => "mode-tidy",
            Self::Full => "mode-full",
            Self::Cover => "mode-cover",
            Self::Group => "mode-group",
            Self::Reader => "mode-reader",
            Self::Data => "mode-data",
            Self::DataLines => "mode-data-lines",
            Self::DataFind => "mode-data-find",
            Self::DataWords => "mode-data-words",
            Self::Prepare => "mode-prepare",
            Self::PrepareLine => "mode-prepare-line",
            Self::Replay => "mode-replay",
            Self::Search => "mode-search",
        };
        texts.get(id, &[])
    }
}

/// What an action is about; the order is that of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Agenda and clock.
    Clock,
    /// Before the dialogue.
    Prepare,
    /// Writing down, finding, reading.
    Notes,
    /// Charts.
    Charts,
    /// What the group sees.
    Shared,
    /// Moving around.
    Move,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of help.
    pub const ALL: [Self; 7] = [
        Self::Clock,
        Self::Prepare,
        Self::Notes,
        Self::Charts,
        Self::Shared,
        Self::Move,
        Self::Program,
    ];

    /// Returns the heading for people.
    pub fn label(self, texts: &Texts) -> String {
        let id = match self {
            Self::Clock => "group-clock",
            Self::Prepare => "group-prepare",
            Self::Notes => "group-notes",
            Self::Charts => "group-charts",
            Self::Shared => "group-shared",
            Self::Move => "group-move",
            Self::Program => "group-program",
        };
        texts.get(id, &[])
    }
}

/// What kind of thing an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// It changes the session, at once or after one more question: it is decided on what is saved.
    Act,
    /// It changes only what is seen, or opens a line.
    Look,
    /// It moves something by one and may be held down.
    Step,
    /// It says yes or no to what stands on the screen.
    Answer,
}

/// Keys in modes: all of these keys, in all of these modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub modes: &'static [Mode],
    /// Which; the first is the one shown.
    pub chords: &'static [Chord],
}

/// One action with everything that is said about it in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub action: Action,
    /// The name in the config, `NextStage`.
    pub name: &'static str,
    /// The name in lists and strings, `next_stage`.
    pub snake: &'static str,
    /// What it is about.
    pub group: Group,
    /// What kind of thing it is.
    pub sort: Sort,
    /// The keys it has from the start; none where the palette is enough.
    pub keys: &'static [Binding],
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $action:ident $snake:ident $group:ident $sort:ident { $($modes:ident: $($chord:expr),+;)* })+) => {
        /// What a key can be bound to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[doc = $doc])+ $action,)+
        }

        impl Action {
            /// Every action, in the order of help.
            pub const ALL: &[Self] = &[$(Self::$action),+];
        }

        /// Every action with its name, group, kind and keys, in the order of help.
        pub const ACTIONS: &[Row] = &[$(Row {
            action: Action::$action,
            name: stringify!($action),
            snake: stringify!($snake),
            group: Group::$group,
            sort: Sort::$sort,
            keys: &[$(Binding { modes: $modes, chords: &[$($chord),+] }),*],
        }),+];
    };
}

const WINDOW: &[Mode] = &[Mode::Lead, Mode::NoteList];
const LEAD: &[Mode] = &[Mode::Lead];
const NOTE_LIST: &[Mode] = &[Mode::NoteList];
const WRITING: &[Mode] = &[Mode::Writing];
const PROMPT: &[Mode] = &[Mode::Prompt];
const INBOX: &[Mode] = &[Mode::Inbox];
const TIDY: &[Mode] = &[Mode::Tidy];
const READ_ONE_BY_ONE: &[Mode] = &[Mode::Inbox, Mode::Tidy];
const READER: &[Mode] = &[Mode::Reader];
const HOME: &[Mode] = &[Mode::Home];
const FULL: &[Mode] = &[Mode::Full];
const WINDOW_OR_FULL: &[Mode] = &[Mode::Lead, Mode::NoteList, Mode::Full];
const PREPARE: &[Mode] = &[Mode::Prepare];
const REPLAY: &[Mode] = &[Mode::Replay];
const COVER: &[Mode] = &[Mode::Cover, Mode::Group];
const GROUP: &[Mode] = &[Mode::Group];
const WINDOW_OR_CHARTS: &[Mode] = &[Mode::Lead, Mode::NoteList, Mode::Overview];
const WINDOW_OR_HELP: &[Mode] = &[Mode::Lead, Mode::NoteList, Mode::Help, Mode::Prepare];
const CHARTS: &[Mode] = &[Mode::Lead, Mode::Overview, Mode::Full];
/// Wherever a chart is seen, and what lies over it.
const ANY_CHART: &[Mode] = &[
    Mode::Lead,
    Mode::NoteList,
    Mode::Help,
    Mode::Overview,
    Mode::Full,
];
/// Up and down in these; in the note line ↑ is the note before.
const ROWS: &[Mode] = &[
    Mode::Home,
    Mode::Lead,
    Mode::NoteList,
    Mode::Help,
    Mode::Palette,
    Mode::Overview,
    Mode::Inbox,
    Mode::Tidy,
    Mode::Reader,
    Mode::Data,
    Mode::DataLines,
    Mode::DataFind,
    Mode::DataWords,
    Mode::Prepare,
    Mode::Search,
];
/// These can be longer than the window. In the line of the palette Home and End move in the line.
const LONG: &[Mode] = &[
    Mode::Home,
    Mode::Lead,
    Mode::NoteList,
    Mode::Help,
    Mode::Overview,
    Mode::Inbox,
    Mode::Tidy,
    Mode::Reader,
    Mode::Prepare,
];
/// Text that is read a page at a time, as in `less`.
const PAGES: &[Mode] = &[Mode::Help, Mode::Reader];
/// Lists of the data screen.
const DATA: &[Mode] = &[Mode::Data, Mode::DataFind];
/// Lists beside a line: they are paged, Home and End belong to the line.
const LISTED: &[Mode] = &[Mode::Data, Mode::DataFind, Mode::Search];
const DATA_ROWS: &[Mode] = &[Mode::Data];
const DATA_WORDS: &[Mode] = &[Mode::DataWords];
const DATA_ALL: &[Mode] = &[Mode::Data, Mode::DataLines, Mode::DataFind, Mode::DataWords];
const LEAVABLE: &[Mode] = &[
    Mode::Home,
    Mode::Lead,
    Mode::NoteList,
    Mode::Help,
    Mode::Overview,
    Mode::Inbox,
    Mode::Tidy,
    Mode::Reader,
    Mode::Prepare,
    Mode::Replay,
];
const EVERYWHERE: &[Mode] = &Mode::ALL;

const fn c(typed: char) -> Chord {
    Chord::char(typed)
}

const fn k(code: KeyCode) -> Chord {
    Chord::key(code)
}

// Of the letters that the method left free only `j` had no meaning: it says yes to what was parked. `B`, behind the number in both languages, `F`, `I` for the inbox, `M` and `R` are with Shift, as `N` is; a note's `m` and the minutes share their letter in both
// languages, and to read the minutes by mistake costs nothing.
actions! {
    /// Starts the dialogue, or the next stage when nothing runs; goes on after a pause. It never stops anything.
    Start start Clock Act { WINDOW_OR_FULL: Chord::SPACE; PREPARE: Chord::SPACE; }
    /// Pauses; the end stays.
    Pause pause Clock Act { WINDOW_OR_FULL: c('p'); GROUP: c('p'); }
    /// Goes to the next stage.
    NextStage next_stage Clock Act { WINDOW_OR_FULL: c('n'); GROUP: c('n'); }
    /// Goes back one stage.
    PreviousStage previous_stage Clock Act { WINDOW: c('N'); }
    /// Gives the running stage a minute.
    MinuteMore minute_more Clock Act { WINDOW: c('+'); }
    /// Takes a minute from the running stage.
    MinuteLess minute_less Clock Act { WINDOW: c('-'); }
    /// Alone, in pairs, all together.
    Form form Clock Act { WINDOW: c('t'); }
    /// Says that the running stage began earlier.
    Backdate backdate Clock Act { WINDOW: c('b'); }
    /// Moves the end of the slot.
    MoveEnd move_end Clock Act { WINDOW: c('e'); }
    /// Leaves out a stage.
    Skip skip Clock Act { WINDOW: c('o'); }
    /// Ends the dialogue now.
    CloseSession close_session Clock Act {}

    /// Prepares: theme, people, charts, booking, and the agenda itself.
    Prepare prepare Prepare Look { WINDOW: c('P'); HOME: c('P'); }
    /// Moves a row up in its list.
    MoveUp move_up Prepare Act { PREPARE: c('<'); }
    /// Moves a row down in its list.
    MoveDown move_down Prepare Act { PREPARE: c('>'); }
    /// Removes a row.
    Remove remove Prepare Act { PREPARE: k(KeyCode::Delete); }

    /// Opens the note line.
    Write write Notes Look { LEAD: c('i'); }
    /// Changes the words of a note: the chosen one, or while writing the one before.
    EditNote edit_note Notes Act { NOTE_LIST: c('i'); TIDY: c('i'); WRITING: k(KeyCode::Up); }
    /// While an earlier note is rewritten, goes on to the later one; after the last back to the line.
    EditLater edit_later Notes Step { WRITING: k(KeyCode::Down); }
    /// Goes to the next tag for the line.
    ChangeTag change_tag Notes Step { WRITING: k(KeyCode::Tab); }
    /// Goes to the tag before.
    ChangeTagBack change_tag_back Notes Step { WRITING: k(KeyCode::BackTab); }
    /// Parks a question for the closing.
    Park park Notes Act { WINDOW: c('a'); }
    /// Says that what was parked has been taken up, or not after all.
    Settle settle Notes Act { NOTE_LIST: c('j'); }
    /// Reads the lines from the chat that wait.
    Inbox inbox Notes Look { WINDOW: c('I'); }
    /// Puts pasted lines in the inbox.
    ToInbox to_inbox Notes Answer { PROMPT: k(KeyCode::Tab); }
    /// Leaves a line of the inbox: it was read, and becomes no note.
    SetAside set_aside Notes Answer { READ_ONE_BY_ONE: c('x'); TIDY: k(KeyCode::Right); }
    /// Looks through the notes after the end: what was missed, what stands twice, short forms, steps without who or when.
    Tidy tidy Notes Look { WINDOW: c('T'); }
    /// Makes one note of two that say the same.
    Join join Notes Answer { TIDY: c('j'); }
    /// Moves a note to another stage.
    MoveNote move_note Notes Act { NOTE_LIST: c('m'); }
    /// Takes a note back.
    Withdraw withdraw Notes Act { NOTE_LIST: k(KeyCode::Delete); }
    /// Removes a note for good; its id must be typed.
    RemoveForGood remove_for_good Notes Act { INBOX: k(KeyCode::Delete); }
    /// Finds words among the notes, in what is read, or at home in every session.
    Find find Notes Look { WINDOW: c('/'); READER: c('/'); HOME: c('/'); }
    /// Goes to the next place with the words.
    FindNext find_next Notes Step { READER: c('n'); }
    /// Reads the minutes.
    Minutes minutes Notes Look { WINDOW: c('M'); }
    /// Three lines for oneself after the end.
    PrivateLines private_lines Notes Look { WINDOW: c('E'); }
    /// Marks that a perspective was heard in this stage.
    Heard heard Notes Act { WINDOW: c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9'), c('0'); }
    /// Begins a round; in a round who has the turn passes.
    Pass pass Notes Look { WINDOW: c('x'); }
    /// From here on nothing is written down, in any window; or it is again.
    PauseWriting pause_writing Notes Look { WINDOW: c('w'), k(KeyCode::F(9)); WRITING: k(KeyCode::F(9)); }
    /// Says a sentence that turns the talk back to wellbeing.
    Focus focus Notes Look { WINDOW: c('f'); }
    /// Says a follow-up question of the stage.
    FollowUp follow_up Notes Look { WINDOW: c('F'); }
    /// Copies what is in focus; after the end the minutes.
    Copy copy Notes Look { WINDOW: c('c'); }

    /// Goes to the next chart.
    NextChart next_chart Charts Act { CHARTS: k(KeyCode::Right); FULL: k(KeyCode::PageDown), k(KeyCode::Down); GROUP: k(KeyCode::Right), k(KeyCode::PageDown), k(KeyCode::Down); }
    /// Goes to the chart before.
    PreviousChart previous_chart Charts Act { CHARTS: k(KeyCode::Left); FULL: k(KeyCode::PageUp), k(KeyCode::Up); GROUP: k(KeyCode::Left), k(KeyCode::PageUp), k(KeyCode::Up); }
    /// Shows all charts at once.
    Charts charts Charts Look { WINDOW_OR_CHARTS: c('d'); }
    /// Shows one thing over the whole window, and nothing private.
    Full full Charts Look { WINDOW_OR_FULL: c('z'); }
    /// Makes a chart of a file, of pasted cells or of typed lines.
    AddChart add_chart Charts Look { WINDOW: c('D'); HOME: c('D'); }
    /// Chooses the next one of a row.
    ChoiceNext choice_next Charts Step { DATA_ROWS: k(KeyCode::Right); PREPARE: k(KeyCode::Right); }
    /// Chooses the one before of a row.
    ChoiceBefore choice_before Charts Step { DATA_ROWS: k(KeyCode::Left); PREPARE: k(KeyCode::Left); }
    /// Opens the list of a row, and marks several in it.
    MarkChoice mark_choice Charts Step { DATA: k(KeyCode::Tab); }
    /// Shows the chart as a table.
    ChartTable chart_table Charts Look { WINDOW_OR_FULL: c('l'); }

    /// Shows the other side of a share, or says why there is none.
    Flip flip Charts Look { WINDOW_OR_FULL: c('v'); }
    /// Lets the group guess before the values are shown.
    Guess guess Charts Look { WINDOW_OR_FULL: c('g'); }
    /// Shows what lies behind the numbers of a chart.
    Behind behind Charts Look { ANY_CHART: c('B'); }

    /// Shows the chosen note to the group as it stands, or no more.
    Release release Shared Act { WINDOW: c('r'); }
    /// Puts an empty, calm page before the group, or brings back what was there.
    Hide hide Shared Look { WINDOW_OR_FULL: c('h'); GROUP: c('h'); }
    /// Turns this window into what the group sees, by a cover page and back.
    GroupView group_view Shared Look { WINDOW: c('s'); COVER: c('s'); }

    /// Moves up.
    Up up Move Step { ROWS: k(KeyCode::Up); DATA_WORDS: k(KeyCode::BackTab); }
    /// Moves down.
    Down down Move Step { ROWS: k(KeyCode::Down); DATA_WORDS: k(KeyCode::Tab); }
    /// Moves up a page.
    PageUp page_up Move Step { LONG: k(KeyCode::PageUp); LISTED: k(KeyCode::PageUp); READER: c('b'); }
    /// Moves down a page.
    PageDown page_down Move Step { LONG: k(KeyCode::PageDown); LISTED: k(KeyCode::PageDown); PAGES: Chord::SPACE; }
    /// Moves to the first one.
    Top top Move Step { LONG: k(KeyCode::Home); REPLAY: k(KeyCode::Home); }
    /// Moves to the last one.
    Bottom bottom Move Step { LONG: k(KeyCode::End); REPLAY: k(KeyCode::End); }
    /// Goes to the next pane.
    NextPane next_pane Move Step { WINDOW: k(KeyCode::Tab); NOTE_LIST: k(KeyCode::Right); }
    /// Goes to the pane before.
    PreviousPane previous_pane Move Step { WINDOW: k(KeyCode::BackTab); NOTE_LIST: k(KeyCode::Left); }
    /// Lets the time of a dialogue that has been go, or stand.
    Play play Move Answer { REPLAY: Chord::SPACE; }
    /// Goes back a minute.
    MinuteBack minute_back Move Step { REPLAY: k(KeyCode::Left); }
    /// Goes on a minute.
    MinuteOn minute_on Move Step { REPLAY: k(KeyCode::Right); }
    /// Goes to the beginning of the stage, or of the one before.
    StageBack stage_back Move Step { REPLAY: k(KeyCode::PageUp); }
    /// Goes to the beginning of the next stage.
    StageOn stage_on Move Step { REPLAY: k(KeyCode::PageDown); }
    /// Lets the time go faster.
    Faster faster Move Step { REPLAY: c('+'); }
    /// Lets the time go slower.
    Slower slower Move Step { REPLAY: c('-'); }
    /// Does what stands on the screen: open, save, choose.
    Confirm confirm Move Answer { EVERYWHERE: Chord::ENTER; }
    /// Closes what is open; nothing typed is lost.
    Cancel cancel Move Answer { EVERYWHERE: Chord::ESC; }

    /// Takes back the last act.
    Undo undo Program Act { WINDOW: c('u'), Chord::ctrl('z'); WRITING: Chord::ctrl('z'); READ_ONE_BY_ONE: c('u'), Chord::ctrl('z'); PREPARE: c('u'), Chord::ctrl('z'); }
    /// Does again what was taken back.
    Redo redo Program Act {}
    /// Saves again what could not be saved.
    Retry retry Program Look { WINDOW: c('R'); PREPARE: c('R'); }
    /// A bar without digits.
    Calm calm Program Look { WINDOW: c('k'); }
    /// Dismisses the tip.
    Dismiss dismiss Program Look { WINDOW: c('.'); }
    /// Every key and what it does.
    Help help Program Look { WINDOW_OR_HELP: c('?'); DATA_ALL: k(KeyCode::F(1)); }
    /// Finds everything one can do by name.
    Palette palette Program Look { WINDOW: c(':'), k(KeyCode::F(1)); WRITING: k(KeyCode::F(1)); }
    /// Leads from this window, when another does.
    TakeLead take_lead Program Act {}
    /// Leaves; in the leading window it must be pressed twice, and the dialogue goes on.
    Leave leave Program Look { LEAVABLE: c('q'); }
    /// Leaves at once, from everywhere; what was half typed is kept.
    Quit quit Program Look { EVERYWHERE: Chord::ctrl('c'); }
}

impl Action {
    /// Returns the action's row of the table.
    pub fn row(self) -> &'static Row {
        // The table and the variants are made of the same lines.
        &ACTIONS[self as usize]
    }

    /// Returns the name in the config, `NextStage`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Finds an action by its name, `NextStage` or `next_stage`.
    pub fn named(name: &str) -> Option<Self> {
        ACTIONS
            .iter()
            .find(|row| row.name == name || row.snake == name)
            .map(|row| row.action)
    }

    /// Returns what it does, in one line for help and palette.
    pub fn doc(self, texts: &Texts) -> String {
        self.string("action", texts)
    }

    /// Returns a word or two for footers.
    pub fn label(self, texts: &Texts) -> String {
        self.string("key", texts)
    }

    fn string(self, kind: &str, texts: &Texts) -> String {
        let name = self.row().snake.replace('_', "-");
        texts.get(&format!("{kind}-{name}"), &[])
    }

    /// Tells whether the palette offers it: not for what only makes sense at its key.
    pub fn in_palette(self) -> bool {
        matches!(self.row().sort, Sort::Act | Sort::Look)
            && !matches!(self, Self::Palette | Self::Quit | Self::Heard)
    }

    /// Tells whether a key held down may do it again and again.
    pub fn may_repeat(self) -> bool {
        self.row().sort == Sort::Step
    }

    /// Tells whether it is decided on what is saved, so that it waits while something is on its way to the journal.
    pub fn changes_the_session(self) -> bool {
        self.row().sort == Sort::Act
            || matches!(
                self,
                Self::Confirm | Self::ToInbox | Self::SetAside | Self::Join
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_action_is_its_own_row() {
        assert_eq!(ACTIONS.len(), Action::ALL.len());
        for (action, row) in Action::ALL.iter().zip(ACTIONS) {
            assert_eq!(action.row(), row);
            assert_eq!(row.action, *action);
        }
    }

    #[test]
    fn both_names_say_the_same() {
        for row in ACTIONS {
            let camel: String = row
                .snake
                .split('_')
                .map(|word| {
                    let (first, rest) = word.split_at(1);
                    first.to_uppercase() + rest
                })
                .collect();
            assert_eq!(camel, row.name);
            assert_eq!(Action::named(row.name), Some(row.action));
            assert_eq!(Action::named(row.snake), Some(row.action));
        }
        assert_eq!(Action::named("nextstage"), None);
    }

    #[test]
    fn every_action_is_told_of_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for row in ACTIONS {
                for (said, longest) in
                    [(row.action.doc(&texts), 62), (row.action.label(&texts), 18)]
                {
                    assert!(
                        !said.starts_with("action-") && !said.starts_with("key-"),
                        "{lang}: {said} is missing"
                    );
                    assert!(
                        said.chars().count() <= longest,
                        "{lang}: {said} is too long for its place"
                    );
                }
            }
            for mode in Mode::ALL {
                assert!(!mode.label(&texts).starts_with("mode-"));
            }
            for group in Group::ALL {
                assert!(!group.label(&texts).starts_with("group-"));
            }
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_the_groups() {
        assert!(ACTIONS.is_sorted_by_key(|row| row.group));
    }

    #[test]
    fn every_action_can_be_reached() {
        for row in ACTIONS {
            assert!(
                row.action.in_palette() || !row.keys.is_empty(),
                "{}",
                row.name
            );
        }
    }
}
