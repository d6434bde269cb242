//! The one way in: a message and an instant change the model, and ask for effects.

use crate::{
    app::{
        data::{Data, Place, Then},
        effect::Effect,
        home,
        lead::{Cx, Lead, Opens},
        linear,
        model::{Model, Screen},
        msg::Msg,
        prepare::Prepare,
        reader, search,
    },
    t,
    text::Moment,
};

/// Milliseconds.
const MINUTE: i64 = 60_000;

/// Changes the model by one message, and returns what the outside is asked to do.
pub fn update(model: &mut Model, msg: Msg, now: Moment) -> Vec<Effect> {
    linear::begin_turn(model);
    model.now = now;
    let was_dirty = std::mem::replace(&mut model.dirty, true);
    match msg {
        Msg::Line(text) => linear::line(model, &text, now),
        Msg::Resized(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Msg::Opened(lead) => open(model, lead),
        Msg::Listed(home) => {
            if let Screen::Home(shown) = &mut model.screen {
                shown.take(home);
            }
            Vec::new()
        }
        Msg::NotOpened(trouble) => {
            (model.data, model.prepare) = (None, None);
            if let Screen::Home(home) = &mut model.screen {
                home.trouble = Some(trouble);
            }
            Vec::new()
        }
        Msg::BackFromPager(reader) => {
            model.reader = reader;
            Vec::new()
        }
        Msg::Data(heard) => {
            let mut out = Vec::new();
            if let Some(data) = &mut model.data {
                data.heard(heard, &mut out);
            }
            out
        }
        Msg::Search(heard) => match &mut model.search {
            Some(search) => search.heard(heard),
            None => Vec::new(),
        },
        Msg::Key(key) if model.reader.is_some() => reader::key(model, key),
        Msg::Paste(_) if model.reader.is_some() => Vec::new(),
        Msg::Key(key) if model.search.is_some() => search::key(model, key),
        Msg::Paste(text) if model.search.is_some() => search::paste(model, &text),
        msg => match &mut model.screen {
            Screen::Home(_) => home::update(model, &msg),
            Screen::Lead(lead) => {
                let cx = Cx::new(
                    now,
                    (&model.texts, &model.keymap),
                    model.size,
                    model.settings,
                );
                turn(lead, (&mut model.data, &mut model.prepare), msg, &cx)
            }
            Screen::Group(group) => {
                let (out, changed) = group.update(msg, &model.keymap, now);
                model.dirty = was_dirty || changed;
                out
            }
            Screen::Replay(replay) => {
                let (out, changed) = replay.update(&msg, &model.keymap, now);
                model.dirty = was_dirty || changed;
                out
            }
        },
    }
}

/// The screens that may lie over the leading window; the first that is open has the keys.
type Over<'a> = (&'a mut Option<Box<Data>>, &'a mut Option<Box<Prepare>>);

/// One turn of the leading window and of what may lie over it.
fn turn(lead: &mut Lead, (data, prepare): Over<'_>, msg: Msg, cx: &Cx<'_>) -> Vec<Effect> {
    let open = data.as_deref_mut().filter(|data| data.is_open());
    let under = prepare.as_deref_mut().filter(|prepare| prepare.open);
    let mut out = Vec::new();
    let mut then = Then::Stay;
    match (open, under, msg) {
        (Some(data), _, Msg::Key(key)) => then = data.key(key, lead, cx, &mut out),
        (Some(data), _, Msg::Paste(text)) => data.paste(&text, &mut out),
        (None, Some(prepare), Msg::Key(key)) => prepare.key(key, lead, cx, &mut out),
        (None, Some(prepare), Msg::Paste(text)) => prepare.paste(&text, lead, cx, &mut out),
        (_, under, msg) => {
            if let (Some(prepare), Msg::Ending) = (under, &msg) {
                prepare.keep(lead, cx, &mut out);
            }
            out.append(&mut lead.update(msg, cx));
        }
    }
    match lead.opens.take() {
        Some(Opens::Data) => {
            let data = data.get_or_insert_with(|| Box::new(Data::over()));
            data.place = Place::Over;
            data.look_at(lead);
        }
        Some(Opens::Prepare) => {
            let prepare = prepare.get_or_insert_with(|| Box::new(Prepare::new(cx.now)));
            prepare.open = true;
            out.push(Effect::LookBack(lead.session.plan().series.clone()));
        }
        None => {}
    }
    if let Some(data) = data {
        data.after(lead, &mut out);
        match then {
            Then::Stay => {}
            Then::Back => data.place = Place::Aside,
            Then::Leave => lead.leave_now(&mut out),
        }
    }
    out
}

/// Shows a session that was opened, with what the store had to say about it.
fn open(model: &mut Model, lead: Box<Lead>) -> Vec<Effect> {
    let mut lead = lead;
    let cx = Cx::new(
        model.now,
        (&model.texts, &model.keymap),
        model.size,
        model.settings,
    );
    let mut effects = lead.opened(&cx);
    if lead.session.timeline().began().is_some() && model.data.take().is_some() {
        lead.say(t!(model.texts, "data-started"), &cx);
    }
    if let Some(data) = &mut model.data {
        data.begin(&lead, &mut effects);
    }
    if model.prepare.is_some() {
        effects.push(Effect::LookBack(lead.session.plan().series.clone()));
    }
    model.screen = Screen::Lead(lead);
    effects
}

/// Returns when the program wants to be woken though nothing happens: a second that changes, a line to keep; at home the next minute.
pub fn deadline(model: &Model) -> Option<Moment> {
    match &model.screen {
        Screen::Home(_) => Some(Moment((model.now.0.div_euclid(MINUTE) + 1) * MINUTE)),
        Screen::Lead(lead) => {
            let prepare = model.prepare.as_deref().filter(|prepare| prepare.open);
            let minute = prepare.map(|prepare| prepare.next_minute(model.now));
            [lead.deadline(model.now), minute]
                .into_iter()
                .flatten()
                .min()
        }
        Screen::Group(group) => group.deadline(model.now),
        Screen::Replay(replay) => replay.deadline(model.now),
    }
}
