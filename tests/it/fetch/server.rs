//! A server on this machine that answers as a test wants: well, badly, slowly, not to the end.
#![expect(
    clippy::unwrap_used,
    reason = "the world round the program; a world that cannot be made fails the test"
)]

use std::{
    io::{BufRead as _, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex},
};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// A question as it came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// The path with what stands behind `?`.
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Status, more headers, body.
    Answer(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Half of what was promised.
    Cut(Vec<u8>),
    /// A beginning, and then nothing for ever.
    Never,
}

pub(crate) fn json(body: impl Into<Vec<u8>>) -> Reply {
    Reply::Answer(
        200,
        vec![("content-type", "application/json".into())],
        body.into(),
    )
}

pub(crate) fn no(status: u16, body: &str) -> Reply {
    Reply::Answer(status, Vec::new(), body.into())
}

type Handler = dyn Fn(&Asked) -> Reply + Send + Sync;

/// The server; its threads end with the test.
pub(crate) struct Server {
    pub(crate) port: u16,
    asked: Arc<(Mutex<Vec<Asked>>, Condvar)>,
}

impl Server {
    pub(crate) fn start(handler: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        Self::with(None, Arc::new(handler))
    }

    /// Starts one that speaks TLS with a certificate for localhost, and returns the authority that signed it. Both are made anew each time,
    /// so that no key is kept anywhere.
    pub(crate) fn start_tls(
        handler: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> (Self, String) {
        let own = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let name = "An authority of one test";
        authority.distinguished_name.push(DnType::CommonName, name);
        let trusted = authority.self_signed(&own).unwrap().pem();
        let issuer = Issuer::new(authority, own);
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new(vec!["localhost".to_owned()])
            .unwrap()
            .signed_by(&key, &issuer)
            .unwrap();
        let certificate = certificate.der().clone();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        let server = Self::with(Some(Arc::new(config)), Arc::new(handler));
        (server, trusted)
    }

    fn with(tls: Option<Arc<rustls::ServerConfig>>, handler: Arc<Handler>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked: Arc<(Mutex<Vec<Asked>>, Condvar)> = Arc::default();
        let seen = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (tls, handler, seen) = (tls.clone(), Arc::clone(&handler), Arc::clone(&seen));
                std::thread::spawn(move || match tls {
                    None => serve(stream, &handler, &seen),
                    Some(config) => {
                        let connection = rustls::ServerConnection::new(config).unwrap();
                        serve(
                            rustls::StreamOwned::new(connection, stream),
                            &handler,
                            &seen,
                        );
                    }
                });
            }
        });
        Self { port, asked }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Returns what was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.0.lock().unwrap().clone()
    }

    /// Waits until so much was asked.
    pub(crate) fn wait_for(&self, count: usize) {
        let asked = self.asked.0.lock().unwrap();
        drop(
            self.asked
                .1
                .wait_while(asked, |asked| asked.len() < count)
                .unwrap(),
        );
    }
}

/// A proxy that leads to a server on this machine, whatever is asked for.
pub(crate) struct Tunnel {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Tunnel {
    /// Opens one to a port.
    pub(crate) fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                // Either side may go when it has what it wants.
                std::thread::spawn(move || drop(lead(stream, port, &seen)));
            }
        });
        Self { url, asked }
    }

    /// Returns the first line of each question.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn lead(mut stream: TcpStream, port: u16, seen: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    head.read_line(&mut first)?;
    seen.lock().unwrap().push(first);
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut server = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    let (mut asks, mut hears) = (stream.try_clone()?, server.try_clone()?);
    let there = std::thread::spawn(move || {
        drop(std::io::copy(&mut asks, &mut hears));
        drop(hears.shutdown(Shutdown::Write));
    });
    std::io::copy(&mut server, &mut stream)?;
    stream.shutdown(Shutdown::Both)?;
    drop(there.join());
    Ok(())
}

/// A place where nobody answers.
pub(crate) fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    format!("http://127.0.0.1:{port}")
}

fn serve(stream: impl Read + Write, handler: &Arc<Handler>, seen: &(Mutex<Vec<Asked>>, Condvar)) {
    let mut stream = BufReader::new(stream);
    let Some(asked) = read(&mut stream) else {
        return;
    };
    let reply = handler(&asked);
    seen.0.lock().unwrap().push(asked);
    seen.1.notify_all();
    let out = stream.get_mut();
    // Whoever asked may have gone; that is what some tests are about.
    drop(match reply {
        Reply::Answer(status, headers, body) => {
            let more = headers.iter().fold(String::new(), |more, (name, value)| {
                more + name + ": " + value + "\r\n"
            });
            let head = format!(
                "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {}\r\n{more}\r\n",
                body.len()
            );
            out.write_all(head.as_bytes())
                .and_then(|()| out.write_all(&body))
                .and_then(|()| out.flush())
        }
        Reply::Cut(body) => {
            let head = format!(
                "HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n",
                body.len() * 2
            );
            out.write_all(head.as_bytes())
                .and_then(|()| out.write_all(&body))
                .and_then(|()| out.flush())
        }
        Reply::Never => {
            let head = b"HTTP/1.1 200 X\r\ncontent-length: 999999\r\n\r\n{\"values\": [";
            drop(out.write_all(head).and_then(|()| out.flush()));
            // Until the other side goes.
            let mut rest = [0; 16];
            while matches!(stream.read(&mut rest), Ok(count) if count > 0) {}
            Ok(())
        }
    });
}

fn read(stream: &mut BufReader<impl Read>) -> Option<Asked> {
    let mut line = String::new();
    stream.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let mut asked = Asked {
        method: words.next()?.to_owned(),
        path: words.next()?.to_owned(),
        ..Asked::default()
    };
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        asked
            .headers
            .push((name.to_lowercase(), value.trim().to_owned()));
    }
    let length = asked.header("content-length").parse().unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    asked.body = String::from_utf8(body).ok()?;
    Some(asked)
}
