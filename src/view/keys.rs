//! The last rows: the keys that mean something now, and nothing else.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    app::{
        Model,
        lead::{Overlay, Pane, Prompt},
    },
    chart::Glyphs,
    domain::{StageKind, Tag, chart::Face, reading::Phase},
    format::tidy::Look,
    input::{Action, Mode},
    t,
    text::{Texts, width::width},
    view::{ink, scene::Scene, style},
};

/// What a key does here, in its footer: the action, and its words where they are not the action's own.
pub(super) type Item = (Action, String);

/// Returns what an action's key is called here.
pub(super) fn cap(scene: &Scene<'_>, mode: Mode, action: Action) -> String {
    let cap = scene.keymap.label(mode, action, &scene.texts);
    named(cap, scene.settings.glyphs, scene.texts)
}

/// Where arrows cannot be drawn their keys are named: `>` or `v` would be taken for the keys with these characters.
fn named(cap: String, glyphs: Glyphs, texts: Texts) -> String {
    if glyphs != Glyphs::Ascii {
        return cap;
    }
    cap.replace('↑', &t!(texts, "view-arrow-up"))
        .replace('↓', &t!(texts, "view-arrow-down"))
        .replace('←', &t!(texts, "view-arrow-left"))
        .replace('→', &t!(texts, "view-arrow-right"))
}

/// The keys of the leading window, the most wanted first.
fn of_lead(scene: &Scene<'_>) -> Vec<Action> {
    use Action as A;
    match scene.lead.mode() {
        Mode::Writing if is_read_out(scene) => vec![A::Confirm, A::ChangeTag, A::Cancel],
        Mode::Writing if !scene.lead.leads() => desk(scene),
        Mode::Writing => vec![A::Confirm, A::Cancel, A::ChangeTag, A::EditNote, A::Undo],
        Mode::Prompt if scene.lead.may_fill_inbox() => vec![A::Confirm, A::ToInbox, A::Cancel],
        Mode::Prompt => vec![A::Confirm, A::Cancel],
        Mode::Inbox => vec![A::Confirm, A::SetAside, A::Undo, A::Down, A::Up, A::Cancel],
        Mode::Tidy => tidy(scene),
        Mode::Help => vec![A::Cancel, A::Down, A::Up, A::PageDown],
        Mode::Palette => vec![A::Confirm, A::Cancel, A::Down, A::Up],
        Mode::Overview => vec![A::Confirm, A::NextChart, A::PreviousChart, A::Cancel],
        Mode::Full => vec![A::Cancel, A::NextChart, A::PreviousChart],
        Mode::NoteList => note_list(scene),
        Mode::Lead
        | Mode::Home
        | Mode::Cover
        | Mode::Group
        | Mode::Reader
        | Mode::Data
        | Mode::DataLines
        | Mode::DataFind
        | Mode::DataWords
        | Mode::Prepare
        | Mode::PrepareLine
        | Mode::Replay
        | Mode::Search => window(scene),
    }
}

/// Tells whether notes that waited are read out in the line's place.
fn is_read_out(scene: &Scene<'_>) -> bool {
    let prompt = scene.lead.prompt.as_ref();
    prompt.is_some_and(Prompt::reads_out)
}

/// The keys of the note-taker's window: its line has nothing behind it to leave it for.
fn desk(scene: &Scene<'_>) -> Vec<Action> {
    use Action as A;
    let mut keys = vec![A::Confirm, A::ChangeTag, A::EditNote, A::Undo];
    if scene.lead.writing.editing.is_some() {
        keys.insert(1, A::Cancel);
        keys.insert(4, A::EditLater);
    }
    keys.extend([A::Quit, A::Help]);
    keys
}

/// The keys for what wants a second look: those that mean something for it.
fn tidy(scene: &Scene<'_>) -> Vec<Action> {
    use Action as A;
    match first_look(scene) {
        None => vec![A::Confirm, A::Undo, A::Cancel],
        Some(Look::Double(..)) => vec![
            A::Confirm,
            A::Join,
            A::SetAside,
            A::Up,
            A::Down,
            A::EditNote,
            A::Undo,
            A::Cancel,
        ],
        Some(Look::Short(_)) => vec![A::Confirm, A::SetAside, A::EditNote, A::Undo, A::Cancel],
        Some(_) => vec![A::Confirm, A::SetAside, A::Undo, A::Cancel],
    }
}

/// Returns what is looked at while the notes are tidied.
fn first_look(scene: &Scene<'_>) -> Option<Look> {
    match &scene.lead.overlay {
        Some(Overlay::Tidy(tidying)) => scene.lead.looks(tidying).first().copied(),
        _ => None,
    }
}

fn note_list(scene: &Scene<'_>) -> Vec<Action> {
    use Action as A;
    let mut keys = vec![A::EditNote];
    let chosen = scene.lead.list.selected;
    match chosen.and_then(|id| scene.session().note(id)) {
        Some(note) => {
            keys.extend([A::Release, A::MoveNote, A::Withdraw]);
            if note.body.tag == Tag::Parked {
                keys.push(A::Settle);
            }
        }
        None => keys.insert(0, A::Up),
    }
    keys.extend([
        A::Find,
        A::Undo,
        A::NextPane,
        A::Cancel,
        A::NextStage,
        A::Help,
    ]);
    keys
}

/// The keys that mean something for the chart in view alone: guessing, and its other side.
fn of_chart(scene: &Scene<'_>) -> Vec<Action> {
    let Some((_, chart)) = scene.chart() else {
        return Vec::new();
    };
    match chart.showing.face {
        Face::Covered => vec![Action::Guess, Action::Confirm],
        Face::Turned { .. } => vec![Action::Flip],
        Face::Plain if chart.why_no_turn().is_none() => vec![Action::Flip],
        Face::Plain => Vec::new(),
    }
}

/// What means something in every stage, the most wanted first.
const ALWAYS: [Action; 16] = [
    Action::MinuteMore,
    Action::MinuteLess,
    Action::Park,
    Action::Undo,
    Action::Charts,
    Action::NextPane,
    Action::Backdate,
    Action::PreviousStage,
    Action::Focus,
    Action::FollowUp,
    Action::Hide,
    Action::GroupView,
    Action::PauseWriting,
    Action::Calm,
    Action::Leave,
    Action::Help,
];

/// The keys once the dialogue is over: what was not read of the chat comes first.
fn after_the_end(waits: bool) -> Vec<Action> {
    use Action as A;
    let mut keys = vec![
        A::Confirm,
        A::Tidy,
        A::PrivateLines,
        A::Copy,
        A::Leave,
        A::Write,
        A::Undo,
        A::PreviousStage,
        A::Help,
    ];
    if waits {
        keys.insert(0, A::Inbox);
    }
    keys
}

fn window(scene: &Scene<'_>) -> Vec<Action> {
    use Action as A;
    let waits = scene.session().inbox().next().is_some();
    let start: &[A] = match (scene.reading.phase, scene.kind()) {
        (Phase::Closed(_), _) => {
            return after_the_end(waits);
        }
        (Phase::Waiting { .. }, _) => {
            return vec![
                A::Start,
                A::Write,
                A::Charts,
                A::AddChart,
                A::NextPane,
                A::MoveEnd,
                A::Skip,
                A::Leave,
                A::Help,
            ];
        }
        (Phase::Paused(_), _) => &[A::Start, A::NextStage],
        (Phase::Running, Some(StageKind::Data)) => {
            let last = scene.lead.chart_place() + 1 >= scene.plan().charts.len();
            let mut keys = of_chart(scene);
            let forward = if last { A::Confirm } else { A::NextChart };
            // Enter shows a covered chart first, and stands there already.
            keys.extend((!keys.contains(&forward)).then_some(forward));
            keys.extend([
                A::PreviousChart,
                A::Full,
                A::Write,
                A::Park,
                A::NextStage,
                A::Behind,
                A::MinuteMore,
                A::Pause,
                A::Undo,
                A::Charts,
                A::ChartTable,
                A::NextPane,
                A::Help,
            ]);
            return keys;
        }
        (Phase::Running, Some(StageKind::Dialogue)) if scene.lead.may_read_waiting() => {
            &[A::Confirm, A::Write, A::NextStage, A::Pause, A::Form]
        }
        (Phase::Running, Some(StageKind::Dialogue)) => &[A::Write, A::NextStage, A::Pause, A::Form],
        (Phase::Running, Some(StageKind::Talk)) => &[A::NextStage, A::Full, A::Write, A::Pause],
        (Phase::Running, _) if scene.lead.may_read_steps() => {
            &[A::Write, A::Confirm, A::NextStage, A::Pause]
        }
        (Phase::Running, _) => &[A::Write, A::NextStage, A::Pause],
    };
    let mut keys = start.to_vec();
    if scene.lead.tip(&scene.reading, &scene.texts).is_some() {
        keys.insert(0, A::Dismiss);
    }
    if waits {
        let place = if scene.kind() == Some(StageKind::Closing) {
            1
        } else {
            keys.len()
        };
        keys.insert(place, A::Inbox);
    }
    if !scene.lead.heard_here().is_empty() {
        keys.extend([A::Heard, A::Pass]);
    }
    if scene.lead.pane == Pane::Chart {
        keys.extend(of_chart(scene));
        keys.extend([A::NextChart, A::Full, A::Behind]);
    }
    keys.extend(ALWAYS);
    keys
}

/// Draws the keys in as many rows as there are; help is always among them.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mode = scene.lead.mode();
    let item = |action| (action, label_in_lead(scene, mode, action));
    let items: Vec<Item> = of_lead(scene).into_iter().map(item).collect();
    let cap = |action| cap(scene, mode, action);
    flow(&items, &cap, area, buf);
}

/// Draws the keys of a screen outside the leading window.
pub(super) fn of_screen(
    model: &Model,
    mode: Mode,
    actions: &[Action],
    area: Rect,
    buf: &mut Buffer,
) {
    let item = |action: &Action| (*action, label(model.texts, mode, *action));
    let items: Vec<Item> = actions.iter().map(item).collect();
    of_items(model, mode, &items, area, buf);
}

/// Draws the keys of a screen that names some of them itself.
pub(super) fn of_items(model: &Model, mode: Mode, items: &[Item], area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let cap = |action| {
        let cap = model.keymap.label(mode, action, &texts);
        named(cap, model.settings.glyphs, texts)
    };
    flow(items, &cap, area, buf);
}

/// Draws caps and words, row by row; where help is the last of them it is always among what is drawn.
fn flow(of: &[Item], cap: &dyn Fn(Action) -> String, area: Rect, buf: &mut Buffer) {
    let item = |(action, words): &Item| {
        let cap = cap(*action);
        (!cap.is_empty()).then(|| (cap, words.clone()))
    };
    let mut items: Vec<_> = of.iter().filter_map(item).collect();
    let help = of
        .last()
        .filter(|(last, _)| *last == Action::Help)
        .and_then(|_| items.pop());
    let wide = |(cap, label): &(String, String)| width(cap) + 1 + width(label);
    let last_room = help.as_ref().map_or(0, |help| wide(help) + 2);
    let rows = usize::from(area.height);
    let mut items = items.into_iter().peekable();
    for (at, row) in area.rows().enumerate() {
        let mut line = Line::default();
        let mut room = usize::from(row.width);
        if at + 1 == rows {
            room = room.saturating_sub(last_room);
        }
        while let Some(next) = items.peek() {
            let gap = if line.spans.is_empty() { 0 } else { 2 };
            if line.width() + gap + wide(next) > room {
                break;
            }
            if let Some((cap, label)) = items.next() {
                push(&mut line, cap, &label);
            }
        }
        if at + 1 == rows
            && let Some((cap, label)) = help.clone()
        {
            push(&mut line, cap, &label);
        }
        ink::put(&line, row, buf);
    }
}

/// Returns what a key does in the leading window, as it stands.
fn label_in_lead(scene: &Scene<'_>, mode: Mode, action: Action) -> String {
    let texts = scene.texts;
    let closed = matches!(scene.reading.phase, Phase::Closed(_));
    let covered = scene
        .chart()
        .is_some_and(|(_, chart)| chart.showing.face == Face::Covered);
    let guesses = scene.lead.guesses_now().and(scene.lead.prompt.as_ref());
    match (mode, action) {
        (Mode::Prompt, Action::Confirm) if guesses.is_some() => {
            guesses.map_or_else(String::new, |prompt| enter_of_guesses(texts, prompt))
        }
        (Mode::Lead, Action::Confirm) if !closed && covered => t!(texts, "view-key-shows"),
        (Mode::Lead, Action::Confirm) if !closed && scene.lead.may_read_steps() => {
            if scene.session().steps_shown().is_some() {
                t!(texts, "view-key-steps-read")
            } else {
                t!(texts, "view-key-reads-steps")
            }
        }
        (Mode::Lead | Mode::NoteList, Action::Confirm) if scene.lead.may_read_waiting() => {
            t!(texts, "view-key-reads-out")
        }
        (Mode::Writing, Action::Confirm) if is_read_out(scene) => t!(texts, "view-key-next"),
        (Mode::Writing, Action::Cancel) if is_read_out(scene) => t!(texts, "view-key-cancels"),
        (Mode::Lead, Action::Confirm) if !closed => t!(texts, "view-key-goes-on"),
        (Mode::Lead, Action::Start) if matches!(scene.reading.phase, Phase::Paused(_)) => {
            t!(texts, "view-key-goes-on")
        }
        (Mode::Tidy, Action::Confirm) => match first_look(scene) {
            None => t!(texts, "view-key-reads"),
            Some(Look::Double(..)) => t!(texts, "view-key-tidy-keeps"),
            Some(Look::Short(_)) => t!(texts, "view-key-tidy-writes-out"),
            Some(_) => t!(texts, "view-key-tidy-fills"),
        },
        (Mode::Tidy, Action::SetAside) => t!(texts, "view-key-tidy-lets-be"),
        (Mode::Tidy, Action::Cancel) => t!(texts, "view-key-tidy-done"),
        (Mode::NoteList, Action::Up) => t!(texts, "view-key-chooses"),
        (Mode::NoteList, Action::EditNote) if scene.lead.list.selected.is_none() => {
            Action::Write.label(&texts)
        }
        (Mode::Lead | Mode::NoteList, Action::Inbox) => {
            t!(texts, "view-key-inbox", n = scene.session().inbox().count())
        }
        _ => label(texts, mode, action),
    }
}

/// Returns what Enter does while guesses are called out: it counts what is typed, and with nothing typed it shows the values.
pub(super) fn enter_of_guesses(texts: Texts, prompt: &Prompt) -> String {
    if prompt.line.text().trim().is_empty() {
        t!(texts, "view-key-shows")
    } else {
        t!(texts, "view-key-counts")
    }
}

/// Returns what a key does in a word or two; Enter and Esc by what they do in this place.
pub(super) fn label(texts: Texts, mode: Mode, action: Action) -> String {
    match (mode, action) {
        (Mode::Writing, Action::Confirm) => t!(texts, "view-key-saves"),
        (Mode::Writing, Action::Cancel) => t!(texts, "view-key-leaves-line"),
        (Mode::Writing, Action::EditNote) => t!(texts, "view-key-edits-last"),
        (Mode::Prompt, Action::Confirm) => t!(texts, "view-key-answers"),
        (Mode::Prompt, Action::Cancel) => t!(texts, "view-key-cancels"),
        (Mode::Inbox, Action::Confirm) => t!(texts, "view-key-to-note"),
        (Mode::Home, Action::Confirm) => t!(texts, "view-key-opens"),
        (Mode::Data | Mode::DataLines | Mode::DataWords, Action::Confirm) => {
            t!(texts, "data-key-on")
        }
        (Mode::Data | Mode::DataLines | Mode::DataWords, Action::Cancel) => {
            t!(texts, "data-key-back")
        }
        (Mode::Data, Action::MarkChoice) => t!(texts, "data-key-list"),
        (Mode::DataFind, Action::MarkChoice) => t!(texts, "data-key-mark"),
        (Mode::DataLines, Action::Up) => t!(texts, "data-key-last"),
        (Mode::Lead, Action::Confirm) => t!(texts, "view-key-reads"),
        (Mode::Reader, Action::Leave) => t!(texts, "view-key-back"),
        _ => action.label(&texts),
    }
}

fn push(line: &mut Line<'static>, cap: String, label: &str) {
    if !line.spans.is_empty() {
        line.push_span(Span::raw("  "));
    }
    line.push_span(Span::styled(cap, style::STRONG));
    line.push_span(Span::styled(format!(" {label}"), style::QUIET));
}
