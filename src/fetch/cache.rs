//! Answers that were kept: the body as it came, and beside it where it came from and when.

use std::{fmt::Write as _, path::PathBuf};

use sha2::{Digest as _, Sha256};

use super::request::Request;
use crate::{
    data::json::node::parse,
    store::{Disk, StoreError, files, files::Backup},
    text::{
        Moment,
        clock::{self, Zone},
    },
};

/// The most that is read of a kept answer: as much as is taken from a server.
pub const MOST_BYTES: u64 = 60_000_000;

/// The answers that were kept in a folder.
#[derive(Clone, Debug)]
pub struct Cache<D> {
    disk: D,
    folder: PathBuf,
}

/// An answer that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The body as it came.
    pub body: Vec<u8>,
    /// Where it lies.
    pub path: PathBuf,
    /// When it came.
    pub at: Moment,
}

impl<D: Disk> Cache<D> {
    /// Looks in a folder, which is made when something is kept.
    pub fn new(disk: D, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// Returns the answer to a question that was kept. One that is damaged is as good as none.
    pub fn get(&self, request: &Request) -> Result<Option<Kept>, StoreError> {
        let (path, about) = self.paths(request);
        if !self.disk.exists(&about)? {
            return Ok(None);
        }
        let about = self.disk.read(&about, 0, 1_000_000)?;
        let Some(about) = parse(&about) else {
            return Ok(None);
        };
        let text = |key: &str| about.get(key).text().unwrap_or_default();
        // Two questions share a name less often than a disk lies; looking costs nothing.
        let same = text("address") == request.url
            && text("posted") == request.body.as_deref().unwrap_or_default();
        let Some(at) = clock::parse_rfc3339(text("fetched")).filter(|_| same) else {
            return Ok(None);
        };
        let body = match self.disk.read(&path, 0, MOST_BYTES + 1) {
            Ok(body) => body,
            Err(error) if error.is_missing() => return Ok(None),
            Err(error) => return Err(error),
        };
        let whole = digest(&body) == text("sha256");
        Ok(whole.then_some(Kept { body, path, at }))
    }

    /// Keeps an answer. What is told of it is written last, so that half a body is never taken for an answer.
    pub fn put(&self, request: &Request, body: Vec<u8>, at: Moment) -> Result<Kept, StoreError> {
        self.disk.make_dir(&self.folder)?;
        let _turn = self.disk.lock(&self.folder.join("lock"))?;
        let (path, about) = self.paths(request);
        let mut told = serde_json::json!({
            "address": request.url,
            "fetched": clock::rfc3339_exact(at, &Zone::UTC),
            "bytes": body.len(),
            "sha256": digest(&body),
        });
        if let Some(posted) = &request.body {
            told["posted"] = posted.as_str().into();
        }
        files::write_atomic(&self.disk, &path, &body, Backup::None)?;
        let told = format!("{told:#}\n");
        files::write_atomic(&self.disk, &about, told.as_bytes(), Backup::None)?;
        Ok(Kept { body, path, at })
    }

    /// Returns where an answer lies and where it is told of: `api.kolada.se-0f3a….json` and `….about.json`.
    fn paths(&self, request: &Request) -> (PathBuf, PathBuf) {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        };
        let host: String = request.host().chars().take(60).map(plain).collect();
        let stem = format!("{host}-{}", request.key());
        (
            self.folder.join(format!("{stem}.json")),
            self.folder.join(format!("{stem}.about.json")),
        )
    }
}

fn digest(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _always = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::store::ModelDisk;

    fn cache(disk: &ModelDisk) -> Cache<ModelDisk> {
        Cache::new(disk.clone(), PathBuf::from("/c/fetch"))
    }

    #[test]
    fn an_answer_is_kept_as_it_came_with_date_and_address() {
        let disk = ModelDisk::new(1);
        let cache = cache(&disk);
        let request = Request::post("https://x.se:8080/a?b=å", "{}");
        assert_eq!(cache.get(&request), Ok(None));
        let body = b"{\"a\": 1}\r\n".to_vec();
        let kept = cache
            .put(&request, body.clone(), Moment(1_700_000_000_123))
            .unwrap();
        assert_eq!(kept.body, body);
        assert_eq!(cache.get(&request), Ok(Some(kept.clone())));
        assert_eq!(disk.read(&kept.path, 0, 99).unwrap(), body);
        let about = kept.path.with_extension("about.json");
        let about = String::from_utf8(disk.read(&about, 0, 9999).unwrap()).unwrap();
        for part in [
            "https://x.se:8080/a?b=å",
            "2023-11-14T22:13:20.123",
            "\"posted\": \"{}\"",
        ] {
            assert!(about.contains(part), "{about}");
        }
        let other = Request::get("https://x.se:8080/a?b=å");
        assert_eq!(cache.get(&other), Ok(None));
    }

    #[test]
    fn what_is_damaged_counts_as_not_there() {
        let disk = ModelDisk::new(1);
        let cache = cache(&disk);
        let request = Request::get("https://x.se/");
        let kept = cache.put(&request, b"{}".to_vec(), Moment(0)).unwrap();
        let about = kept.path.with_extension("about.json");
        let told = disk.read(&about, 0, 9999).unwrap();
        disk.put(&kept.path, b"{} and more");
        assert_eq!(cache.get(&request), Ok(None));
        disk.remove(&kept.path).unwrap();
        assert_eq!(cache.get(&request), Ok(None));
        disk.put(&kept.path, b"{}");
        assert!(cache.get(&request).unwrap().is_some());
        disk.put(&about, &told[..told.len() / 2]);
        assert_eq!(cache.get(&request), Ok(None));
        assert!(kept.path.starts_with(Path::new("/c/fetch")));
    }
}
