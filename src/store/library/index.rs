//! The index of the library: what was read of every session, so that it need not be read again.
//!
//! It is a file of SQLite in the cache folder. Deleting it loses nothing, and nothing in it is believed that cannot be: every piece
//! carries a checksum, every session what its files were known by, and where the index is damaged, held, newer or cannot be written, the
//! sessions are read as if there were none. What is removed from it is overwritten (`secure_delete`), also in the log beside it.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Row, TransactionBehavior, params,
};

use crate::{
    domain::SessionId,
    store::{
        disk::{Disk, RealDisk},
        error::StoreError,
        library::said::{Found, Looker, Said},
        places::Places,
    },
};

/// The form of the tables. One that is newer is left alone, an older one made anew.
const FORM: i64 = 1;

/// How long another program may hold the index before it is done without.
const PATIENCE: Duration = Duration::from_secs(5);

const TABLES: &str = "
    CREATE TABLE made (of TEXT NOT NULL);
    CREATE TABLE session (
        number INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL,
        seen BLOB NOT NULL,
        about BLOB NOT NULL
    );
    CREATE TABLE said (number INTEGER PRIMARY KEY, folded BLOB NOT NULL, notes BLOB NOT NULL);
    CREATE TABLE lasting (number INTEGER PRIMARY KEY, told BLOB NOT NULL);
";

/// What the index keeps of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// The session; empty for a template.
    pub(super) id: SessionId,
    /// What its files were known by when they were read.
    pub(super) seen: Vec<u8>,
    /// What a list says of it; empty for a template, which no list has.
    pub(super) about: Vec<u8>,
    /// What lives on after it.
    pub(super) lasting: Vec<u8>,
    /// What was said in it.
    pub(super) said: Said,
}

/// What is to be written about one file.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) path: PathBuf,
    /// What is known of it now; none where nothing may be kept.
    pub(super) kept: Option<Box<Kept>>,
}

/// A row that was read: which it is, what its files were known by, what a list says.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) number: i64,
    pub(super) seen: Vec<u8>,
    pub(super) about: Vec<u8>,
}

/// The index, open.
#[derive(Debug)]
pub(super) struct Index {
    connection: Connection,
    path: PathBuf,
}

/// Returns where the index lies.
pub(super) fn path_in(places: &Places) -> PathBuf {
    places.cache.join("index.sqlite")
}

impl Index {
    /// Opens the index, or makes it anew where it cannot be used; none where it has to be done without.
    ///
    /// `of` is what it was made of beside the files: with another version of the program or another zone the same file can say something
    /// else.
    pub(super) fn open(path: &Path, of: &str) -> Option<Self> {
        match Self::ready(path, of) {
            Ok(index) => index,
            Err(error) if is_held(&error) => None,
            Err(_damaged) => {
                remove(path).ok()?;
                RealDisk.cache_file(path)?;
                Self::ready(path, of).ok().flatten()
            }
        }
    }

    fn ready(path: &Path, of: &str) -> rusqlite::Result<Option<Self>> {
        let mut connection = connect(path)?;
        connection.pragma_update(None, "page_size", 16_384)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        let form = |connection: &Connection| -> rusqlite::Result<i64> {
            connection.query_row("PRAGMA user_version", (), |row| row.get(0))
        };
        let found = form(&connection)?;
        if found > FORM {
            return Ok(None);
        }
        if found != FORM || made_of(&connection)?.as_deref() != Some(of) {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for table in ["made", "session", "said", "lasting"] {
                change.execute(&format!("DROP TABLE IF EXISTS {table}"), ())?;
            }
            change.execute_batch(TABLES)?;
            change.execute("INSERT INTO made VALUES (?1)", [of])?;
            change.pragma_update(None, "user_version", FORM)?;
            change.commit()?;
        }
        let path = path.to_owned();
        Ok(Some(Self { connection, path }))
    }

    /// Opens the index once more, for a thread that only reads.
    pub(super) fn reader(path: &Path) -> Option<Reader> {
        connect(path).ok().map(Reader)
    }

    /// Reads what is known of all files, by their paths: once for a whole walk. What cannot be believed is left out.
    pub(super) fn known(&self) -> HashMap<PathBuf, Known> {
        let read = || -> rusqlite::Result<HashMap<PathBuf, Known>> {
            let mut asked = self
                .connection
                .prepare("SELECT path, number, seen, about FROM session")?;
            let mut rows = asked.query(())?;
            let mut all = HashMap::new();
            while let Some(row) = rows.next()? {
                if let (Some(seen), Some(about)) = (checked(row, 2)?, checked(row, 3)?) {
                    let known = Known {
                        number: row.get(1)?,
                        seen: seen.to_vec(),
                        about: about.to_vec(),
                    };
                    all.insert(PathBuf::from(row.get_ref(0)?.as_str()?), known);
                }
            }
            Ok(all)
        };
        read().unwrap_or_default()
    }

    /// Writes what was found out, all of it or nothing.
    pub(super) fn write(&mut self, changes: &[Change]) -> rusqlite::Result<()> {
        let change = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for Change { path, kept } in changes {
            let Some(path) = path.to_str() else { continue };
            match kept {
                None => remove_row(&change, path)?,
                Some(kept) => write_row(&change, path, kept)?,
            }
        }
        change.commit()
    }

    /// Removes what is known of files that are gone; `known` of those that are there have a row.
    pub(super) fn keep_only(&mut self, files: &[PathBuf], known: usize) -> rusqlite::Result<bool> {
        let count: i64 = self
            .connection
            .query_row("SELECT count(*) FROM session", (), |row| row.get(0))?;
        if count as usize == known {
            return Ok(false);
        }
        let here: HashSet<&str> = files.iter().filter_map(|path| path.to_str()).collect();
        let change = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut gone: Vec<String> = change
            .prepare("SELECT path FROM session")?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        gone.retain(|path| !here.contains(path.as_str()));
        for path in &gone {
            remove_row(&change, path)?;
        }
        change.commit()?;
        Ok(!gone.is_empty())
    }

    /// Empties the log beside the file: what was overwritten in the file stands in no other.
    pub(super) fn settle(&self) -> rusqlite::Result<()> {
        let held: i64 =
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
        if held == 0 {
            return Ok(());
        }
        Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        ))
    }

    /// Gives up an index that turned out to be damaged: the next look makes a new one.
    pub(super) fn give_up(self) {
        drop(self.connection);
        remove(&self.path).unwrap_or_default();
    }
}

/// What a thread reads of the index.
#[derive(Debug)]
pub(super) struct Reader(Connection);

impl Reader {
    /// Does several readings as one, so that the file is locked once and not for each. What is read is as it was at its start.
    pub(super) fn at_once<T>(&self, read: impl FnOnce() -> T) -> T {
        let whole = self.0.unchecked_transaction();
        let read = read();
        // It changed nothing, so there is nothing to keep.
        drop(whole);
        read
    }

    /// Looks through what was said in a session, first only at the folded words; none where it cannot be believed.
    pub(super) fn said(
        &self,
        (path, number): (&Path, i64),
        looker: &mut Looker<'_>,
    ) -> Option<Vec<Found>> {
        let mut asked = self
            .0
            .prepare_cached(
                // The path too: a number can have been given anew since it was read.
                "SELECT folded, notes FROM said JOIN session USING (number)
                 WHERE number = ?1 AND path = ?2",
            )
            .ok()?;
        let mut rows = asked.query(params![number, path.to_str()?]).ok()?;
        let row = rows.next().ok()??;
        let folded = checked(row, 0).ok()??;
        if !looker.can_be_in(folded) {
            return Some(Vec::new());
        }
        looker.look(folded, checked(row, 1).ok()??)
    }

    /// Reads what lives on after a session; none where it cannot be believed.
    pub(super) fn lasting(&self, (path, number): (&Path, i64)) -> Option<Vec<u8>> {
        let mut asked = self
            .0
            .prepare_cached(
                "SELECT told FROM lasting JOIN session USING (number)
                 WHERE number = ?1 AND path = ?2",
            )
            .ok()?;
        let read = |row: &Row<'_>| Ok(checked(row, 0)?.map(<[u8]>::to_vec));
        asked
            .query_row(params![number, path.to_str()?], read)
            .ok()?
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "mmap_size", 1_i64 << 31)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(connection)
}

fn made_of(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("SELECT of FROM made", (), |row| row.get(0))
        .optional()
}

fn is_held(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

/// Puts a checksum behind a piece.
fn sealed(piece: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(piece.len() + 4);
    whole.extend(piece);
    whole.extend(crc32c::crc32c(piece).to_le_bytes());
    whole
}

/// Returns a piece whose checksum holds.
fn checked<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r [u8]>> {
    let whole = row.get_ref(column)?.as_blob()?;
    Ok(whole
        .split_last_chunk::<4>()
        .filter(|(piece, sum)| crc32c::crc32c(piece).to_le_bytes() == **sum)
        .map(|(piece, _)| piece))
}

fn write_row(change: &Connection, path: &str, kept: &Kept) -> rusqlite::Result<()> {
    let number: i64 = change
        .prepare_cached(
            "INSERT INTO session (path, id, seen, about) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (path) DO UPDATE SET id = ?2, seen = ?3, about = ?4 RETURNING number",
        )?
        .query_row(
            params![path, kept.id.0, sealed(&kept.seen), sealed(&kept.about)],
            |row| row.get(0),
        )?;
    change
        .prepare_cached("INSERT OR REPLACE INTO said VALUES (?1, ?2, ?3)")?
        .execute(params![
            number,
            sealed(&kept.said.folded),
            sealed(&kept.said.notes)
        ])?;
    change
        .prepare_cached("INSERT OR REPLACE INTO lasting VALUES (?1, ?2)")?
        .execute(params![number, sealed(&kept.lasting)])?;
    Ok(())
}

fn remove_row(change: &Connection, path: &str) -> rusqlite::Result<()> {
    for table in ["said", "lasting"] {
        let words = format!(
            "DELETE FROM {table} WHERE number = (SELECT number FROM session WHERE path = ?1)"
        );
        change.prepare_cached(&words)?.execute([path])?;
    }
    change
        .prepare_cached("DELETE FROM session WHERE path = ?1")?
        .execute([path])?;
    Ok(())
}

/// Removes the index with what lies beside it.
fn remove(path: &Path) -> Result<(), StoreError> {
    for ending in ["-wal", "-shm", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        RealDisk.remove_if_there(Path::new(&name))?;
    }
    Ok(())
}

/// Whose words the index is to forget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// Those of the session in a file.
    File(&'a Path),
    /// Those of a session, whatever its file.
    Session(&'a SessionId),
}

/// Removes everything of a session from the index, so that no byte of it is left there: for whatever removes words for good.
///
/// A session that is still there is indexed anew at the next look, with what it then says. Where the index cannot be changed it is
/// removed as a whole; an error means that words may still stand in it.
pub fn forget<D: Disk>(disk: &D, places: &Places, whose: Whose<'_>) -> Result<(), StoreError> {
    let path = path_in(places);
    if !disk.exists(&path)? {
        return Ok(());
    }
    let forgotten = || -> rusqlite::Result<()> {
        let mut connection = connect(&path)?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (column, value) = match whose {
            Whose::File(file) => ("path", file.to_string_lossy().into_owned()),
            Whose::Session(id) => ("id", id.0.clone()),
        };
        let paths: Vec<String> = change
            .prepare(&format!("SELECT path FROM session WHERE {column} = ?1"))?
            .query_map([value], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for path in &paths {
            remove_row(&change, path)?;
        }
        change.commit()?;
        let path = path.clone();
        Index { connection, path }.settle()
    };
    match forgotten() {
        Ok(()) => Ok(()),
        Err(_damaged_or_held) => remove(&path),
    }
}

#[cfg(test)]
mod tests;
