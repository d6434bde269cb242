//! Whole tables: the questions for them, one after the other, and their answers put together.

use std::{collections::VecDeque, path::PathBuf};

use super::{
    FetchError, Request,
    cache::Kept,
    client::{Client, Transport},
    join::join,
    kolada::{self, Kpi},
    pxweb::{
        self, Form,
        about::About,
        pick::{self, Chosen, NoPick},
        server::{Config, Listed, Server, listed},
    },
    request,
    split::{Limits, MAX_PIECES},
};
use crate::{
    data::{Table, json},
    store::Disk,
    text::{Moment, SafeText},
};

/// A table, and what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The table with its names.
    pub table: Table,
    /// The answers with its figures, as they came.
    pub answers: Vec<Kept>,
}

impl Brought {
    /// Returns when the oldest of its answers came.
    pub fn at(&self) -> Moment {
        let oldest = self.answers.iter().map(|kept| kept.at).min();
        oldest.unwrap_or_default()
    }

    /// Returns the files of its answers.
    pub fn files(&self) -> Vec<PathBuf> {
        self.answers.iter().map(|kept| kept.path.clone()).collect()
    }

    /// Returns what a file of it holds: the answer as it came where there is one that says everything, else all of them put together as
    /// JSON-stat.
    pub fn file(&self) -> Vec<u8> {
        match self.answers.as_slice() {
            [one] if is_stat(&one.body) => one.body.clone(),
            _ => json::write_stat(&self.table).into_bytes(),
        }
    }
}

/// Figures of Kolada come without names; a set of JSON-stat has its own.
fn is_stat(body: &[u8]) -> bool {
    let word = b"\"dimension\"";
    body.windows(word.len()).any(|found| found == word)
}

/// Why a table did not come.
#[derive(Clone, Debug, PartialEq)]
pub enum NotBrought {
    /// Something went wrong with asking.
    Fetch(FetchError),
    /// The table has not what is wanted.
    Pick(NoPick),
}

impl<E: Into<FetchError>> From<E> for NotBrought {
    fn from(error: E) -> Self {
        Self::Fetch(error.into())
    }
}

/// Asks a `PxWeb` server what it allows, and keeps to its pace. One that does not say is asked little and slowly.
pub fn config<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &Server,
) -> Result<Config, FetchError> {
    let Some(request) = server.config() else {
        return Ok(Config::unknown());
    };
    let config = match client.json(&request) {
        Ok((node, _)) => Config::read(&node),
        Err(
            FetchError::Refused { .. } | FetchError::NotFigures { .. } | FetchError::NotKept(_),
        ) => Config::unknown(),
        Err(error) => return Err(error),
    };
    if let Some(pace) = config.pace {
        client.keep_pace(request.host(), pace);
    }
    Ok(config)
}

/// What lies at an address of a `PxWeb` server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum There {
    /// A table.
    Table(About),
    /// A level, or a list of tables, and how many there are in all.
    List(Vec<Listed>, usize),
}

/// Asks what a table holds, or what lies on a level.
pub fn about<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &Server,
    table: &str,
) -> Result<There, FetchError> {
    look(client, &server.about(table))
}

/// Asks for tables with some words.
pub fn search<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &Server,
    words: &str,
) -> Result<There, FetchError> {
    look(client, &server.search(words))
}

fn look<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    request: &Request,
) -> Result<There, FetchError> {
    let (node, kept) = client.json(request)?;
    if let Some(about) = About::read(&node) {
        return Ok(There::Table(about));
    }
    if let Some((list, all)) = listed(&node) {
        return Ok(There::List(list, all));
    }
    Err(FetchError::NotFigures {
        host: SafeText::line(request.host()),
        words: super::answer::words(&kept.body),
    })
}

/// Fetches a choice of a `PxWeb` table, in as many pieces as the server wants it.
pub fn pxweb<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &Server,
    table: &str,
    chosen: &[Chosen],
    limits: Limits,
) -> Result<Brought, NotBrought> {
    let mut limits = limits;
    let cut = pick::pieces(chosen, limits).map_err(NotBrought::Pick)?;
    let mut waiting: VecDeque<Vec<Chosen>> = cut.into();
    let (mut answers, mut tables) = (Vec::new(), Vec::new());
    let (mut form, mut refused) = (Form::Stat, None);
    while let Some(piece) = waiting.pop_front() {
        client.tell(answers.len(), answers.len() + waiting.len() + 1);
        let kept = match client.get(&pxweb::figures(server, table, &piece, form)) {
            Ok(kept) => kept,
            // Some servers allow less than they say.
            Err(error) if too_much(&error) && pick::cells(&piece) > 1 => {
                limits.cells = (pick::cells(&piece) / 2).max(1);
                let smaller = pick::pieces(&piece, limits).map_err(NotBrought::Pick)?;
                if answers.len() + waiting.len() + smaller.len() > MAX_PIECES {
                    return Err(error.into());
                }
                for piece in smaller.into_iter().rev() {
                    waiting.push_front(piece);
                }
                continue;
            }
            Err(error) if form == Form::Stat && is_old(server) && may_be_form(&error) => {
                (form, refused) = (Form::Codes, Some(error));
                waiting.push_front(piece);
                continue;
            }
            // What the server said first tells more than that it refuses the older form as well.
            Err(error) => {
                return Err(refused
                    .filter(|_| answers.is_empty())
                    .unwrap_or(error)
                    .into());
            }
        };
        let name = SafeText::line(table);
        tables.extend(json::of_bytes(&kept.body, &name)?.into_iter().next());
        answers.push(kept);
    }
    client.tell(answers.len(), answers.len());
    let table = join(tables)?;
    Ok(Brought { table, answers })
}

fn is_old(server: &Server) -> bool {
    matches!(server, Server::One { .. })
}

/// Says whether a server may have refused the form of the answer: the oldest know no JSON-stat, and each says so in its own way.
fn may_be_form(error: &FetchError) -> bool {
    matches!(error, FetchError::Refused { status, .. } if matches!(status, 400 | 406 | 415 | 500 | 501))
        && !too_much(error)
}

/// Says whether a server refused since it was asked for too much: 403 in version 1, 400 in version 2.
fn too_much(error: &FetchError) -> bool {
    let FetchError::Refused { status, words, .. } = error else {
        return false;
    };
    let words = words.to_lowercase();
    matches!(status, 400 | 403 | 413) && words.contains("too many")
}

/// Fetches indicators of Kolada with their names; `server` is where it is.
pub fn kolada<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &str,
    ask: &kolada::Ask,
) -> Result<(Brought, Vec<Kpi>), FetchError> {
    client.keep_pace(request::host(server), kolada::PACE);
    let mut kpis = Vec::new();
    for request in kolada::about(server, &ask.kpis) {
        match client.json(&request) {
            Ok((node, _)) => kpis.extend(kolada::kpis(&node)),
            // Names are good to have; figures are what was asked for.
            Err(FetchError::Refused { .. } | FetchError::NotKept(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let (mut answers, mut tables) = (Vec::new(), Vec::new());
    let requests = kolada::figures(server, ask);
    for (at, request) in requests.iter().enumerate() {
        client.tell(at, requests.len());
        for page in pages(client, request)? {
            tables.extend(json::of_bytes(&page.body, &SafeText::line(kolada::SOURCE))?);
            answers.push(page);
        }
    }
    client.tell(requests.len(), requests.len());
    let mut table = join(tables)?;
    kolada::name(&mut table, &kpis);
    Ok((Brought { table, answers }, kpis))
}

/// Asks for indicators with some words in their titles.
pub fn kpis<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    server: &str,
    words: &[String],
) -> Result<Vec<Kpi>, FetchError> {
    client.keep_pace(request::host(server), kolada::PACE);
    let mut found = Vec::new();
    for page in pages(client, &kolada::search(server, words))? {
        let node = json::node::parse(&page.body).unwrap_or_default();
        found.extend(kolada::kpis(&node));
    }
    Ok(kolada::matching(found, words))
}

/// Follows the pages of an answer to their end; those without rows are left out.
fn pages<T: Transport, D: Disk>(
    client: &mut Client<'_, T, D>,
    first: &Request,
) -> Result<Vec<Kept>, FetchError> {
    let mut found: Vec<Kept> = Vec::new();
    let mut seen = vec![first.clone()];
    let mut next = Some(first.clone());
    while let Some(request) = next {
        let (node, kept) = client.json(&request)?;
        let following = kolada::next(&node)
            .map(|url| follow(first, url))
            .transpose()?;
        if !node.get("values").list().is_empty() {
            found.push(kept);
        }
        // A server that names a page twice has no end.
        next = following.filter(|page| !seen.contains(page) && seen.len() < kolada::MOST_PAGES);
        seen.extend(next.clone());
    }
    Ok(found)
}

/// Returns the question for a page that an answer names. It must be at the same server, and is asked as safely as the first.
fn follow(first: &Request, url: &str) -> Result<Request, FetchError> {
    let host = first.host();
    if request::host(url) != host {
        return Err(FetchError::Elsewhere {
            host: SafeText::line(host),
            to: SafeText::line(url),
        });
    }
    let scheme = first.url.split("://").next().unwrap_or("https");
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    Ok(Request::get(format!("{scheme}://{rest}")))
}

#[cfg(test)]
mod tests;
