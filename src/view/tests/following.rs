//! A session of a series: what was open last time, before the start and in its two minutes.

use super::{
    stage::{Play, at},
    *,
};
use crate::domain::{Lasting, PlanPart, Stage, lasting::FEEDBACK};

fn followed(model: Model, lang: Lang, begun: bool) -> Model {
    changed(model, |lead| {
        let item = |id: &str, who: Option<&str>, what: &str, when: Option<&str>| Lasting {
            id: id.parse().unwrap(),
            who: who.map(SafeText::line),
            what: what.into(),
            when: when.map(SafeText::line),
            ..Lasting::default()
        };
        let carried = vec![
            item(
                "S1",
                Some("Anna"),
                "ring fritidsgården om torsdagar",
                Some("v49"),
            ),
            item("S3", None, "bjud in en ungdom", None),
            item("F2", None, "frånvaro per veckodag", None),
        ];
        let mut stages = lead.session.plan().stages.clone();
        stages[0] = Stage {
            id: FEEDBACK.into(),
            title: "Sedan sist".into(),
            ..stages[0].clone()
        };
        let mut play = Play::demo(lang);
        play.session = lead.session.clone();
        play.planned(PlanPart::Carried(carried));
        play.planned(PlanPart::Stages(stages));
        if begun {
            play.enter(at(-9, 0), FEEDBACK);
        }
        lead.session = play.session;
    })
}

#[test]
fn what_was_open_last_time_is_said_at_the_start() {
    let sv = Lang::Sv;
    let states = [false, true].map(|begun| followed(waiting(sv), sv, begun));
    let sizes = [(50, 30), (80, 24), (120, 40)];
    for (model, size) in states
        .iter()
        .flat_map(|state| sizes.map(|size| (state, size)))
    {
        let (buf, _) = draw(model, size.0, size.1);
        let shown = text(&buf);
        assert!(
            shown.contains("SIST     S1 Anna: ring fritidsgården"),
            "{shown}"
        );
        // The smallest says that there is more.
        let whole = shown.contains('▾') || shown.contains("F2 frånvaro per veckodag");
        assert!(whole, "{shown}");
    }
}
