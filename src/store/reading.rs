//! A file to read and seek in, piece by piece, for readers that do not want it whole.

use std::{
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
};

use super::{Disk, StoreError};

/// A file on a disk. Each read opens it, so that no handle is held while a person thinks.
#[derive(Debug)]
pub struct Reading<D> {
    disk: D,
    path: PathBuf,
    len: u64,
    at: u64,
}

impl<D: Disk> Reading<D> {
    /// Opens a file; one that is missing or a folder is told as reading it would.
    pub fn open(disk: D, path: PathBuf) -> Result<Self, StoreError> {
        // Reading nothing tells what is wrong with the path, in the store's own words.
        disk.read(&path, 0, 1)?;
        let len = disk.meta(&path)?.map_or(0, |meta| meta.len);
        Ok(Self {
            disk,
            path,
            len,
            at: 0,
        })
    }
}

impl<D: Disk> Read for Reading<D> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self
            .disk
            .read_into(&self.path, self.at, out)
            .map_err(io::Error::other)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl<D: Disk> Seek for Reading<D> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::store::{ModelDisk, files};

    #[test]
    fn a_file_is_read_from_where_one_stands() {
        let disk = ModelDisk::new(1);
        let path = Path::new("/d/x.csv");
        disk.make_dir(Path::new("/d")).unwrap();
        files::write_new_file(&disk, path, b"0123456789").unwrap();
        let mut reading = Reading::open(disk.clone(), path.to_owned()).unwrap();
        let mut all = String::new();
        reading.seek(SeekFrom::End(-3)).unwrap();
        reading.read_to_string(&mut all).unwrap();
        assert_eq!(all, "789");
        assert_eq!(reading.seek(SeekFrom::Start(2)).unwrap(), 2);
        assert!(reading.seek(SeekFrom::Current(-5)).is_err());
        assert!(Reading::open(disk, "/d/y.csv".into()).is_err());
    }
}
