//! The network itself: HTTP over rustls, with the certificates that this machine trusts.
//!
//! The machine's own verifier decides whom to trust, since many offices look into their traffic with a certificate of their own.

use std::{io::Read as _, sync::Arc, time::Duration};

use rustls::crypto::{CryptoProvider, ring};
use ureq::{
    Agent, Body, Error, Proxy,
    config::Config,
    http::Response,
    tls::{RootCerts, TlsConfig, TlsProvider},
};

use super::{Answer, Broken, Request, cache::MOST_BYTES};
use crate::text::SafeText;

/// What is said to servers of who asks.
pub const USER_AGENT: &str = concat!("samtal/", env!("CARGO_PKG_VERSION"));

/// How much of an answer is read at once.
const PIECE: usize = 64 * 1024;

/// How to reach the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The address of a proxy, as `HTTPS_PROXY` has it.
    pub proxy: Option<String>,
    /// Servers that are asked without it, as `NO_PROXY` lists them.
    pub no_proxy: String,
    /// The longest wait for a connection.
    pub connect: Duration,
    /// The longest wait for the beginning of an answer, and for the next piece of it.
    pub answer: Duration,
    /// The longest that a whole answer may take.
    pub whole: Duration,
    /// The most bytes of an answer, unpacked.
    pub most: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            proxy: None,
            no_proxy: String::new(),
            connect: Duration::from_secs(15),
            // Servers of statistics put large tables together while one waits.
            answer: Duration::from_secs(90),
            whole: Duration::from_mins(10),
            most: MOST_BYTES,
        }
    }
}

/// The network.
#[derive(Clone, Debug)]
pub struct Web {
    direct: Agent,
    through: Option<Agent>,
    no_proxy: String,
    most: u64,
}

impl Web {
    /// Gets ready; nobody is asked yet.
    ///
    /// # Errors
    /// A proxy that is no address.
    pub fn new(options: &Options) -> Result<Self, Broken> {
        // One provider for all: building it anew would cost for each server.
        let provider = Arc::new(ring::default_provider());
        let through = match options.proxy.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(said) => {
                let proxy = Proxy::new(said);
                // Not the address itself: it may hold a password.
                let wrong = |_error| Broken::Proxy(SafeText::line("HTTPS_PROXY"));
                Some(agent(options, &provider, Some(proxy.map_err(wrong)?)))
            }
        };
        Ok(Self {
            direct: agent(options, &provider, None),
            through,
            no_proxy: options.no_proxy.clone(),
            most: options.most,
        })
    }

    /// Asks, and reads the whole answer. `goes_on` hears how many bytes have come and says whether to go on.
    pub fn send(&self, request: &Request, goes_on: &dyn Fn(u64) -> bool) -> Result<Answer, Broken> {
        let round = goes_round(&self.no_proxy, request.host());
        let through = self.through.as_ref().filter(|_| !round);
        let agent = through.unwrap_or(&self.direct);
        let response = match &request.body {
            None => agent.get(&request.url).call(),
            Some(body) => agent
                .post(&request.url)
                .content_type("application/json")
                .send(body.as_str()),
        };
        self.read(response.map_err(|error| broken(&error))?, goes_on)
    }

    fn read(
        &self,
        response: Response<Body>,
        goes_on: &dyn Fn(u64) -> bool,
    ) -> Result<Answer, Broken> {
        let (parts, body) = response.into_parts();
        let headers = parts.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        });
        let mut answer = Answer {
            status: parts.status.as_u16(),
            headers: headers.collect(),
            body: Vec::new(),
        };
        let mut reader = body.into_with_config().limit(u64::MAX).reader();
        let mut piece = vec![0; PIECE];
        loop {
            let count = reader
                .read(&mut piece)
                .map_err(|error| broken(&Error::from(error)))?;
            let Some(read) = piece.get(..count).filter(|read| !read.is_empty()) else {
                return Ok(answer);
            };
            answer.body.extend_from_slice(read);
            let so_far = answer.body.len() as u64;
            if so_far > self.most {
                return Err(Broken::TooLarge(self.most));
            }
            if !goes_on(so_far) {
                return Err(Broken::Cancelled);
            }
        }
    }
}

fn agent(options: &Options, provider: &Arc<CryptoProvider>, proxy: Option<Proxy>) -> Agent {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::clone(provider))
        .build();
    Config::builder()
        .tls_config(tls)
        .proxy(proxy)
        // A refusal is an answer with words of its own.
        .http_status_as_error(false)
        .user_agent(USER_AGENT)
        .accept("application/json")
        .timeout_connect(Some(options.connect))
        .timeout_resolve(Some(options.connect))
        .timeout_recv_response(Some(options.answer))
        .timeout_per_read(Some(options.answer))
        .timeout_global(Some(options.whole))
        .build()
        .new_agent()
}

/// Says whether a server is asked without the proxy: named in the list, or below a name in it; `*` is every server.
fn goes_round(no_proxy: &str, host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    let name = name.to_ascii_lowercase();
    no_proxy
        .split(',')
        .map(|entry| {
            entry
                .trim()
                .trim_start_matches("*.")
                .trim_start_matches('.')
        })
        .filter(|entry| !entry.is_empty())
        .any(|entry| {
            let entry = entry.to_ascii_lowercase();
            let below = name
                .strip_suffix(&entry)
                .is_some_and(|rest| rest.ends_with('.'));
            entry == "*" || name == entry || below
        })
}

/// Says how the way broke. What a library says in passing is kept where nothing better is known.
fn broken(error: &Error) -> Broken {
    match error {
        Error::HostNotFound => Broken::NoName,
        Error::ConnectionFailed => Broken::NobodyThere,
        Error::Timeout(_) => Broken::Slow,
        Error::TooManyRedirects | Error::RedirectFailed => Broken::Redirects,
        Error::InvalidProxyUrl => Broken::Proxy(SafeText::line("HTTPS_PROXY")),
        Error::ConnectProxyFailed(words) => Broken::Proxy(SafeText::line(words)),
        Error::Rustls(error) => of_tls(error),
        Error::Io(error) => of_io(error),
        other => Broken::Other(SafeText::line(&other.to_string())),
    }
}

fn of_io(error: &std::io::Error) -> Broken {
    use std::io::ErrorKind;
    let inner = error.get_ref();
    if let Some(tls) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return of_tls(tls);
    }
    if let Some(inner) = inner.and_then(|inner| inner.downcast_ref::<Error>()) {
        return broken(inner);
    }
    match error.kind() {
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable => Broken::NobodyThere,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Broken::Slow,
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => {
            Broken::Cut
        }
        _ => Broken::Other(SafeText::line(&error.to_string())),
    }
}

fn of_tls(error: &rustls::Error) -> Broken {
    let words = SafeText::line(&error.to_string());
    match error {
        rustls::Error::InvalidCertificate(_) => Broken::Certificate(words),
        _ => Broken::Other(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_of_the_house_are_asked_without_the_proxy() {
        let list = "localhost, .kommun.se,*.intra.se,10.0.0.1";
        for (host, round) in [
            ("localhost:8080", true),
            ("data.kommun.se", true),
            ("kommun.se", true),
            ("x.intra.se:443", true),
            ("10.0.0.1", true),
            ("api.scb.se", false),
            ("minkommun.se", false),
        ] {
            assert_eq!(goes_round(list, host), round, "{host}");
        }
        assert!(goes_round("*", "api.scb.se") && !goes_round("", "api.scb.se"));
    }

    #[test]
    fn a_proxy_that_is_none_is_told_without_its_password() {
        let options = Options {
            proxy: Some("ftp://me:secret@".to_owned()),
            ..Options::default()
        };
        let error = Web::new(&options).unwrap_err();
        assert_eq!(error, Broken::Proxy("HTTPS_PROXY".into()));
    }
}
