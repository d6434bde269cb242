//! `samtal config`: where the settings are, and what holds.

use super::{Context, Failure, print};
use crate::{
    chart::Glyphs,
    format::config::{Config, remember_glyphs},
    input::Keymap,
    store::{
        Disk, Places, RealDisk,
        disk::folder_of,
        files::{self, Backup},
    },
    t,
    text::Texts,
};

/// Reads the settings. A missing file is the defaults; a broken one is told with its place.
pub(super) fn read<D: Disk>(disk: &D, places: &Places, texts: Texts) -> Result<Config, Failure> {
    let path = &places.config_file;
    let text = match files::read_text(disk, path) {
        Ok(text) => text,
        Err(error) if error.is_missing() => return Ok(Config::default()),
        Err(error) => return Err(Failure::of_store(&error, texts)),
    };
    Config::read(&path.display().to_string(), &text).map_err(|problem| {
        let shown = problem.render(&texts, &text, false);
        Failure::new(format!("{}\n{shown}", problem.line(&texts)))
    })
}

/// Makes the keymap of the settings.
pub(super) fn keymap(context: &Context) -> Result<Keymap, Failure> {
    Keymap::new(&context.config.keys).map_err(|error| {
        Failure::new(format!(
            "{}: {}",
            context.places.config_file.display(),
            error.say(&context.texts)
        ))
        .hinted(t!(context.texts, "cli-keys-hint"))
    })
}

/// Prints where everything is and the merged values.
pub(super) fn show(context: &Context) -> Result<u8, Failure> {
    keymap(context)?;
    let places = &context.places;
    let there = if matches!(context.disk.exists(&places.config_file), Ok(true)) {
        t!(context.texts, "cli-config-there")
    } else {
        t!(context.texts, "cli-config-defaults")
    };
    let mut rows = vec![format!("// {} ({there})", places.config_file.display())];
    for (label, path) in [
        (t!(context.texts, "cli-place-sessions"), &places.sessions),
        (t!(context.texts, "cli-place-templates"), &places.templates),
        (t!(context.texts, "cli-place-state"), &places.state),
        (t!(context.texts, "cli-place-cache"), &places.cache),
    ] {
        rows.push(format!("// {label}: {}", path.display()));
    }
    rows.push(context.config.to_ron().trim_end().to_owned());
    print::rows(&rows)
}

/// Makes what remembers the characters that this terminal shows whole; a settings file that cannot be written changes nothing.
pub(super) fn rememberer(context: &Context) -> Box<dyn FnMut(Glyphs)> {
    let path = context.places.config_file.clone();
    Box::new(move |glyphs| {
        let text = files::read_text(&RealDisk, &path).unwrap_or_default();
        let text = remember_glyphs(&text, glyphs);
        let made = RealDisk.make_dir(folder_of(&path));
        drop(
            made.and_then(|()| {
                files::write_atomic(&RealDisk, &path, text.as_bytes(), Backup::Keep)
            }),
        );
    })
}
