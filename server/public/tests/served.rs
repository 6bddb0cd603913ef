//! The routes behind the listener, over a real socket.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use public::listen::{Limits, Served, serve};
use public::{Config, Source};
use support::InMemory;
use support::by_hand::slug;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

/// Long enough for a busy machine, short enough to fail in time.
const PATIENCE: Duration = Duration::from_secs(20);

struct Running {
    address: SocketAddr,
    shutdown: CancellationToken,
    served: JoinHandle<Served>,
}

impl Running {
    async fn over(register: &Arc<InMemory>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let config = Config {
            address,
            ..Config::default()
        };
        let source = Arc::clone(register) as Arc<dyn Source>;
        let router = public::router(source, &config);
        let shutdown = config.shutdown.clone();
        let served = tokio::spawn(serve(listener, router, Limits::default(), config.shutdown));
        Self {
            address,
            shutdown,
            served,
        }
    }

    async fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let request = request.replace("HOST", &self.address.to_string());
        stream.write_all(request.as_bytes()).await.unwrap();
        stream
    }
}

/// Reads until this text came; says how long it took.
async fn until(stream: &mut TcpStream, text: &str) -> Duration {
    let began = Instant::now();
    let mut seen = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains(text) {
        let read = timeout(PATIENCE, stream.read(&mut buffer)).await;
        let read = read.unwrap().unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..read]);
    }
    began.elapsed()
}

#[tokio::test]
async fn a_stream_is_told_at_once_and_ends_when_the_listener_stops() {
    let register = InMemory::new();
    let running = Running::over(&register).await;
    let request = format!(
        "GET /stream?instrument={} HTTP/1.1\r\nHost: HOST\r\n\r\n",
        slug()
    );
    let mut stream = running.send(&request).await;
    until(&mut stream, "data: 2\n").await;
    register.ratify();
    let told = until(&mut stream, "data: 4\n").await;
    assert!(told < Duration::from_secs(1), "{told:?}");

    running.shutdown.cancel();
    let served = timeout(Duration::from_secs(5), running.served);
    assert_eq!(served.await.unwrap().unwrap(), Served { cut: 0 });
}

#[tokio::test]
async fn one_connection_serves_many_requests_and_the_head_of_a_page_has_no_body() {
    let running = Running::over(&InMemory::new()).await;
    let mut stream = running
        .send(
            "HEAD /en HTTP/1.1\r\nHost: HOST\r\n\r\n\
             HEAD /nothing HTTP/1.1\r\nHost: HOST\r\n\r\n\
             GET /healthz HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
        )
        .await;
    let mut answers = String::new();
    timeout(PATIENCE, stream.read_to_string(&mut answers))
        .await
        .unwrap()
        .unwrap();
    let statuses: Vec<&str> = answers
        .lines()
        .filter(|line| line.starts_with("HTTP/1.1 "))
        .collect();
    let expected = [
        "HTTP/1.1 200 OK",
        "HTTP/1.1 404 Not Found",
        "HTTP/1.1 200 OK",
    ];
    assert_eq!(statuses, expected);
    assert!(!answers.contains("<html"));
    assert!(answers.ends_with("\r\n\r\nok\n"));
}

#[tokio::test]
async fn a_body_is_refused_without_being_read() {
    let running = Running::over(&InMemory::new()).await;
    for (request, status) in [
        (
            "GET /en HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2000000000\r\n\r\n",
            "413",
        ),
        (
            "GET /en HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n",
            "413",
        ),
        (
            "POST /en HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2000000000\r\n\r\n",
            "405",
        ),
    ] {
        let mut stream = running.send(request).await;
        until(&mut stream, &format!("HTTP/1.1 {status} ")).await;
    }
}
