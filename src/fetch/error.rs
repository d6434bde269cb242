//! What went wrong while something was fetched: our sentence, with the server's own words in it.

use super::join::NotOne;
use crate::{
    data::DataError,
    store::StoreError,
    t,
    text::{SafeText, Span, Texts},
};

/// How the way to a server, or an answer on its way, broke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A person wanted no more.
    Cancelled,
    /// No server has that name, or there is no network.
    NoName,
    /// Nobody answers there.
    NobodyThere,
    /// No answer in time.
    Slow,
    /// The certificate is not one that this machine trusts; the words of the one who looked.
    Certificate(SafeText),
    /// More bytes than are taken in one answer: this many.
    TooLarge(u64),
    /// Sent on and on from address to address.
    Redirects,
    /// The answer ended before its end.
    Cut,
    /// The proxy is not understood or does not let through; its words.
    Proxy(SafeText),
    /// Something else; the words of the system.
    Other(SafeText),
}

impl Broken {
    /// Says whether another try may go better.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Slow | Self::Cut | Self::NobodyThere)
    }

    fn say(&self, host: &SafeText, texts: &Texts) -> String {
        match self {
            Self::Cancelled => t!(texts, "fetch-cancelled"),
            Self::NoName => t!(texts, "fetch-no-name", host = host),
            Self::NobodyThere => t!(texts, "fetch-nobody-there", host = host),
            Self::Slow => t!(texts, "fetch-slow", host = host),
            Self::Certificate(words) => t!(texts, "fetch-certificate", host = host, words = words),
            Self::TooLarge(most) => {
                t!(
                    texts,
                    "fetch-too-large",
                    host = host,
                    most = most / 1_000_000
                )
            }
            Self::Redirects => t!(texts, "fetch-redirects", host = host),
            Self::Cut => t!(texts, "fetch-cut", host = host),
            Self::Proxy(words) => t!(texts, "fetch-proxy", words = words),
            Self::Other(words) => t!(texts, "fetch-other", host = host, words = words),
        }
    }
}

/// Why nothing came, or nothing that can be used.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchError {
    /// The way there broke.
    Broken {
        /// The server.
        host: SafeText,
        /// How.
        broken: Broken,
    },
    /// The server said no.
    Refused {
        /// The server.
        host: SafeText,
        /// The status.
        status: u16,
        /// Its own words; may be empty.
        words: SafeText,
    },
    /// The server wants to be asked less, again and again.
    TooOften {
        /// The server.
        host: SafeText,
        /// How long it wants to be left alone, where it says so.
        wait: Option<Span>,
    },
    /// A web page or other text in the place of figures; its title or first words.
    NotFigures {
        /// The server.
        host: SafeText,
        /// What came instead.
        words: SafeText,
    },
    /// An answer sends on to another server.
    Elsewhere {
        /// The server.
        host: SafeText,
        /// Where it sends.
        to: SafeText,
    },
    /// Nothing was kept of this question, and nobody may be asked.
    NotKept(SafeText),
    /// What came is no table.
    Data(Box<DataError>),
    /// The pieces make no table.
    Join(NotOne),
    /// The cache or a file could not be read or written.
    Store(StoreError),
}

impl FetchError {
    /// Says it in a sentence.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Broken { host, broken } => broken.say(host, texts),
            Self::Refused {
                host,
                status,
                words,
            } if words.is_empty() => {
                t!(
                    texts,
                    "fetch-refused-silently",
                    host = host,
                    status = status
                )
            }
            Self::Refused {
                host,
                status,
                words,
            } => t!(
                texts,
                "fetch-refused",
                host = host,
                status = status,
                words = words
            ),
            Self::TooOften { host, wait } => match wait {
                Some(wait) => t!(
                    texts,
                    "fetch-too-often-until",
                    host = host,
                    seconds = wait.seconds_up()
                ),
                None => t!(texts, "fetch-too-often", host = host),
            },
            Self::NotFigures { host, words } => {
                t!(texts, "fetch-not-figures", host = host, words = words)
            }
            Self::Elsewhere { host, to } => t!(texts, "fetch-elsewhere", host = host, to = to),
            Self::NotKept(address) => t!(texts, "fetch-not-kept", address = address),
            Self::Data(error) => error.say(texts),
            Self::Join(NotOne::Nothing) => t!(texts, "fetch-join-nothing"),
            Self::Join(NotOne::OtherVariables) => t!(texts, "fetch-join-other"),
            Self::Join(NotOne::Changed(about)) => t!(texts, "fetch-join-changed", about = about),
            Self::Join(NotOne::TooLarge) => t!(
                texts,
                "data-many-cells",
                most = crate::data::table::MAX_CELLS / 1_000_000
            ),
            Self::Store(error) => error.sentence(*texts),
        }
    }

    /// Says what to do about it, where something can be done.
    pub fn hint(&self, texts: &Texts) -> Option<String> {
        match self {
            Self::Broken { broken, .. } => match broken {
                Broken::NoName | Broken::NobodyThere | Broken::Slow => {
                    Some(t!(texts, "fetch-hint-network"))
                }
                Broken::Certificate(_) => Some(t!(texts, "fetch-hint-certificate")),
                Broken::Proxy(_) => Some(t!(texts, "fetch-hint-proxy")),
                Broken::TooLarge(_) => Some(t!(texts, "fetch-hint-narrow")),
                Broken::Cut => Some(t!(texts, "fetch-hint-again")),
                Broken::Cancelled | Broken::Redirects | Broken::Other(_) => None,
            },
            Self::Refused { status: 404, .. } => Some(t!(texts, "fetch-hint-not-found")),
            Self::Refused {
                status: 500..=599, ..
            }
            | Self::TooOften { .. }
            | Self::Join(NotOne::Changed(_)) => Some(t!(texts, "fetch-hint-again")),
            Self::NotFigures { .. } => Some(t!(texts, "fetch-hint-page")),
            Self::NotKept(_) => Some(t!(texts, "fetch-hint-online")),
            Self::Store(error) => error.hint(*texts),
            Self::Refused { .. } | Self::Elsewhere { .. } | Self::Data(_) | Self::Join(_) => None,
        }
    }

    /// Says whether a person wanted no more.
    pub const fn is_cancelled(&self) -> bool {
        matches!(
            self,
            Self::Broken {
                broken: Broken::Cancelled,
                ..
            }
        )
    }
}

impl From<StoreError> for FetchError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<DataError> for FetchError {
    fn from(error: DataError) -> Self {
        Self::Data(Box::new(error))
    }
}

impl From<NotOne> for FetchError {
    fn from(error: NotOne) -> Self {
        Self::Join(error)
    }
}
