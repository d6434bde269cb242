//! Sessions to look at: the shipped demo, played to a point.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Modifier},
};

use crate::{
    app::{
        Model, Screen,
        lead::{Echo, Lead, Pending},
    },
    domain::{
        AgendaAct, Body, Draft, Entry, EntryId, Event, Hlc, NoteId, Seat, Session, StageId, Tag,
        chart::ChartId,
    },
    format::session,
    input::line_editor::LineEditor,
    text::{Lang, Moment, SafeText, Span, Texts, clock},
};

/// 2026-11-17T09:00+01:00, a Tuesday in week 47.
const NINE: &str = "2026-11-17T09:00:00+01:00";

/// Returns the instant so many minutes and seconds after nine.
pub(super) fn at(minutes: i64, seconds: i64) -> Moment {
    clock::parse_rfc3339(NINE).expect("a date") + Span::minutes(minutes) + Span::seconds(seconds)
}

/// A dialogue that is being played.
pub(super) struct Play {
    pub(super) session: Session,
    entries: u64,
    numbers: [u32; 6],
}

impl Play {
    /// Begins with the demo, planned for nine o'clock.
    pub(super) fn demo(lang: Lang) -> Self {
        let text = match lang {
            Lang::Sv => include_str!("../../../sessions/samples/demo.sv.ron"),
            Lang::En => include_str!("../../../sessions/samples/demo.en.ron"),
        };
        let mut base = session::read("demo", text).expect("the demo reads").base;
        base.plan.slot.start = Some(at(0, 0));
        Self {
            session: Session::on(base),
            entries: 0,
            numbers: [0; 6],
        }
    }

    /// Begins with another base.
    pub(super) fn on(change: impl FnOnce(&mut crate::domain::Base)) -> Self {
        let demo = Self::demo(Lang::Sv);
        let mut base = demo.session.base().clone();
        change(&mut base);
        Self {
            session: Session::on(base),
            ..demo
        }
    }

    /// Something happened at an instant.
    pub(super) fn event(&mut self, wall: Moment, event: Event) -> &mut Self {
        self.entries += 1;
        let id = EntryId {
            seat: Seat::LEAD,
            n: self.entries,
        };
        let order = Hlc::after(self.session.clock(), wall);
        self.session.apply(&Entry {
            id,
            order,
            wall,
            event,
        });
        self
    }

    /// The plan was changed, after everything else that happened.
    pub(super) fn planned(&mut self, part: crate::domain::PlanPart) -> &mut Self {
        self.entries = 900;
        self.event(at(20, 0), Event::Planned(part))
    }

    /// More happens, after everything else.
    pub(super) fn goes_on(&mut self) -> &mut Self {
        self.entries = 1_500;
        self
    }

    /// The facilitator moved the agenda.
    pub(super) fn act(&mut self, wall: Moment, act: AgendaAct) -> &mut Self {
        let (term, saw) = self.session.agenda_head();
        self.event(wall, Event::Agenda { term, saw, act })
    }

    /// A stage began.
    pub(super) fn enter(&mut self, wall: Moment, stage: &str) -> &mut Self {
        self.act(wall, AgendaAct::Entered(StageId::from(stage)))
    }

    /// A chart came on the screen.
    pub(super) fn show(&mut self, wall: Moment, chart: u8) -> &mut Self {
        self.event(wall, Event::ChartShown(Some(ChartId(chart))))
    }

    /// A note was written.
    pub(super) fn note(&mut self, wall: Moment, body: Body) -> &mut Self {
        let letter = body.tag.letter();
        self.numbers[letter as usize] += 1;
        let id = NoteId::new(letter, self.numbers[letter as usize]);
        self.event(wall, Event::NoteAdded { id, at: None, body })
    }

    /// The first four stages, forty seconds late into the dialogue.
    pub(super) fn until_dialogue(&mut self) -> &mut Self {
        self.enter(at(0, 0), "welcome")
            .enter(at(11, 40), "concepts")
            .enter(at(14, 50), "promotion")
            .enter(at(16, 40), "data");
        for chart in 1..=12 {
            self.show(
                at(16, 40) + Span::seconds(50 * (i64::from(chart) - 1)),
                chart,
            );
        }
        self.enter(at(27, 0), "dialogue-1");
        self.show(at(27, 30), 4);
        self
    }

    /// What was said in the first dialogue.
    pub(super) fn said(&mut self) -> &mut Self {
        for (minutes, body) in [
            (
                28,
                said(
                    Tag::See,
                    Some(4),
                    "skola",
                    "de i åttan känner sig minst trygga",
                ),
            ),
            (
                29,
                said(
                    Tag::See,
                    Some(4),
                    "förening",
                    "samma i vår egen lista, men vi ser det på våren",
                ),
            ),
            (
                31,
                said(Tag::See, Some(5), "elevhälsa", "fler hemma på måndagar"),
            ),
            (
                31,
                Body {
                    continues: true,
                    missed: true,
                    ..said(Tag::See, Some(5), "elevhälsa", "särskilt de som bytt skola")
                },
            ),
            (
                32,
                said(
                    Tag::SeeMore,
                    Some(8),
                    "skola",
                    "var fjärde vet inte hur man får hjälp",
                ),
            ),
            (
                33,
                said(Tag::Wonder, None, "polis", "vad gör skolan där det vände?"),
            ),
            (
                33,
                said(Tag::WantData, None, "skola", "frånvaro per veckodag"),
            ),
            (
                34,
                said(
                    Tag::See,
                    Some(4),
                    "vård",
                    "de som trivs söker sig hit också",
                ),
            ),
            (34, said(Tag::Parked, None, "", "hur ställdes frågan?")),
        ] {
            self.note(at(minutes, 10), body);
        }
        self
    }
}

/// Makes a note that somebody said.
pub(super) fn said(tag: Tag, chart: Option<u8>, voice: &str, text: &str) -> Body {
    Body {
        tag,
        text: SafeText::line(text),
        chart: chart.map(ChartId),
        voice: (!voice.is_empty()).then(|| SafeText::line(voice)),
        ..Body::default()
    }
}

/// Makes a next step.
pub(super) fn step(who: Option<&str>, text: &str, when: &str) -> Body {
    Body {
        who: who.map(SafeText::line),
        when: Some(SafeText::line(when)),
        ..said(Tag::NextStep, None, "", text)
    }
}

/// Opens the leading window.
pub(super) fn lead(session: Session) -> Lead {
    let mut lead = Lead::new(
        session,
        SafeText::line("/home/anna/Documents/Samtal/2026-11-17 att-trivas.ron"),
    );
    lead.saved_at = Some(at(34, 52));
    lead
}

/// Makes the model of a screen.
pub(super) fn model(lang: Lang, now: Moment, screen: Screen) -> Model {
    Model {
        zone: clock::Zone::find("Europe/Stockholm").expect("a zone"),
        ..Model::new(Texts::new(lang), screen, now)
    }
}

/// Before the start, eight minutes to nine.
pub(super) fn waiting(lang: Lang) -> Model {
    model(
        lang,
        at(-8, 0),
        Screen::Lead(Box::new(lead(Play::demo(lang).session))),
    )
}

/// Two minutes and ten seconds late, and not started.
pub(super) fn late(lang: Lang) -> Model {
    Model {
        now: at(2, 10),
        ..waiting(lang)
    }
}

/// The welcome, three minutes in.
pub(super) fn welcome(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.enter(at(0, 0), "welcome");
    model(lang, at(3, 0), Screen::Lead(Box::new(lead(play.session))))
}

/// The data stage, at the fourth chart.
pub(super) fn data(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.enter(at(0, 0), "welcome")
        .enter(at(11, 40), "concepts")
        .enter(at(14, 50), "promotion")
        .enter(at(16, 40), "data");
    for chart in 1..=4 {
        play.show(
            at(16, 40) + Span::seconds(50 * (i64::from(chart) - 1)),
            chart,
        );
    }
    play.note(
        at(18, 0),
        said(Tag::Parked, Some(3), "", "hur ställdes frågan?"),
    );
    model(lang, at(20, 30), Screen::Lead(Box::new(lead(play.session))))
}

/// The first dialogue, nine minutes in.
pub(super) fn dialogue(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.until_dialogue().said();
    model(lang, at(35, 0), Screen::Lead(Box::new(lead(play.session))))
}

/// The note line is open on a half-written next step.
pub(super) fn writing(lang: Lang, text: &str) -> Model {
    changed(dialogue(lang), |lead| {
        lead.writing.open = true;
        lead.writing.line = LineEditor::with(text);
    })
}

/// The closing, with open ends.
pub(super) fn closing(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.until_dialogue().said().enter(at(48, 0), "dialogue-2");
    play.note(
        at(50, 0),
        said(
            Tag::Surprise,
            Some(9),
            "",
            "arbetsron är bättre än vi trodde",
        ),
    )
    .note(
        at(55, 0),
        said(Tag::WhoMore, None, "", "någon som går i åttan"),
    )
    .note(
        at(60, 0),
        said(Tag::Idea, None, "fritid", "öppet till 21 på torsdagar"),
    )
    .enter(at(69, 30), "closing")
    .note(
        at(72, 0),
        said(
            Tag::TakeWithUs,
            None,
            "förening",
            "det finns fler vuxna runt dem än vi trodde",
        ),
    )
    .note(
        at(74, 0),
        step(Some("Anna"), "ring fritidsgården om torsdagar", "v49"),
    )
    .note(
        at(75, 0),
        step(None, "bjud in en ungdom till nästa gång", "före jul"),
    );
    model(lang, at(76, 20), Screen::Lead(Box::new(lead(play.session))))
}

/// After the end.
pub(super) fn ended(lang: Lang) -> Model {
    let mut model = closing(lang);
    if let Screen::Lead(lead) = &mut model.screen {
        let (term, saw) = lead.session.agenda_head();
        let seen = lead.session.next_counter(Seat::LEAD);
        lead.session.apply(&Entry {
            id: EntryId {
                seat: Seat::LEAD,
                n: seen,
            },
            order: Hlc::after(lead.session.clock(), at(89, 0)),
            wall: at(89, 0),
            event: Event::Agenda {
                term,
                saw,
                act: AgendaAct::Closed(at(89, 0)),
            },
        });
    }
    Model {
        now: at(89, 30),
        ..model
    }
}

/// The disk is full while a note is on its way.
pub(super) fn trouble(lang: Lang) -> Model {
    changed(dialogue(lang), |lead| {
        lead.trouble = Some(SafeText::line(
            "disken är full (/home/anna/.local/state/samtal/0199.log)",
        ));
        lead.pending = vec![pending(
            said(Tag::See, Some(4), "fritid", "öppet till 21 på torsdagar"),
            true,
        )];
    })
}

/// A draft on its way.
pub(super) fn pending(body: Body, failed: bool) -> Pending {
    Pending {
        draft: Draft {
            ticket: 1,
            seat: Seat::LEAD,
            wall: at(34, 59),
            event: Event::NoteAdded {
                id: NoteId::pending(body.tag.letter()),
                at: None,
                body,
            },
        },
        failed,
    }
}

/// Something was just done.
pub(super) fn echo(text: &str) -> Echo {
    Echo {
        text: text.to_owned(),
        at: at(35, 0),
    }
}

/// Changes the leading window of a model.
pub(super) fn changed(mut model: Model, change: impl FnOnce(&mut Lead)) -> Model {
    if let Screen::Lead(lead) = &mut model.screen {
        change(lead);
    }
    model
}

/// Draws a model in a window.
pub(super) fn draw(model: &Model, width: u16, height: u16) -> (Buffer, Option<Position>) {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let cursor = crate::view::draw(model, area, &mut buf);
    (buf, cursor)
}

/// Writes the characters of a screen, each row to its last one.
pub(super) fn text(buf: &Buffer) -> String {
    rows(buf, |x, y| buf[(x, y)].symbol().to_owned())
}

/// Writes the styles of a screen, a letter for each.
///
/// `b` bold, `d` dim, `c` the one colour, `C` that and bold, `r` reverse, `R` that and bold, `!` what nobody may miss, `u` underlined; a
/// chart's other colours are `1` to `9`.
pub(super) fn styles(buf: &Buffer) -> String {
    rows(buf, |x, y| {
        let cell = &buf[(x, y)];
        let has = |modifier| cell.modifier.contains(modifier);
        let letter = match (
            cell.fg,
            has(Modifier::REVERSED),
            has(Modifier::BOLD),
            has(Modifier::DIM),
        ) {
            (Color::Red, true, ..) => '!',
            (_, true, true, _) => 'R',
            (_, true, ..) => 'r',
            _ if has(Modifier::UNDERLINED) => 'u',
            (Color::Cyan, _, true, _) => 'C',
            (Color::Cyan, ..) => 'c',
            (Color::Reset, _, true, _) => 'b',
            (Color::Reset, _, _, true) if cell.symbol() != " " => 'd',
            (Color::Reset, ..) => ' ',
            (Color::Magenta, ..) => '1',
            (Color::Blue, ..) => '2',
            (Color::Green, ..) => '3',
            _ => '?',
        };
        letter.to_string()
    })
}

fn rows(buf: &Buffer, cell: impl Fn(u16, u16) -> String) -> String {
    let mut out = String::new();
    for y in 0..buf.area.height {
        let mut row = String::new();
        let mut skip = 0;
        for x in 0..buf.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = crate::text::width::width(buf[(x, y)].symbol()).saturating_sub(1);
            row.push_str(&cell(x, y));
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// The group thinks alone; the stage is nearly over.
pub(super) fn soon(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.until_dialogue()
        .said()
        .act(at(45, 0), AgendaAct::FormSet(crate::domain::Form::Alone));
    model(lang, at(45, 15), Screen::Lead(Box::new(lead(play.session))))
}

/// Over the stage's time, on pause.
pub(super) fn over(lang: Lang) -> Model {
    let mut play = Play::demo(lang);
    play.until_dialogue().said();
    model(lang, at(50, 30), Screen::Lead(Box::new(lead(play.session))))
}

/// More is planned than the slot holds.
pub(super) fn too_long() -> Model {
    let fixed = crate::domain::plan::Minutes::fixed(25);
    with_dialogues(fixed, |_| {})
}

/// Before the start, with two dialogues of so many minutes, and what else is changed in the plan.
pub(super) fn with_dialogues(
    minutes: crate::domain::plan::Minutes,
    change: impl FnOnce(&mut crate::domain::Plan),
) -> Model {
    let play = Play::on(|base| {
        for stage in base
            .plan
            .stages
            .iter_mut()
            .filter(|stage| stage.kind == crate::domain::StageKind::Dialogue)
        {
            stage.minutes = minutes;
        }
        change(&mut base.plan);
    });
    model(
        Lang::Sv,
        at(-8, 0),
        Screen::Lead(Box::new(lead(play.session))),
    )
}

/// The first screen.
pub(super) fn home(lang: Lang) -> Model {
    use crate::app::{Home, HomeItem, ItemKind};
    let item = |title: &str, kind| HomeItem {
        title: SafeText::line(title),
        name: SafeText::line("fil.ron"),
        kind,
        opens: 0,
    };
    let session = |start, running, closed, open_steps| ItemKind::Session {
        start: Some(start),
        running,
        closed,
        open_steps,
    };
    let items = vec![
        item(
            "Att trivas i skolan och på fritiden",
            session(at(0, 0), false, false, 0),
        ),
        item("Ungas fritid", session(at(-35 * 1440, 0), false, true, 2)),
        item(
            "Skolnärvaro och välbefinnande, samtal 1 av 3",
            session(at(-60 * 1440, 0), false, true, 0),
        ),
        item(
            "halvt.ron",
            ItemKind::Broken(SafeText::line("halvt.ron:12:3: här saknas en parentes")),
        ),
        item("Datadriven dialog, 90 minuter", ItemKind::Template),
        item("Datadriven dialog, 75 minuter", ItemKind::Template),
        item("Första gången, 45 minuter", ItemKind::Template),
        item(
            "Att trivas i skolan och på fritiden (Haninge)",
            ItemKind::Demo,
        ),
    ];
    let home = Home {
        items,
        selected: 0,
        trouble: None,
        ask_glyphs: false,
        folder: SafeText::line("/home/anna/Documents/Samtal"),
        reading: None,
        moved: false,
    };
    model(lang, at(-8, 0), Screen::Home(home))
}

/// The reading view over the leading window.
pub(super) fn reader(lang: Lang) -> Model {
    use ratatui::text::Line;
    let lines = (1..=40)
        .map(|row| {
            Line::from(format!(
                "{row:>3} {}",
                "ord på en rad som är bredare än fönstret ".repeat(2)
            ))
        })
        .collect();
    let reader = crate::app::Reader {
        lines,
        top: 4,
        find: "ord".to_owned(),
        ..crate::app::Reader::default()
    };
    Model {
        reader: Some(reader),
        ..dialogue(lang)
    }
}
