//! The listener against clients that do not behave, on real sockets.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::get;
use public::listen::{Limits, Served, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

/// Long enough for a busy machine, short enough to fail in time.
const PATIENCE: Duration = Duration::from_secs(20);

struct Running {
    address: SocketAddr,
    shutdown: CancellationToken,
    served: JoinHandle<Served>,
    /// Lets the handler of `/slow` answer.
    release: Arc<Notify>,
    /// Told when the handler of `/slow` was reached.
    reached: Arc<Notify>,
}

impl Running {
    async fn with(limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let shutdown = CancellationToken::new();
        let release = Arc::new(Notify::new());
        let reached = Arc::new(Notify::new());
        let (released, slow_reached) = (Arc::clone(&release), Arc::clone(&reached));
        let router = Router::new()
            .route(
                "/",
                get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.to_string() }),
            )
            .route(
                "/slow",
                get(|| async move {
                    slow_reached.notify_one();
                    released.notified().await;
                    "at last"
                }),
            )
            .route("/large", get(|| async { vec![b'x'; 64 * 1024 * 1024] }));
        let served = tokio::spawn(serve(listener, router, limits, shutdown.clone()));
        Self {
            address,
            shutdown,
            served,
            release,
            reached,
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Whether an ordinary request is answered.
    async fn answers(&self) -> bool {
        ask(&mut self.connect().await, "/")
            .await
            .starts_with("HTTP/1.1 200")
    }
}

/// Sends a request and reads until the connection ends.
async fn ask(stream: &mut TcpStream, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(stream).await
}

/// All that still comes until the connection ends, by a reset too.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        match timeout(PATIENCE, stream.read(&mut buffer)).await {
            Ok(Ok(0)) => break,
            Ok(Ok(read)) => bytes.extend_from_slice(&buffer[..read]),
            Ok(Err(error)) if error.kind() == ErrorKind::ConnectionReset => break,
            Ok(Err(error)) => panic!("{error}"),
            Err(late) => panic!("the connection stayed open: {late}"),
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn quick() -> Limits {
    Limits {
        head: Duration::from_millis(300),
        stall: Duration::from_millis(300),
        grace: Duration::from_millis(300),
        ..Limits::default()
    }
}

/// What a client may send and then nothing more.
const PROBES: [&str; 6] = [
    "",
    "P",
    "PRI * HTTP/2.0",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: local",
    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
];

async fn every_probe_is_cut_within(limits: Limits, most: Duration) {
    let running = Running::with(limits).await;
    let mut probes = Vec::new();
    for probe in PROBES {
        let mut stream = running.connect().await;
        stream.write_all(probe.as_bytes()).await.unwrap();
        probes.push(tokio::spawn(async move {
            let began = Instant::now();
            rest(&mut stream).await;
            (probe, began.elapsed())
        }));
    }
    assert!(running.answers().await);
    for probe in probes {
        let (probe, lasted) = probe.await.unwrap();
        assert!(lasted < most, "{probe:?} stayed {lasted:?}");
    }
}

#[tokio::test]
async fn clients_that_send_no_request_are_cut() {
    every_probe_is_cut_within(quick(), Duration::from_secs(2)).await;
}

#[tokio::test]
async fn clients_that_send_no_request_are_cut_within_six_seconds_by_default() {
    every_probe_is_cut_within(Limits::default(), Duration::from_secs(6)).await;
}

#[tokio::test]
async fn a_head_that_comes_one_byte_at_a_time_is_cut() {
    let running = Running::with(quick()).await;
    let mut stream = running.connect().await;
    let began = Instant::now();
    let cut = async {
        for byte in b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ".iter().cycle() {
            if stream.write_all(&[*byte]).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(PATIENCE, cut).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let running = Running::with(Limits::default()).await;
    let mut stream = running.connect().await;
    let request = format!(
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n",
        "x".repeat(64 * 1024)
    );
    // The server may close before all of it is written.
    let _sent = stream.write_all(request.as_bytes()).await;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 431");
}

#[tokio::test]
async fn too_many_headers_are_refused() {
    let running = Running::with(Limits::default()).await;
    let mut stream = running.connect().await;
    let request = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(101));
    stream.write_all(request.as_bytes()).await.unwrap();
    assert!(rest(&mut stream).await.starts_with("HTTP/1.1 431"));
}

/// Request smuggling: what two servers could read differently is not read at all.
#[tokio::test]
async fn requests_that_can_be_read_in_two_ways_are_refused() {
    let running = Running::with(quick()).await;
    for request in [
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 6\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHo\0st: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n: a\r\n\r\n",
    ] {
        let mut stream = running.connect().await;
        stream.write_all(request.as_bytes()).await.unwrap();
        let answer = rest(&mut stream).await;
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 400"),
            "{request:?} was answered {answer:?}"
        );
    }
    assert!(running.answers().await);
}

#[tokio::test]
async fn one_address_has_so_many_connections_and_no_more() {
    let running = Running::with(Limits {
        connections_per_address: 2,
        ..Limits::default()
    })
    .await;
    let first = running.connect().await;
    let _second = running.connect().await;
    let mut third = running.connect().await;
    assert_eq!(rest(&mut third).await, "");
    drop(first);
    let answered = async {
        while !ask_quietly(&running).await {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, answered).await.unwrap();
}

/// Whether a request is answered, where the connection may be closed at once.
async fn ask_quietly(running: &Running) -> bool {
    let mut stream = running.connect().await;
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await.is_ok() && rest(&mut stream).await.starts_with("HTTP/1.1 200")
}

#[tokio::test]
async fn connections_beyond_the_total_wait_for_a_place() {
    let running = Running::with(Limits {
        connections: 1,
        head: Duration::from_millis(500),
        ..Limits::default()
    })
    .await;
    let _silent = running.connect().await;
    let began = Instant::now();
    assert!(running.answers().await);
    assert!(began.elapsed() > Duration::from_millis(100));
}

#[tokio::test]
async fn handlers_are_told_the_address_of_the_client() {
    let running = Running::with(Limits::default()).await;
    let mut stream = running.connect().await;
    let own = stream.local_addr().unwrap().to_string();
    assert!(ask(&mut stream, "/").await.ends_with(&own));
}

#[tokio::test]
async fn a_client_that_takes_nothing_is_cut() {
    let running = Running::with(quick()).await;
    let mut stream = running.connect().await;
    stream
        .write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let mut taken = 0;
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(read) = timeout(PATIENCE, stream.read(&mut buffer)).await.unwrap() {
        if read == 0 {
            break;
        }
        taken += read;
    }
    assert!(taken < 64 * 1024 * 1024, "all of it was sent");
}

#[tokio::test]
async fn a_request_in_flight_is_finished_and_no_new_one_is_begun() {
    let running = Running::with(Limits::default()).await;
    let mut slow = running.connect().await;
    let mut idle = running.connect().await;
    let asked = tokio::spawn(async move { ask(&mut slow, "/slow").await });
    running.reached.notified().await;
    running.shutdown.cancel();
    assert_eq!(rest(&mut idle).await, "");
    let refused = async { while TcpStream::connect(running.address).await.is_ok() {} };
    timeout(PATIENCE, refused).await.unwrap();
    running.release.notify_one();
    assert!(asked.await.unwrap().ends_with("at last"));
    assert_eq!(running.served.await.unwrap(), Served { cut: 0 });
}

#[tokio::test]
async fn a_request_that_does_not_finish_is_cut() {
    let running = Running::with(quick()).await;
    let mut slow = running.connect().await;
    let asked = tokio::spawn(async move { ask(&mut slow, "/slow").await });
    running.reached.notified().await;
    running.shutdown.cancel();
    assert_eq!(asked.await.unwrap(), "");
    assert_eq!(running.served.await.unwrap(), Served { cut: 1 });
}

/// Runs the test below in a process of its own that may open few files.
#[test]
fn a_listener_without_file_descriptors_goes_on_when_it_has_some_again() {
    let status = std::process::Command::new("sh")
        .args([
            "-c",
            r#"ulimit -n 48 && exec "$0" --exact --ignored with_few_file_descriptors"#,
        ])
        .arg(std::env::current_exe().unwrap())
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
}

#[tokio::test]
#[ignore = "is run by the test above, with few file descriptors"]
async fn with_few_file_descriptors() {
    let running = Running::with(Limits::default()).await;
    assert!(running.answers().await);
    let mut files = Vec::new();
    while let Ok(file) = std::fs::File::open("/dev/null") {
        files.push(file);
        assert!(files.len() < 100, "the limit does not hold");
    }
    // The client's end takes the last one: there is none for the server's.
    files.pop();
    let mut stream = running.connect().await;
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut byte = [0];
    let waits = timeout(Duration::from_millis(500), stream.read(&mut byte)).await;
    assert!(waits.is_err(), "a connection was accepted all the same");
    files.clear();
    assert!(rest(&mut stream).await.starts_with("HTTP/1.1 200"));
}
