//! The command line as a person meets it: words in, words and an exit code out, in a home of its own.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the files the program left, past the store"
)]

use std::{
    io::Read,
    path::Path,
    process::{Command, Stdio},
};

use crate::world::{World, files};
use insta::assert_snapshot;
use samtal::store::library::shipped::TEMPLATES;

const PLAN: &str = r#"Session(
    version: 1,
    title: "Att trivas",
    stages: [
        (id: "start", title: "Välkomna", kind: Talk, minutes: (min: 5, wish: 5, max: 5)),
        (id: "end", title: "Avslut", kind: Closing, minutes: (min: 10, wish: 10, max: 10)),
    ],
)
"#;

/// A session that somebody led: `SECRET` stands in its note.
const LED: &str = r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001",
    title: "Att trivas", language: "sv", zone: "Europe/Stockholm",
    slot: (start: "2026-11-17T09:00:00+01:00", minutes: 15),
    stages: [
        (id: "start", title: "Välkomna", kind: Talk, minutes: (min: 5, wish: 5, max: 5)),
        (id: "end", title: "Avslut", kind: Closing, minutes: (min: 10, wish: 10, max: 10)),
    ],
    notes: [
        (id: "N1", at: "2026-11-17T09:02:00+01:00", tag: See, text: "SECRET \u{1b}]0;x\u{7}\u{1b}[2J"),
    ],
)
"#;

#[test]
fn the_help_is_in_the_chosen_language() {
    let world = World::new();
    assert_snapshot!(world.told(&["--help"]), @r"
    Leder datadrivna samtal i terminalen: agenda och klocka, diagram i text, anteckningar som aldrig
    försvinner, minnesanteckning.

    Usage: samtal [OPTIONS] [COMMAND]

    Commands:
      demo         Led en färsk kopia av demon: riktiga siffror, påhittat samtal
      new          Gör ett nytt samtal av en mall [alias: ny]
      prepare      Förbered ett samtal på en timme, eller mindre (utan SESSION: nästa planerade, annars
                   ett nytt) [aliases: forbered, förbered]
      lead         Led ett samtal (utan FILE: det som pågår, annars det senaste) [alias: led]
      tidy         Renskriv i en kvart efteråt, en sak i taget [alias: renskriv]
      note         Anteckna bredvid den som leder, i ett fönster som alltid skriver [alias: anteckna]
      merge        Ta in det någon antecknat på en annan dator [aliases: sla-ihop, slå-ihop]
      share        Visa det gruppen ser, i ett eget fönster att dela [aliases: gruppvy, dela]
      show         Läs minnesanteckningen i en bläddrare (utan FILE: det senaste) [alias: visa]
      replay       Se ett samtal igen, genom tiden (utan SAMTAL: det senaste) [alias: spela]
      export       Skriv ett samtal i en annan form: md, txt, html, csv, json, ics [alias: exportera]
      steps        Nästa steg: öppna och klara, över alla samtal; med ett id: säg hur det gick [alias:
                   steg]
      list         Lista samtalen [alias: lista]
      search       Sök ord i alla samtal; en rad per träff: samtal:id: text [aliases: sok, sök]
      invite       Skriv inbjudan till ett samtal, som text eller till kalendern [alias: bjud]
      script       Läs samtalsledarens manus, eller skriv ut det [alias: manus]
      split        Dela ett långt samtal i två, några dagar isär [alias: dela-upp]
      rename       Ge ett samtal en ny titel, och filen ett namn efter den [alias: byt-namn]
      copy         Gör ett andra samtal som säger detsamma [alias: kopiera]
      delete       Ta bort ett samtal med allt som hör till det [aliases: ta-bort, radera]
      remove       Ta bort en anteckning eller en person helt, ur varje fil [alias: ta-bort-helt]
      thin         Gallra efter ålder och slag; utan val tas inget bort [alias: gallra]
      pack         Packa allt, några samtal eller en serie i en fil [alias: packa]
      unpack       Ta det ur ett paket som inte redan finns här [alias: packa-upp]
      open         Öppna ett samtals fil i din editor, och kontrollera den efteråt [aliases: oppna,
                   öppna]
      check        Kontrollera filer och säg var något är fel [alias: kontrollera]
      data         Säg hur en fil med data läses: rubriker, kolumner, vad som saknas
      chart        Rita ett diagram ur en fil; utan val säg vad som går att välja [alias: diagram]
      fetch        Hämta tabeller hos dem som ger ut dem: SCB, andra PxWeb, Kolada [aliases: hamta,
                   hämta]
      templates    Lista mallarna [alias: mallar]
      config       Visa var inställningarna ligger och vad som gäller [aliases: installningar,
                   inställningar]
      completions  Skriv ut kompletteringar för ett skal
      man          Skriv ut manualsidan

    Options:
          --lang <sv|en>  Språk för programmets egna ord: sv eller en
          --home <DIR>    En mapp för allt: samtal, mallar, logg, inställningar (annars SAMTAL_HOME,
                          annars systemets egna)
          --ascii         Bara ASCII-tecken i staplar och linjer
          --linear        Rader i stället för en skärm, för skärmläsare
          --log           Skriv en programlogg i mappen för tillstånd, utan ett ord ur någon anteckning
      -h, --help          Visa den här hjälpen
      -V, --version       Visa versionen

    Utan kommando visas startsidan. Felkoder: 0 det gick, 1 det gick inte, 2 kommandot var inte
    begripligt eller namnet inte entydigt.
    [0]
    ");
    assert_snapshot!(world.told(&["new", "--help", "--lang", "en"]), @r"
    Make a new session from a template

    Usage: samtal new [OPTIONS] [FILE]

    Arguments:
      [FILE]  The file to write (else a new one in the sessions folder)

    Options:
          --template <NAME>  The template's name, see `samtal templates`
          --from <SESSION>   The dialogue before: participants, agenda and open steps come along
          --series <NAME>    The series the new dialogue belongs to
          --lengths          Let the stages be as long as they usually are
          --words            Add a stage on how the collaboration goes, in six words
          --lang <sv|en>     The language of the program's own words: sv or en
          --home <DIR>       One folder for everything: sessions, templates, log, settings (else
                             SAMTAL_HOME, else the system's own)
          --ascii            Only ASCII characters in bars and rules
          --linear           Lines instead of a screen, for screen readers
          --log              Write a program log in the state folder, without a word of any note
      -h, --help             Show this help
    [0]
    ");
}

#[test]
fn the_help_follows_the_machine_where_nobody_chose() {
    let world = World::new();
    let (_, english, _) = world.run_with(&["-h"], &[("SAMTAL_LANG", ""), ("LANG", "en_GB.UTF-8")]);
    assert!(english.contains("Lead a session"), "{english}");
    let (_, swedish, _) = world.run_with(&["-h"], &[("SAMTAL_LANG", ""), ("LANG", "sv_SE.UTF-8")]);
    assert!(swedish.contains("Led ett samtal"), "{swedish}");
    let (code, out, _) = world.run(&["--lang", "fi", "list"]);
    assert_eq!((code, out.as_str()), (2, ""));
}

#[test]
fn every_command_has_its_swedish_word() {
    let world = World::new();
    for (english, swedish) in [
        ("new", "ny"),
        ("prepare", "forbered"),
        ("prepare", "förbered"),
        ("lead", "led"),
        ("tidy", "renskriv"),
        ("show", "visa"),
        ("steps", "steg"),
        ("replay", "spela"),
        ("export", "exportera"),
        ("search", "sok"),
        ("invite", "bjud"),
        ("script", "manus"),
        ("split", "dela-upp"),
        ("rename", "byt-namn"),
        ("copy", "kopiera"),
        ("delete", "ta-bort"),
        ("open", "oppna"),
        ("remove", "ta-bort-helt"),
        ("thin", "gallra"),
        ("pack", "packa"),
        ("unpack", "packa-upp"),
        ("list", "lista"),
        ("check", "kontrollera"),
        ("templates", "mallar"),
        ("config", "installningar"),
        ("config", "inställningar"),
    ] {
        let (code, help, _) = world.run(&[swedish, "--help"]);
        assert_eq!(code, 0, "{swedish}");
        assert_eq!(help, world.run(&[english, "--help"]).1, "{swedish}");
    }
}

#[test]
fn the_version_names_the_commit_where_there_is_one() {
    let (code, said, errors) = World::new().run(&["--version"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let version = said.strip_prefix("samtal ").unwrap().trim();
    assert!(version.starts_with(env!("CARGO_PKG_VERSION")), "{said}");
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join(".git").exists();
    let git = Command::new("git").arg("--version").output().is_ok();
    assert_eq!(version.contains(" ("), checkout && git, "{said}");
}

#[test]
fn a_session_is_made_listed_and_shown() {
    let world = World::new();
    assert_snapshot!(world.told(&["list"]), @r"
    Inga samtal i HOME/sessions ännu. `samtal ny` gör ett, `samtal demo` visar hur det är.
    [0]
    ");
    assert_snapshot!(world.told(&["show"]), @r"
    samtal: Det finns inget samtal ännu.
    tips: `samtal ny` gör ett av en mall, `samtal demo` visar hur det är.
    [1]
    ");
    let templates = world.told(&["templates"]);
    let lines: Vec<&str> = templates.lines().collect();
    assert_snapshot!(lines[..3].join("\n"), @r"
    data-driven-dialogue        Datadriven dialog
    data-driven-dialogue-75     Datadriven dialog, 75 minuter
    first-time-45               En första datadriven dialog
    ");
    assert_eq!(
        lines.len(),
        TEMPLATES.len() / 2 + 1,
        "one language and the code"
    );
    assert_snapshot!(world.told(&["new"]), @r"
    HOME/sessions/DATE-datadriven-dialog.ron
    [0]
    ");
    assert_snapshot!(world.told(&["new", "--template", "first"]), @r"
    HOME/sessions/DATE-en-forsta-datadriven-dialog.ron
    [0]
    ");
    assert_snapshot!(world.told(&["list"]), @r"
                      planerat   Datadriven dialog  (DATE-datadriven-dialog)
                      planerat   En första datadriven dialog  (DATE-en-forsta-datadriven-dialog)
    [0]
    ");
    assert_eq!(world.sessions().len(), 2);
    let (code, minutes, _) = world.run(&["show", "första"]);
    assert_eq!(code, 0);
    assert!(
        minutes.starts_with("SAMTAL  En första datadriven dialog"),
        "{minutes}"
    );
    let too_wide = minutes.lines().find(|line| line.chars().count() > 78);
    assert_eq!(too_wide, None);
}

#[test]
fn no_file_is_written_over() {
    let world = World::new();
    let path = world.put("mitt.ron", PLAN);
    assert_snapshot!(world.told(&["new", "mitt.ron"]), @r"
    samtal: Det går inte att skapa HOME/mitt.ron: något med det namnet finns redan.
    [1]
    ");
    assert_eq!(std::fs::read_to_string(path).unwrap(), PLAN);
}

#[test]
fn leading_needs_a_terminal_and_reading_does_not() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    assert_snapshot!(world.told(&["demo"]), @r"
    samtal: Att leda ett samtal kräver en terminal.
    tips: `samtal visa` och `samtal lista` går att läsa överallt.
    [1]
    ");
    assert_snapshot!(world.told(&["lead", "--lang", "en"]), @r"
    samtal: Leading a dialogue needs a terminal.
    hint: `samtal show` and `samtal list` can be read anywhere.
    [1]
    ");
    assert_snapshot!(world.told(&[]), @r"
    DATE 09:00  planerat   Att trivas  (trivas)
    [0]
    ");
    let (code, minutes, errors) = world.run(&["show"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(minutes.contains("SECRET"), "{minutes}");
    assert!(
        !minutes.contains('\u{1b}'),
        "no escape from a note comes through"
    );
}

#[test]
fn what_is_not_there_is_said() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    assert_snapshot!(world.told(&["show", "fritid"]), @r"
    samtal: Inget samtal heter ”fritid”.
    tips: Se vad som finns: samtal lista
    [1]
    ");
    assert_snapshot!(world.told(&["lead", "fritid.ron", "--lang", "en"]), @r"
    samtal: HOME/sessions/fritid.ron cannot be read: it is not there.
    hint: Check the name, or see what there is: samtal list
    [1]
    ");
    assert_snapshot!(world.told(&["check", "fritid.ron"]), @r"
    Det går inte att läsa fritid.ron: det finns inte.
    [1]
    ");
    assert_snapshot!(world.told(&["new", "--template", "fritid"]), @r"
    samtal: Ingen mall heter ”fritid”.
    tips: Se vad som finns: samtal mallar
    [1]
    ");
    let (code, _, errors) = world.run(&["check", "\u{1b}[2Jx.ron"]);
    assert!(code == 1 && !errors.contains('\u{1b}'), "{errors:?}");
}

#[test]
fn a_name_that_fits_several_is_a_question() {
    let world = World::new();
    world.put("sessions/skola-ett.ron", &LED.replace("0000001", "0000002"));
    world.put("sessions/skola-tva.ron", &LED.replace("0000001", "0000003"));
    assert_snapshot!(world.told(&["show", "skola"]), @r"
    samtal: ”skola” kan vara flera: skola-ett, skola-tva.
    tips: Skriv lite mer av namnet.
    [2]
    ");
    assert_snapshot!(world.told(&["new", "--template", "datadriven"]), @r"
    samtal: ”datadriven” kan vara flera: data-driven-dialogue, data-driven-dialogue-75.
    tips: Skriv lite mer av namnet.
    [2]
    ");
    assert_eq!(
        world.run(&["show", "skola-ett"]).0,
        0,
        "a whole name is one"
    );
}

#[test]
fn a_broken_file_is_told_with_its_place() {
    let world = World::new();
    let broken = PLAN.replace("title: \"Avslut\"", "titel: \"Avslut\"");
    let path = world.put("sessions/trasig.ron", &broken);
    assert_snapshot!(world.told(&["check", "sessions/trasig.ron"]), @r#"
    sessions/trasig.ron:6:21: Här finns inget fält som heter titel. Menade du title?
    fel: Här finns inget fält som heter titel.
     --> sessions/trasig.ron:6:21
      |
    6 |         (id: "end", titel: "Avslut", kind: Closing, minutes: (min: 10, wish: 10, max: 10)),
      |                     ^^^^^
      |
      = tips: Menade du title?
    [1]
    "#);
    assert_snapshot!(world.told(&["show", "trasig", "--lang", "en"]), @r"
    samtal: HOME/sessions/trasig.ron:6:21: There is no field named titel here.
    hint: Did you mean title?
    [1]
    ");
    assert_snapshot!(world.told(&["lead", "trasig"]), @r"
    samtal: HOME/sessions/trasig.ron:6:21: Här finns inget fält som heter titel.
    tips: Menade du title?
    [1]
    ");
    assert_snapshot!(world.told(&["list"]), @r"
                      går inte att läsa: HOME/sessions/trasig.ron:6:21: Här finns inget fält som heter titel.  (trasig)
    [0]
    ");
    assert_eq!(std::fs::read_to_string(path).unwrap(), broken);

    world.put("halv.ron", PLAN.split_at(60).0);
    world.put("ny.ron", "Session(version: 2, titel: \"x\")");
    world.put("hel.ron", PLAN);
    assert_snapshot!(world.told(&["check", "halv.ron", "ny.ron", "hel.ron", "--lang", "en"]), @r#"
    halv.ron:4:5: ":" should stand here.
    error: ":" should stand here.
     --> halv.ron:4:5
      |
    4 |     stages
      |     ^^^^^^
    ny.ron:1:18: A newer samtal wrote this file (version 2; this one reads up to 1). Update samtal and it will open. The file is untouched.
    error: A newer samtal wrote this file (version 2; this one reads up to 1).
     --> ny.ron:1:18
      |
    1 | Session(version: 2, titel: "x")
      |                  ^
      |
      = tip: Update samtal and it will open. The file is untouched.
    hel.ron: everything can be read.
    [1]
    "#);
}

#[test]
fn a_broken_config_is_an_error_and_not_the_defaults() {
    let world = World::new();
    world.put("config.ron", "Config(language: Swedish)");
    assert_snapshot!(world.told(&["list"]), @r#"
    samtal: HOME/config.ron:1:18: Här ska det stå en text inom citattecken. Skriv så här: "text", med raka citattecken. Ett citattecken i texten skrivs \".
    fel: Här ska det stå en text inom citattecken.
     --> HOME/config.ron:1:18
      |
    1 | Config(language: Swedish)
      |                  ^
      |
      = tips: Skriv så här: "text", med raka citattecken. Ett citattecken i texten skrivs \".
    [1]
    "#);
    world.put("config.ron", "Config(sekunder: true)");
    assert_snapshot!(world.told(&["config", "--lang", "en"]), @r"
    samtal: HOME/config.ron:1:8: There is no field named sekunder here. What can stand here: language, glyphs, seconds, calm, tips, tips_off, silence, part_two, small_number_limit, pager, linear, short_forms, keys.
    error: There is no field named sekunder here.
     --> HOME/config.ron:1:8
      |
    1 | Config(sekunder: true)
      |        ^^^^^^^^
      |
      = tip: What can stand here: language, glyphs, seconds, calm, tips, tips_off, silence, part_two, small_number_limit, pager, linear, short_forms, keys.
    [1]
    ");
}

#[test]
fn keys_of_the_config_are_tested() {
    let world = World::new();
    world.put(
        "config.ron",
        "Config(keys: {\"NextStage\": [\"y\", \"ctrl-n\"]})",
    );
    assert_snapshot!(world.told(&["config"]), @r#"
    // HOME/config.ron (finns)
    // samtal: HOME/sessions
    // egna mallar: HOME/templates
    // loggar och lås: HOME/state
    // sådant som kan göras om: HOME/cache
    #![enable(implicit_some)]
    Config(
        language: None,
        glyphs: None,
        seconds: false,
        calm: false,
        tips: true,
        tips_off: [],
        silence: false,
        part_two: false,
        small_number_limit: 5,
        pager: None,
        linear: false,
        short_forms: {},
        keys: {
            "NextStage": ["y", "ctrl-n"],
        },
    )
    [0]
    "#);
    for (keys, place) in [
        ("\"NextStag\": [\"x\"]", "NextStage"),
        ("\"NextStage\": [\"u\"]", "Undo"),
        ("\"NextStage\": [\"hyper-x\"]", "hyper-x"),
    ] {
        world.put("config.ron", &format!("Config(keys: {{{keys}}})"));
        let (code, out, errors) = world.run(&["config"]);
        assert_eq!((code, out.as_str()), (1, ""), "{keys}");
        assert!(errors.contains(place), "{keys}: {errors}");
    }
}

#[test]
fn the_home_of_the_flag_goes_before_the_environment() {
    let world = World::new();
    let other = World::new();
    let home = other.home().display().to_string();
    assert_eq!(world.run(&["new", "--home", &home]).0, 0);
    assert_eq!((world.sessions().len(), other.sessions().len()), (0, 1));
}

#[test]
fn a_folder_that_takes_nothing_is_told_and_left_alone() {
    let world = World::new();
    world.put("sessions", "a file where the folder should be");
    assert_snapshot!(world.told(&["new"]), @r"
    samtal: Det går inte att skapa HOME/sessions: något med det namnet finns redan.
    [1]
    ");
    assert_snapshot!(world.told(&["list", "--lang", "en"]), @r#"
    samtal: The folder HOME/sessions cannot be listed: the system says "Not a directory (os error 20)".
    [1]
    "#);
    assert_eq!(world.run(&["show"]).0, 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    let folder = world.home().join("sessions");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    let may_all_the_same = std::fs::write(folder.join("x"), "").is_ok();
    let told = world.told(&["new"]);
    let (shown, minutes, _) = world.run(&["show", "trivas"]);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        shown == 0 && minutes.contains("SECRET"),
        "reading needs no more"
    );
    // Root may write everywhere: then there is nothing to see.
    if !may_all_the_same {
        assert!(told.ends_with("[1]") && told.contains("sessions"), "{told}");
        assert_eq!(
            files(&folder, "ron").len(),
            1,
            "nothing half written is left"
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    for words in [
        &["show"][..],
        &["list"],
        &["man"],
        &["completions", "bash"],
        &["templates"],
        &["config"],
        &["check", "sessions/trivas.ron"],
        &["--help"],
        &["--version"],
    ] {
        let mut child = world
            .command(words, &[])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut errors = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut errors)
            .unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn shells_and_man_get_their_pages() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (code, script, _) = world.run(&["completions", shell]);
        assert!(code == 0 && script.contains("kontrollera"), "{shell}");
    }
    let (code, page, _) = world.run(&["man"]);
    assert_eq!(code, 0);
    assert!(page.contains(".TH samtal 1"), "{page}");
    for row in samtal::input::ACTIONS {
        assert!(
            page.contains(&format!("\\fI{}\\fR", row.name)),
            "{}",
            row.name
        );
    }
}

#[test]
fn the_log_holds_no_word_of_any_note() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    world.put("sessions/trasig.ron", &LED.replace("tag: See", "tagg: See"));
    for words in [
        &["show", "trivas"][..],
        &["list"],
        &["check", "sessions/trasig.ron"],
        &["show", "trasig"],
    ] {
        world.run(&[words, &["--log"]].concat());
    }
    let logs = files(&world.home().join("state"), "log");
    assert!(!logs.is_empty(), "there is a log");
    for log in logs {
        let text = std::fs::read_to_string(log).unwrap();
        assert!(text.contains("began"), "{text}");
        assert!(!text.contains("SECRET"), "{text}");
    }
}
