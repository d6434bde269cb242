//! Everything in one file, and back: a zip of text files as they lie on the disk, with a list of what is in it that a person can read.
//!
//! ```text
//! manifest.ron                        what is in it: version, sessions, each file with its length and SHA-256
//! sessions/2026-11-17-skola.ron       a session file
//! sessions/trygg.csv                  a file that a chart is still read from
//! logs/<id>/journal-3, base-….ron     the log of a session
//! templates/mine.ron, tips.ron, config.ron
//! ```
//!
//! A zip of somebody else is a stranger's: no name in it may lead anywhere else, nothing is unpacked beyond a bound, and what differs from
//! the list is refused as a whole.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::{Cursor, Read as _, Write as _},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    domain::SessionId,
    t,
    text::{SafeText, Texts},
};

/// The version of packs that is written.
pub const VERSION: u32 = 1;
/// The most bytes of one file in a pack.
pub const MAX_ONE: u64 = 64 * 1024 * 1024;
/// The most bytes of all files together, unpacked.
pub const MAX_ALL: u64 = 512 * 1024 * 1024;
/// The most files.
const MAX_FILES: usize = 100_000;
/// The name of the list.
const MANIFEST: &str = "manifest.ron";
/// The folders a file may lie in.
const FOLDERS: [&str; 3] = ["sessions", "logs", "templates"];
/// The files that may lie in none.
const ALONE: [&str; 2] = ["tips.ron", "config.ron"];

/// The list of what is in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Pack")]
pub struct Manifest {
    /// The version of the form.
    pub version: u32,
    /// When it was made, for whoever reads the list.
    pub made: String,
    /// Whether logs are in it: undo and private lines.
    pub logs: bool,
    /// The sessions.
    pub sessions: Vec<Session>,
    /// The files.
    pub files: Vec<File>,
}

/// A session in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its file.
    pub file: String,
    /// Its id; empty where it has none, as a plan written by hand.
    pub id: SessionId,
    /// Its title.
    pub title: SafeText,
}

/// A file in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name in the pack.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// What is said first of every list, so that a newer one is told from a broken one.
#[derive(Deserialize)]
#[serde(rename = "Pack")]
struct Head {
    version: u32,
}

/// The files of a pack by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A pack that was read and is what its list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The list.
    pub manifest: Manifest,
    /// The files.
    pub files: Files,
}

/// Why a file is no pack that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no zip, or one that is cut off.
    NotZip,
    /// It is a zip of something else.
    NoManifest,
    /// A newer version of the program made it.
    Newer(u32),
    /// A name in it leads out of where it belongs, or means something else.
    Name(String),
    /// It is, or unpacks to, more than a pack has.
    TooLarge,
    /// A file in it is not the one its list tells of.
    Differs(String),
}

impl Fault {
    /// Says it in a sentence.
    pub fn sentence(&self, file: &SafeText, texts: &Texts) -> String {
        match self {
            Self::NotZip => t!(texts, "pack-not-zip", file = file),
            Self::NoManifest => t!(texts, "pack-foreign", file = file),
            Self::Newer(version) => t!(texts, "pack-newer", file = file, version = *version),
            Self::Name(name) => t!(texts, "pack-name", file = file, name = SafeText::line(name)),
            Self::TooLarge => t!(texts, "pack-too-large", file = file),
            Self::Differs(name) => {
                t!(
                    texts,
                    "pack-differs",
                    file = file,
                    name = SafeText::line(name)
                )
            }
        }
    }
}

/// Writes a pack.
pub fn write(manifest: Manifest, files: &Files) -> Result<Vec<u8>, Fault> {
    let all: u64 = files.values().map(|bytes| bytes.len() as u64).sum();
    let one = files.values().any(|bytes| bytes.len() as u64 > MAX_ONE);
    if one || all > MAX_ALL || files.len() > MAX_FILES {
        return Err(Fault::TooLarge);
    }
    let listed = files.iter().map(|(name, bytes)| File {
        name: name.clone(),
        bytes: bytes.len() as u64,
        sha256: sha(bytes),
    });
    let manifest = Manifest {
        version: VERSION,
        files: listed.collect(),
        ..manifest
    };
    let pretty = ron::ser::PrettyConfig::default().struct_names(true);
    let list = ron::ser::to_string_pretty(&manifest, pretty);
    let list = list.expect("a list holds only what RON can say");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600);
    let list = (MANIFEST, list.as_bytes());
    let rest = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in std::iter::once(list).chain(rest) {
        zip.start_file(name, options)
            .map_err(|_refused| Fault::Name(name.to_owned()))?;
        zip.write_all(bytes).map_err(|_full| Fault::TooLarge)?;
    }
    let cursor = zip.finish().map_err(|_full| Fault::TooLarge)?;
    Ok(cursor.into_inner())
}

/// Reads a pack, whole or not at all.
pub fn read(bytes: &[u8]) -> Result<Pack, Fault> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_error| Fault::NotZip)?;
    if zip.len() > MAX_FILES + 1 {
        return Err(Fault::TooLarge);
    }
    let mut left = MAX_ALL;
    let mut files = Files::new();
    for place in 0..zip.len() {
        let entry = zip.by_index(place).map_err(|_error| Fault::NotZip)?;
        let name = entry.name().map_err(|_error| Fault::NotZip)?.into_owned();
        if name != MANIFEST && !is_safe(&name) {
            return Err(Fault::Name(name));
        }
        let most = MAX_ONE.min(left);
        let mut held = Vec::new();
        // What an entry says of its length is a stranger's word: what comes out counts.
        let read = entry.take(most + 1).read_to_end(&mut held);
        read.map_err(|_error| Fault::Differs(name.clone()))?;
        if held.len() as u64 > most {
            return Err(Fault::TooLarge);
        }
        left -= held.len() as u64;
        if files.insert(name.clone(), held).is_some() {
            return Err(Fault::Differs(name));
        }
    }
    let list = files.remove(MANIFEST).ok_or(Fault::NoManifest)?;
    let list = String::from_utf8(list).map_err(|_error| Fault::NoManifest)?;
    let Head { version } = ron::from_str(&list).map_err(|_error| Fault::NoManifest)?;
    if version > VERSION {
        return Err(Fault::Newer(version));
    }
    let manifest: Manifest = ron::from_str(&list).map_err(|_error| Fault::NoManifest)?;
    let mut listed = BTreeSet::new();
    for File {
        name,
        bytes,
        sha256,
    } in &manifest.files
    {
        let differs = || Fault::Differs(name.clone());
        let held = files.get(name).ok_or_else(differs)?;
        if held.len() as u64 != *bytes || sha(held) != *sha256 || !listed.insert(name) {
            return Err(differs());
        }
    }
    let more = files.keys().find(|name| !listed.contains(name));
    let mut known = manifest.sessions.iter().map(|known| &known.file);
    let unknown = known.find(|file| !listed.contains(file));
    if let Some(name) = more.or(unknown) {
        return Err(Fault::Differs(name.clone()));
    }
    Ok(Pack { manifest, files })
}

/// Tells whether a name stays where it belongs, on every system.
pub fn is_safe(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    let plain = |part: &&str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
            || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
        let sign =
            |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
        !part.is_empty()
            && part.len() <= 200
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !part.contains(sign)
            && !device
    };
    let place = match parts.as_slice() {
        [alone] => ALONE.contains(alone),
        ["logs", _, file] => is_log(file),
        ["templates", file] => file.strip_suffix(".ron").is_some(),
        [folder, ..] => *folder == FOLDERS[0] && parts.len() <= 8,
        [] => false,
    };
    place && parts.iter().all(plain)
}

/// Tells whether a file is a log or the ground of one: nothing else in a session's folder comes from elsewhere.
fn is_log(file: &str) -> bool {
    let number = file.strip_prefix("journal-");
    let ground = file
        .strip_prefix("base-")
        .and_then(|rest| rest.strip_suffix(".ron"));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_hexdigit());
    number.is_some_and(|number| digits(number) && number.parse::<u32>().is_ok())
        || ground.is_some_and(digits)
}

fn sha(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _always = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        [
            ("sessions/skola.ron", "Session()"),
            ("logs/0199/journal-1", "J2"),
            ("tips.ron", "Tips()"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    fn packed(files: &Files) -> Vec<u8> {
        write(Manifest::default(), files).unwrap()
    }

    /// A zip of any names, with a list of its own where one is given.
    fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        let pack = read(&packed(&files())).unwrap();
        assert_eq!(pack.files, files());
        assert_eq!(pack.manifest.version, VERSION);
        assert_eq!(pack.manifest.files.len(), 3);
    }

    #[test]
    fn names_stay_where_they_belong() {
        for name in [
            "sessions/a.ron",
            "sessions/data/x.csv",
            "logs/0199/journal-1",
            "templates/å.ron",
            "tips.ron",
        ] {
            assert!(is_safe(name), "{name}");
        }
        for name in [
            "../a.ron",
            "sessions/../../a",
            "/etc/passwd",
            "sessions//a",
            "sessions/.hidden",
            "C:/a",
            "sessions/a\\b",
            "sessions/c:x",
            "sessions/nul.ron",
            "sessions/a.",
            "other/a.ron",
            "logs/a",
            "templates/a/b.ron",
            "",
            "sessions/",
            "sessions/a\nb",
            "journal-1",
            "logs/0199/path",
            "logs/0199/journal-x",
        ] {
            assert!(!is_safe(name), "{name}");
        }
        let climbs = zipped(&[(MANIFEST, b"Pack(version: 1)"), ("../../x", b"x")]);
        assert_eq!(read(&climbs), Err(Fault::Name("../../x".to_owned())));
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        assert_eq!(read(b"Session()"), Err(Fault::NotZip));
        assert_eq!(read(&zipped(&[("tips.ron", b"x")])), Err(Fault::NoManifest));
        let newer = zipped(&[(MANIFEST, b"Pack(version: 7, other: 3)")]);
        assert_eq!(read(&newer), Err(Fault::Newer(7)));
        let whole = packed(&files());
        let list = read(&whole).unwrap().manifest;
        let list =
            ron::ser::to_string_pretty(&list, ron::ser::PrettyConfig::default().struct_names(true))
                .unwrap();
        let list = list.as_bytes();
        let (session, log, tips): (&[u8], &[u8], &[u8]) = (b"Session()", b"J2", b"Tips()");
        let all = [
            (MANIFEST, list),
            ("sessions/skola.ron", session),
            ("logs/0199/journal-1", log),
            ("tips.ron", tips),
        ];
        assert!(read(&zipped(&all)).is_ok());
        let without = zipped(&all[..3]);
        assert_eq!(read(&without), Err(Fault::Differs("tips.ron".to_owned())));
        let changed = [all[0], ("sessions/skola.ron", b"Session!!"), all[2], all[3]];
        assert_eq!(
            read(&zipped(&changed)),
            Err(Fault::Differs("sessions/skola.ron".to_owned()))
        );
        let more = [all[0], all[1], all[2], all[3], ("config.ron", tips)];
        assert_eq!(
            read(&zipped(&more)),
            Err(Fault::Differs("config.ron".to_owned()))
        );
        for cut in (0..whole.len()).step_by(7) {
            assert!(read(&whole[..cut]).is_err(), "{cut}");
        }
    }

    #[test]
    fn a_bomb_is_refused() {
        let zeros = vec![0; usize::try_from(MAX_ONE).unwrap() + 1];
        let bomb = zipped(&[(MANIFEST, b"Pack(version: 1)"), ("sessions/a.ron", &zeros)]);
        assert!(bomb.len() < 1_000_000);
        assert_eq!(read(&bomb), Err(Fault::TooLarge));
        let one = Files::from([("tips.ron".to_owned(), zeros)]);
        assert_eq!(write(Manifest::default(), &one), Err(Fault::TooLarge));
    }
}
