//! Tables from the servers that publish them: the only floor that knows a network.
//!
//! ```text
//! client      one question and its answer: kept answers, the server's pace, trying again, what it says when it refuses
//!   answer    what came back, and a server's own words in it
//!   pace      how often a server may be asked
//!   cache     answers that were kept, with date and address
//!   web       the network itself, behind the trait Transport
//! pxweb       SCB and every other PxWeb server, versions 1 and 2: what a table holds, choosing, asking in pieces
//! kolada      Kolada, version 3
//! join        pieces → one table
//! starter     indicators on the young as ready charts
//! again       charts that were fetched, asked for once more
//! ```
//!
//! What to ask is worked out without asking anybody: requests, pieces, sentences are values, and time and chance come as arguments.

/// Charts that were fetched, asked for once more.
pub mod again;
/// What came back.
pub mod answer;
/// Whole tables.
pub mod bring;
/// Answers that were kept.
pub mod cache;
/// One question and its answer.
pub mod client;
/// What went wrong, as a sentence.
mod error;
/// Pieces of one table, put together.
pub mod join;
/// Kolada.
pub mod kolada;
/// How often a server may be asked.
pub mod pace;
/// `PxWeb`.
pub mod pxweb;
/// Questions as values.
pub mod request;
/// Too much for one question, as several.
pub mod split;
/// Indicators on the young as ready charts.
pub mod starter;
/// The network itself.
pub mod web;
/// Years as people say them.
pub mod years;

pub use self::{
    answer::Answer,
    error::{Broken, FetchError},
    request::Request,
};
