//! Sessions: what the browser holds opens the desk until it ends, and never after.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod installation;

use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use http::header::{COOKIE, LOCATION, SET_COOKIE};
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use installation::{Installation, PASSWORD};
use server::account::Accounts;
use server::randomness::{NoRandomness, Randomness};
use server::session::{Session, SessionError, Sessions, Signed, Transport};
use tokio::sync::Notify;
use tower::ServiceExt as _;

/// A desk in small.
#[derive(Clone)]
struct Desk {
    accounts: Accounts,
    sessions: Sessions,
    /// A slow request waits here.
    slow: Arc<Slow>,
}

#[derive(Default)]
struct Slow {
    has_begun: Notify,
    may_end: Notify,
}

#[derive(serde::Deserialize)]
struct SignIn {
    name: String,
    password: String,
}

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

async fn sign_in(
    State(desk): State<Desk>,
    session: Session,
    Form(form): Form<SignIn>,
) -> StatusCode {
    let Ok(admitted) = desk
        .accounts
        .sign_in(&form.name, &form.password, HERE)
        .await
    else {
        return StatusCode::UNPROCESSABLE_ENTITY;
    };
    let agent = "Browser ".repeat(100);
    desk.sessions
        .begin(&session, &admitted, HERE, Some(&agent))
        .await
        .unwrap();
    StatusCode::NO_CONTENT
}

async fn page(signed: Signed) -> String {
    format!("{} {}", signed.actor.name, signed.csrf.as_str())
}

async fn slow(State(desk): State<Desk>, session: Session, signed: Signed) -> String {
    desk.slow.has_begun.notify_one();
    desk.slow.may_end.notified().await;
    // What makes the layer save the session once the response is there.
    session.insert("something", 1).await.unwrap();
    signed.actor.name
}

async fn sign_out(State(desk): State<Desk>, session: Session, _signed: Signed) -> StatusCode {
    desk.sessions.end(&session, HERE).await.unwrap();
    StatusCode::NO_CONTENT
}

fn desk(house: &Installation, sessions: &Sessions) -> (Router, Desk) {
    let desk = Desk {
        accounts: house.accounts.clone(),
        sessions: sessions.clone(),
        slow: Arc::default(),
    };
    let router = Router::new()
        .route("/sign-in", post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/account/password", get(page))
        .route("/page", get(page).post(page))
        .route("/slow", get(slow))
        .layer(sessions.layer())
        .with_state(desk.clone());
    (router, desk)
}

async fn ask(router: &Router, method: &str, path: &str, cookie: Option<&str>) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(cookie) = cookie {
        request = request.header(COOKIE, cookie);
    }
    let request = request.body(Body::empty()).unwrap();
    router.clone().oneshot(request).await.unwrap()
}

async fn text(response: Response) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn set_cookie(response: &Response) -> Option<&str> {
    response
        .headers()
        .get(SET_COOKIE)
        .map(|value| value.to_str().unwrap())
}

/// The cookie that a sign-in gives, `name=value`.
async fn signed_in(router: &Router, name: &str, password: &str, cookie: Option<&str>) -> String {
    let body = format!("name={name}&password={}", password.replace(' ', "+"));
    let mut request = Request::builder()
        .method("POST")
        .uri("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded");
    if let Some(cookie) = cookie {
        request = request.header(COOKIE, cookie);
    }
    let request = request.body(Body::from(body)).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    let set = set_cookie(&response).unwrap();
    set.split(';').next().unwrap().to_owned()
}

/// Where a request is sent instead; nothing if it is let in.
async fn sent_to(router: &Router, path: &str, cookie: &str) -> Option<String> {
    let response = ask(router, "GET", path, Some(cookie)).await;
    if response.status() == StatusCode::OK {
        return None;
    }
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let to = response.headers().get(LOCATION).unwrap();
    Some(to.to_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_cookie_is_for_this_host_only_and_its_removal_too() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let body = format!("name=anna&password={}", PASSWORD.replace(' ', "+"));
    let request = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let set = set_cookie(&response).unwrap().to_owned();
    let (cookie, attributes) = set.split_once("; ").unwrap();
    assert!(cookie.starts_with("__Host-assent="), "{cookie}");
    assert_eq!(attributes, "HttpOnly; SameSite=Lax; Secure; Path=/");

    let response = ask(&router, "POST", "/sign-out", Some(cookie)).await;
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    let removed = set_cookie(&response).unwrap();
    assert!(removed.starts_with("__Host-assent=; "), "{removed}");
    for attribute in ["Max-Age=0", "Path=/", "Secure", "HttpOnly"] {
        assert!(removed.contains(attribute), "{removed}");
    }
    // A dead cookie is removed as well.
    let response = ask(&router, "GET", "/page", Some(cookie)).await;
    assert!(set_cookie(&response).unwrap().contains("; Secure"));

    let loopback = Sessions::new(
        house.store.clone(),
        house.clock.clone(),
        Arc::new(server::randomness::SystemRandomness),
        Transport::LoopbackHttp,
    );
    let (router, _) = desk(&house, &loopback);
    let cookie = signed_in(&router, "anna", PASSWORD, None).await;
    assert!(cookie.starts_with("assent="), "{cookie}");
    assert_eq!(sent_to(&router, "/page", &cookie).await, None);
}

#[tokio::test]
async fn an_id_is_never_the_browsers_choice_and_changes_at_each_sign_in() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let planted = "__Host-assent=AAAAAAAAAAAAAAAAAAAAAA";
    let first = signed_in(&router, "anna", PASSWORD, Some(planted)).await;
    assert_ne!(first, planted);
    assert!(sent_to(&router, "/page", planted).await.is_some());
    let token = text(ask(&router, "GET", "/page", Some(&first)).await).await;
    let second = signed_in(&router, "anna", PASSWORD, Some(&first)).await;
    assert_ne!(first, second);
    assert!(sent_to(&router, "/page", &first).await.is_some());
    let other_token = text(ask(&router, "GET", "/page", Some(&second)).await).await;
    assert_ne!(token, other_token);
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_sign_in_and_back() {
    let house = Installation::new().await;
    let (_, initial) = house.newcomer("anna", "liaison:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let to = sent_to(&router, "/page?x=1", "a=b").await;
    assert_eq!(to.as_deref(), Some("/sign-in?next=/page%3Fx%3D1"));
    let response = ask(&router, "POST", "/page", None).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(response.headers().get(LOCATION).unwrap(), "/sign-in");

    let cookie = signed_in(&router, "anna", initial.reveal(), None).await;
    let to = sent_to(&router, "/page", &cookie).await;
    assert_eq!(to.as_deref(), Some("/account/password"));
    assert_eq!(sent_to(&router, "/account/password", &cookie).await, None);
}

#[tokio::test]
async fn a_request_under_way_cannot_bring_an_ended_session_back() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let (router, desk) = desk(&house, &house.sessions);
    let cookie = signed_in(&router, "anna", PASSWORD, None).await;
    let under_way = tokio::spawn({
        let (router, cookie) = (router.clone(), cookie.clone());
        async move { ask(&router, "GET", "/slow", Some(&cookie)).await.status() }
    });
    desk.slow.has_begun.notified().await;
    let response = ask(&router, "POST", "/sign-out", Some(&cookie)).await;
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    desk.slow.may_end.notify_one();
    assert_eq!(under_way.await.unwrap(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(sent_to(&router, "/page", &cookie).await.is_some());
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_after_a_working_day() {
    let house = Installation::new().await;
    for (name, role, idle, absolute) in [
        ("anna", "liaison:POL", 30, 12),
        ("boris", "leader", 30, 12),
        ("clara", "verifier:POL", 15, 8),
        ("dora", "depositary:authority", 15, 8),
        ("emil", "administrator", 15, 8),
    ] {
        house.officer(name, role).await;
        let (router, _) = desk(&house, &house.sessions);
        let cookie = signed_in(&router, name, PASSWORD, None).await;
        house.pass(idle * 60 - 1);
        assert_eq!(sent_to(&router, "/page", &cookie).await, None, "{name}");
        house.pass(idle * 60);
        assert!(sent_to(&router, "/page", &cookie).await.is_some(), "{name}");

        let cookie = signed_in(&router, name, PASSWORD, None).await;
        let steps = absolute * 6;
        for _ in 1..steps {
            house.pass(600);
            assert_eq!(sent_to(&router, "/page", &cookie).await, None, "{name}");
        }
        house.pass(600);
        assert!(sent_to(&router, "/page", &cookie).await.is_some(), "{name}");
    }
}

#[tokio::test]
async fn a_closed_account_and_a_changed_password_end_every_session_at_once() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "liaison:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let one = signed_in(&router, "anna", PASSWORD, None).await;
    let other = signed_in(&router, "anna", PASSWORD, None).await;
    let new = "nine large owls in a tree";
    house
        .accounts
        .change_password(&anna, PASSWORD, new, HERE)
        .await
        .unwrap();
    for cookie in [&one, &other] {
        assert!(sent_to(&router, "/page", cookie).await.is_some());
    }
    let cookie = signed_in(&router, "anna", new, None).await;
    assert_eq!(sent_to(&router, "/page", &cookie).await, None);
    house.accounts.close(&anna.account).await.unwrap();
    assert!(sent_to(&router, "/page", &cookie).await.is_some());
}

#[tokio::test]
async fn an_account_has_few_sessions_at_once_and_all_can_be_ended() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "liaison:POL").await;
    house.officer("clara", "verifier:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let mut cookies = Vec::new();
    for _ in 0..4 {
        cookies.push(signed_in(&router, "anna", PASSWORD, None).await);
        house.pass(1);
    }
    let mut let_in = Vec::new();
    for cookie in &cookies {
        let_in.push(sent_to(&router, "/page", cookie).await.is_none());
    }
    assert_eq!(let_in, [false, true, true, true]);
    assert_eq!(house.sessions.end_all_of(&anna.account).await.unwrap(), 3);
    assert!(sent_to(&router, "/page", &cookies[3]).await.is_some());

    let first = signed_in(&router, "clara", PASSWORD, None).await;
    let second = signed_in(&router, "clara", PASSWORD, None).await;
    assert!(sent_to(&router, "/page", &first).await.is_some());
    assert_eq!(sent_to(&router, "/page", &second).await, None);
}

/// Gives these bytes one after the other, then zeros.
#[derive(Debug)]
struct Scripted(Mutex<Vec<u8>>);

impl Randomness for Scripted {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        bytes.fill(self.0.lock().unwrap().pop().unwrap_or_default());
        Ok(())
    }
}

#[tokio::test]
async fn an_id_that_is_taken_is_made_again_and_never_shared() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let random = Arc::new(Scripted(Mutex::new(vec![9, 7, 7, 7])));
    let sessions = Sessions::new(
        house.store.clone(),
        house.clock.clone(),
        random,
        Transport::Https,
    );
    let (router, _) = desk(&house, &sessions);
    let first = signed_in(&router, "anna", PASSWORD, None).await;
    let second = signed_in(&router, "anna", PASSWORD, None).await;
    assert_ne!(first, second);
}

#[tokio::test]
async fn a_copy_of_the_database_signs_nobody_in() {
    let house = Installation::new().await;
    let (_, initial) = house.newcomer("boris", "leader").await;
    house.officer("anna", "liaison:POL").await;
    let (router, _) = desk(&house, &house.sessions);
    let cookie = signed_in(&router, "anna", PASSWORD, None).await;
    let page = text(ask(&router, "GET", "/page", Some(&cookie)).await).await;
    let token = page.split_once(' ').unwrap().1.to_owned();
    let id = cookie.split_once('=').unwrap().1.to_owned();
    let raw_id: tower_sessions::session::Id = id.parse().unwrap();
    let raw_id = raw_id.0.to_le_bytes();
    house.store.close().await;

    let mut pepper = String::new();
    for file in std::fs::read_dir(house.file("secrets")).unwrap() {
        pepper = std::fs::read_to_string(file.unwrap().path()).unwrap();
    }
    let dump = std::fs::read(house.file("assent.db")).unwrap();
    let holds = |wanted: &[u8]| dump.windows(wanted.len()).any(|found| found == wanted);
    assert!(holds(b"anna") && holds(b"argon2id"), "the dump is not one");
    for (what, wanted) in [
        ("the id", id.as_bytes()),
        ("the bytes of the id", &raw_id),
        ("the id in hexadecimal", hex::encode(raw_id).as_bytes()),
        ("the token", token.as_bytes()),
        ("the bytes of the token", &hex::decode(&token).unwrap()),
        ("a password", PASSWORD.as_bytes()),
        ("an initial password", initial.reveal().as_bytes()),
        ("the pepper", pepper.trim().as_bytes()),
        (
            "the bytes of the pepper",
            &hex::decode(pepper.trim()).unwrap(),
        ),
    ] {
        assert!(!holds(wanted), "{what}");
    }
    let agents: Vec<usize> = dump
        .windows(8)
        .enumerate()
        .filter(|(_, found)| *found == b"Browser ")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(agents.len(), 25, "two hundred characters are kept");
}

#[tokio::test]
async fn no_session_begins_on_a_password_that_was_changed_since_it_was_checked() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "leader").await;
    let from = house.an_address();
    let old = house.accounts.sign_in("anna", PASSWORD, from).await;
    // The clock stands still meanwhile: the two passwords are told apart all the same.
    let new = house
        .accounts
        .change_password(&anna, PASSWORD, "nine large owls in a tree", from)
        .await;
    for (admitted, status) in [
        (old.unwrap(), StatusCode::UNPROCESSABLE_ENTITY),
        (new.unwrap(), StatusCode::NO_CONTENT),
    ] {
        let sessions = house.sessions.clone();
        let begin = move |session: Session| async move {
            match sessions.begin(&session, &admitted, HERE, None).await {
                Ok(()) => StatusCode::NO_CONTENT,
                Err(SessionError::Refused) => StatusCode::UNPROCESSABLE_ENTITY,
                Err(error) => panic!("{error}"),
            }
        };
        let router = Router::new()
            .route("/", get(begin))
            .layer(house.sessions.layer());
        let response = ask(&router, "GET", "/", None).await;
        assert_eq!(response.status(), status);
        let begins = status == StatusCode::NO_CONTENT;
        assert_eq!(set_cookie(&response).is_some(), begins);
    }
}

#[tokio::test]
async fn of_two_changes_that_were_checked_against_one_password_one_is_made() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "leader").await;
    let change = |new: &'static str| {
        let from = house.an_address();
        house.accounts.change_password(&anna, PASSWORD, new, from)
    };
    let (one, other) = tokio::join!(
        change("nine large owls in a tree"),
        change("ten large owls in a tree"),
    );
    assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
}
