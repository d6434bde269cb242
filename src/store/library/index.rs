//! The index of the library: what was read of every session, so that it need not be read again.
//!
//! It is a file of SQLite in the cache folder. Deleting it loses nothing, and nothing in it is believed that cannot be: every piece
//! carries a checksum, every session what its files were known by, and where the index is damaged, held, newer or cannot be written, the
//! sessions are read as if there were none. What is removed from it is overwritten (`secure_delete`), also in the log beside it.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Row, TransactionBehavior,
    config::DbConfig, params,
};

use crate::{
    domain::SessionId,
    store::{
        disk::{Disk, RealDisk},
        error::StoreError,
        library::said::{Finds, Looker, Said},
        places::Places,
    },
};

/// The form of the tables. One that is newer is left alone, an older one made anew.
const FORM: i64 = 2;

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
    CREATE TABLE folded (number INTEGER PRIMARY KEY, words BLOB NOT NULL);
    CREATE TABLE said (number INTEGER PRIMARY KEY, notes BLOB NOT NULL);
    CREATE TABLE lasting (number INTEGER PRIMARY KEY, told BLOB NOT NULL);
";

/// The tables that are named by a session's number. What is looked through for words lies apart from what is read on a hit only.
const OF_SESSION: [&str; 3] = ["folded", "said", "lasting"];

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

/// A row that was read: whose it is, what its files were known by, what a list says.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) path: String,
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
        // What was said in a session fits into one page.
        connection.pragma_update(None, "page_size", 65_536)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // What a power cut leaves half written is not believed, and read anew.
        connection.pragma_update(None, "synchronous", "OFF")?;
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
            for table in ["made", "session"].iter().chain(&OF_SESSION) {
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

    /// Reads what is known of files, by their paths; of others between them too. What cannot be believed is left out.
    pub(super) fn known(&self, files: &[PathBuf]) -> Vec<Known> {
        let paths = || files.iter().filter_map(|file| file.to_str());
        let ends = [paths().min(), paths().max()];
        let read = || -> rusqlite::Result<Vec<Known>> {
            let mut asked = self.0.prepare_cached(
                "SELECT path, seen, about, number FROM session WHERE path BETWEEN ?1 AND ?2
                 ORDER BY path",
            )?;
            let mut rows = asked.query(ends)?;
            let mut all = Vec::new();
            while let Some(row) = rows.next()? {
                let path = row.get_ref(0)?.as_str()?;
                if let (Some(seen), Some(about)) = (checked(path, row, 1)?, checked(path, row, 2)?)
                {
                    all.push(Known {
                        path: path.to_owned(),
                        number: row.get(3)?,
                        seen: seen.to_vec(),
                        about: about.to_vec(),
                    });
                }
            }
            Ok(all)
        };
        read().unwrap_or_default()
    }

    /// Looks through what was said in a session, first only at the folded words; none where it cannot be believed.
    pub(super) fn said(&self, known: &Known, looker: &mut Looker<'_>) -> Option<Finds> {
        let folded = "SELECT words FROM folded WHERE number = ?1";
        self.piece(folded, known, |folded| {
            if !looker.can_be_in(folded) {
                return Some(Finds::default());
            }
            let notes = "SELECT notes FROM said WHERE number = ?1";
            self.piece(notes, known, |notes| looker.look(folded, notes))
        })
    }

    /// Reads what lives on after a session; none where it cannot be believed.
    pub(super) fn lasting(&self, known: &Known) -> Option<Vec<u8>> {
        let told = "SELECT told FROM lasting WHERE number = ?1";
        self.piece(told, known, |told| Some(told.to_vec()))
    }

    /// Reads one piece of a session and hands it on where its checksum holds.
    fn piece<T>(
        &self,
        words: &str,
        known: &Known,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Option<T> {
        let mut asked = self.0.prepare_cached(words).ok()?;
        let mut rows = asked.query([known.number]).ok()?;
        let row = rows.next().ok()??;
        read(checked(&known.path, row, 0).ok()??)
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // Without it a question is planned anew each time it is asked about another session.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
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

/// Puts a checksum behind a piece. It goes over the path too: a number can be given anew, and then the piece is another session's.
fn sealed(path: &str, piece: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(piece.len() + 4);
    whole.extend(piece);
    whole.extend(sum(path, piece).to_le_bytes());
    whole
}

/// Returns a piece whose checksum holds.
fn checked<'r>(path: &str, row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r [u8]>> {
    let whole = row.get_ref(column)?.as_blob()?;
    Ok(whole
        .split_last_chunk::<4>()
        .filter(|(piece, written)| sum(path, piece).to_le_bytes() == **written)
        .map(|(piece, _)| piece))
}

fn sum(path: &str, piece: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(path.as_bytes()), piece)
}

fn write_row(change: &Connection, path: &str, kept: &Kept) -> rusqlite::Result<()> {
    let number: i64 = change
        .prepare_cached(
            "INSERT INTO session (path, id, seen, about) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (path) DO UPDATE SET id = ?2, seen = ?3, about = ?4 RETURNING number",
        )?
        .query_row(
            params![
                path,
                kept.id.0,
                sealed(path, &kept.seen),
                sealed(path, &kept.about)
            ],
            |row| row.get(0),
        )?;
    let pieces = [&kept.said.folded, &kept.said.notes, &kept.lasting];
    for (table, piece) in OF_SESSION.iter().zip(pieces) {
        change
            .prepare_cached(&format!("INSERT OR REPLACE INTO {table} VALUES (?1, ?2)"))?
            .execute(params![number, sealed(path, piece)])?;
    }
    Ok(())
}

fn remove_row(change: &Connection, path: &str) -> rusqlite::Result<()> {
    for table in OF_SESSION {
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
        connection.pragma_update(None, "synchronous", "FULL")?;
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
