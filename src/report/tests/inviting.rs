//! What goes out before a dialogue.

use super::*;
use crate::domain::{Lasting, lasting::FEEDBACK};

fn session() -> Session {
    let mut base: Base = sample::base(Vec::new());
    base.timeline = Timeline::default();
    base.plan.carried = vec![Lasting {
        id: "S1".parse().unwrap(),
        who: Some("Anna".into()),
        what: "ring fritidsgården".into(),
        ..Lasting::default()
    }];
    base.plan.stages[0].id = FEEDBACK.into();
    Session::on(base)
}

#[test]
fn an_invitation_says_what_to_expect_and_names_nobody() {
    let text = invitation(&session(), &Texts::new(Lang::En));
    insta::assert_snapshot!(text, @r"
    Att trivas i skolan och på fritiden
    tisdag 17 november (2026-11-17) kl. 09:00–10:30

    Välkommen till ett samtal om Att trivas i skolan och på fritiden! Vi tittar på några diagram tillsammans, säger vad vi ser och vad vi undrar, och slutar med vem som gör vad.

    Syfte: Vi vill förstå vad som får unga att vilja vara i skolan, och vad vi vuxna kan göra mer av.

    Varför nu: Siffrorna finns redan, men det är sällan vi sitter så här många runt dem.

    Vi börjar med det som är öppet sedan sist: en sak.

    Du behöver inte förbereda något och inte kunna siffror. Ingen har rätt svar. Kom med det du vet och det du undrar.

    Så här går det till:
    - Välkomna
    - Psykisk hälsa och välbefinnande
    - Främjande arbete
    - Data
    - Dialog, del 1
    - Dialog, del 2
    - Avslut
    ");
    for word in ["Vilgot", "polis", "Anna"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_script_for_print() {
    let options = Options::at(sample::start());
    let text = plain(&script(&session(), &options, &Texts::new(Lang::En)).to_text());
    insta::assert_snapshot!(text);
}
