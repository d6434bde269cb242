//! `samtal pack` and `samtal unpack`: everything in one file, and back.

use std::path::{Path, PathBuf};

use super::{Context, FAILED, Failure, Packing, export, print, sessions};
use crate::{
    format::pack::{self, MAX_ALL, Pack},
    store::{
        Disk as _, Trouble,
        disk::folder_of,
        files,
        library::{
            About,
            packing::{self, Became, Brought, Gathered, Wish},
            series,
        },
    },
    t,
    text::{SafeText, clock},
};

/// Packs sessions, or all there is, into one file.
pub(super) fn pack(context: &Context, said: &Packing) -> Result<u8, Failure> {
    let texts = &context.texts;
    let today = clock::date(context.clock.now(), &context.zone);
    let output = match &said.output {
        Some(file) => context.current.join(file),
        None => context.current.join(format!("samtal-{today}.zip")),
    };
    if export::is_session_file(&output) {
        return Err(Failure::usage(t!(texts, "export-not-over")));
    }
    let wish = Wish {
        sessions: meant(context, said)?,
        everything: said.sessions.is_empty() && said.series.is_none(),
        logs: !said.without_log,
        made: format!("{today}, samtal {}", super::version()),
    };
    if wish.sessions.is_empty() && !wish.everything {
        return Err(Failure::new(t!(texts, "keep-none-fits")));
    }
    let unsaid = sessions::unsaid(context);
    let gathered = packing::gather(&context.disk, &context.places, (&wish, &unsaid));
    let gathered = gathered.map_err(|error| Failure::of_store(&error, *texts))?;
    let shown = SafeText::line(&output.display().to_string());
    let bytes = pack::write(gathered.manifest.clone(), &gathered.files)
        .map_err(|fault| Failure::new(fault.sentence(&shown, texts)))?;
    context
        .disk
        .make_dir(folder_of(&output))
        .and_then(|()| files::write_new_file(&context.disk, &output, &bytes))
        .map_err(|error| Failure::of_store(&error, *texts))?;
    print::aside(&aside(context, &gathered));
    let count = gathered.manifest.sessions.len();
    let mut rows = vec![t!(texts, "pack-made", path = shown, count = count)];
    rows.push(if wish.logs {
        t!(texts, "pack-with-log")
    } else {
        t!(texts, "pack-without-log")
    });
    print::rows(&rows)
}

/// Returns the session files that are meant: those named, those of a series, or all.
fn meant(context: &Context, said: &Packing) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = Vec::new();
    for name in &said.sessions {
        let path = sessions::find(context, name)?;
        if !context.disk.exists(&path).unwrap_or(false) {
            // A name that leads nowhere is an error, not an empty pack.
            sessions::to_read(context, Some(name))?;
        }
        paths.push(path);
    }
    let all = said.sessions.is_empty();
    if all || said.series.is_some() {
        for listed in sessions::listed(context)? {
            let wanted = match (&said.series, &listed.about) {
                (Some(series), About::Session(about)) => series::is_of(about, series),
                (Some(_), About::Broken(_)) => false,
                (None, _) => true,
            };
            if wanted {
                paths.push(listed.path);
            }
        }
    }
    paths.sort();
    paths.dedup();
    Ok(paths)
}

/// Says what could not come along, or lies elsewhere there.
fn aside(context: &Context, gathered: &Gathered) -> Vec<String> {
    let texts = context.texts;
    let shown = |path: &Path| SafeText::line(&path.display().to_string());
    let moved = gathered
        .moved
        .iter()
        .map(|path| t!(texts, "pack-moved", path = shown(path)));
    let missing = gathered.missing.iter().map(|error| error.sentence(texts));
    moved.chain(missing).collect()
}

/// Takes out of a pack what is not here yet.
pub(super) fn unpack(context: &Context, file: &Path) -> Result<u8, Failure> {
    let texts = &context.texts;
    let path = context.current.join(file);
    let shown = SafeText::line(&file.display().to_string());
    let pack = read(context, &path, &shown)?;
    let unsaid = sessions::unsaid(context);
    let brought = packing::bring(&context.disk, &context.places, &pack, &unsaid);
    let brought = brought.map_err(|error| Failure::of_store(&error, *texts))?;
    let made = SafeText::line(&pack.manifest.made);
    let count = pack.manifest.sessions.len();
    let mut rows = vec![t!(
        texts,
        "unpack-has",
        file = shown.clone(),
        made = made,
        count = count
    )];
    let mut failed = Vec::new();
    for one in &brought {
        match said(context, one) {
            Ok(row) => rows.push(row),
            Err(row) => failed.push(row),
        }
    }
    print::rows(&rows)?;
    if failed.is_empty() {
        return Ok(0);
    }
    Err(Failure {
        code: FAILED,
        ..Failure::new(failed.join("\n"))
    })
}

fn read(context: &Context, path: &Path, shown: &SafeText) -> Result<Pack, Failure> {
    let bytes = context.disk.read(path, 0, MAX_ALL + 1);
    let bytes = bytes.map_err(|error| Failure::of_store(&error, context.texts))?;
    let refused = |fault: pack::Fault| {
        let failure = Failure::new(fault.sentence(shown, &context.texts));
        failure.hinted(t!(context.texts, "unpack-nothing"))
    };
    if bytes.len() as u64 > MAX_ALL {
        return Err(refused(pack::Fault::TooLarge));
    }
    pack::read(&bytes).map_err(refused)
}

fn said(context: &Context, one: &Brought) -> Result<String, String> {
    let texts = context.texts;
    let shown = |path: &Path| SafeText::line(&path.display().to_string());
    let name = SafeText::line(&one.name);
    match &one.became {
        Ok(Became::Written(path)) if one.log => {
            Ok(t!(texts, "unpack-written-log", path = shown(path)))
        }
        Ok(Became::Written(path)) => Ok(t!(texts, "unpack-written", path = shown(path))),
        Ok(Became::SessionThere(path)) => {
            let stem = SafeText::line(&path.file_stem().unwrap_or_default().to_string_lossy());
            Ok(t!(
                texts,
                "unpack-there",
                name = name,
                path = shown(path),
                session = stem
            ))
        }
        Ok(Became::Same(path)) => Ok(t!(texts, "unpack-same", path = shown(path))),
        Ok(Became::Other(path)) => Ok(t!(texts, "unpack-other", path = shown(path))),
        Err(error) if error.trouble == Trouble::Exists => {
            Err(t!(texts, "unpack-other", path = shown(&error.path)))
        }
        Err(error) => Err(error.sentence(texts)),
    }
}
