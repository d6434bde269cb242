//! `samtal fetch`: tables from those who publish them, into the cache, a file, a chart or a session.

/// Charts that were fetched, once more.
pub(super) mod again;
/// What becomes of a table that came.
mod keep;
/// Kolada.
mod kolada;
/// What is seen while one waits.
mod progress;
/// SCB and other servers of `PxWeb`.
mod pxweb;
/// The starter pack.
mod starter;

use super::{
    Context, Failure,
    args::{Fetch, Manner},
};
use crate::{
    data::municipality::{self, Municipality},
    fetch::{
        FetchError,
        bring::NotBrought,
        cache::Cache,
        client::{self, Client, News},
        request,
        web::{Options, Web},
        years::Years,
    },
    run::net::Net,
    store::RealDisk,
    t,
    text::SafeText,
};

/// Ended by Ctrl+C: 128 and the signal's number, as shells say it.
const CANCELLED: u8 = 130;

/// Words that begin a search.
const SEARCH: [&str; 3] = ["search", "sok", "sök"];

/// Fetches what is asked for.
pub(super) fn run(context: &Context, from: Fetch) -> Result<u8, Failure> {
    match from {
        Fetch::Scb {
            words,
            choice,
            keep,
            manner,
        } => {
            let url = manner.server.clone();
            let url = url.unwrap_or_else(|| crate::fetch::pxweb::SCB.to_owned());
            let ask = pxweb::Ask {
                url: &url,
                words: &words,
                choice: &choice,
                keep: &keep,
                again: "samtal fetch scb",
            };
            with_client(context, &manner, &mut |client| {
                pxweb::run(context, client, &ask)
            })
        }
        Fetch::Pxweb {
            url,
            words,
            choice,
            keep,
            manner,
        } => {
            let again = format!("samtal fetch pxweb {}", SafeText::line(&url));
            let ask = pxweb::Ask {
                url: &url,
                words: &words,
                choice: &choice,
                keep: &keep,
                again: &again,
            };
            with_client(context, &manner, &mut |client| {
                pxweb::run(context, client, &ask)
            })
        }
        Fetch::Kolada {
            words,
            years,
            municipality,
            keep,
            manner,
        } => {
            let ask = kolada::Ask {
                server: &kolada_server(context, &manner)?,
                words: &words,
                years: years.as_deref(),
                places: &municipality,
                keep: &keep,
            };
            with_client(context, &manner, &mut |client| {
                kolada::run(context, client, &ask)
            })
        }
        Fetch::Starter {
            municipality,
            theme,
            session,
            manner,
        } => {
            let ask = starter::Ask {
                server: &kolada_server(context, &manner)?,
                place: place(context, &municipality)?,
                theme: theme.as_deref(),
                session: session.as_deref(),
            };
            with_client(context, &manner, &mut |client| {
                starter::run(context, client, &ask)
            })
        }
    }
}

/// Who asks.
type Asker<'a> = Client<'a, Net, RealDisk>;

/// Asks over the network, with a progress bar, until it is done or somebody wants no more.
fn with_client(
    context: &Context,
    manner: &Manner,
    work: &mut dyn FnMut(&mut Asker<'_>) -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    let options = Options {
        proxy: context.env.proxy.clone(),
        no_proxy: context.env.no_proxy.clone(),
        ..Options::default()
    };
    let web = Web::new(&options).map_err(|broken| {
        let host = SafeText::default();
        failure(context, &FetchError::Broken { host, broken })
    })?;
    let mut net = Net::new(web, context.clock);
    net.end_at_interrupt()
        .map_err(|error| Failure::new(error.to_string()))?;
    let asked = match (manner.offline, manner.fresh) {
        (true, _) => client::Manner::Offline,
        (_, true) => client::Manner::Fresh,
        _ => client::Manner::Polite,
    };
    let bar = std::cell::RefCell::new(progress::Progress::new(context));
    let mut watch = |news: News| bar.borrow_mut().tell(&news);
    let cache = Cache::new(context.disk, context.places.cache.join("fetch"));
    let result = {
        let mut client = Client::new(&mut net, cache, asked, &mut watch);
        work(&mut client)
    };
    bar.borrow_mut().end();
    result
}

fn kolada_server(context: &Context, manner: &Manner) -> Result<String, Failure> {
    let said = manner.server.as_deref();
    let said = said.unwrap_or(crate::fetch::kolada::SERVER);
    request::address(said).ok_or_else(|| no_address(context, said))
}

fn no_address(context: &Context, said: &str) -> Failure {
    Failure::usage(t!(
        context.texts,
        "fetch-no-address",
        said = SafeText::line(said)
    ))
    .hinted(t!(context.texts, "fetch-no-address-hint"))
}

/// Finds a municipality by what a person calls it.
fn place(context: &Context, said: &str) -> Result<Municipality, Failure> {
    municipality::find(said).map_err(|none| {
        let said = SafeText::line(said);
        let failure = Failure::usage(t!(context.texts, "fetch-no-municipality", said = said));
        let near: Vec<&str> = none.near.iter().map(|one| one.name).collect();
        if near.is_empty() {
            failure
        } else {
            failure.hinted(t!(context.texts, "fetch-near", names = near.join(", ")))
        }
    })
}

fn years(context: &Context, said: Option<&str>) -> Result<Option<Years>, Failure> {
    said.map(|said| {
        Years::parse(said).map_err(|_none| {
            Failure::usage(t!(
                context.texts,
                "fetch-years",
                said = SafeText::line(said)
            ))
        })
    })
    .transpose()
}

fn failure(context: &Context, error: &FetchError) -> Failure {
    let failure = Failure {
        hint: error.hint(&context.texts),
        ..Failure::new(error.say(&context.texts))
    };
    if error.is_cancelled() {
        Failure {
            code: CANCELLED,
            ..failure
        }
    } else {
        failure
    }
}

fn not_brought(context: &Context, error: &NotBrought) -> Failure {
    match error {
        NotBrought::Fetch(error) => failure(context, error),
        NotBrought::Pick(error) => Failure::usage(error.say(&context.texts)),
    }
}
