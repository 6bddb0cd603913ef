//! Nothing typed is lost, nothing typed runs, and looking changes nothing.

use app::desk::ActForm;
use http::{HeaderMap, HeaderName, Method, StatusCode};
use insta::assert_snapshot;
use server::desk::{Method as Verb, Route};

use crate::installation::PASSWORD;
use crate::whole_way::{countersigned, submitted};
use crate::world::World;

const VOTE: &str = "/instruments/treaty/acts/vote-taken?stage=sejm_vote";

#[tokio::test]
async fn a_form_with_mistakes_comes_back_with_all_that_was_typed() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let form = liaison.get(VOTE).await;
    let action = "/instruments/treaty/acts/vote-taken";
    let typed = [
        ("yes", "many"),
        ("no", "500"),
        ("number", "No. 7 <b>"),
        ("date-day", "31"),
        ("date-month", "2"),
        ("date-year", "2027"),
        ("source-0-url", "javascript:alert(1)"),
        ("source-0-citation", "Journal & gazette"),
    ];
    let again = liaison.send(&form, action, &typed).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_snapshot!(again.title(), @"Error: Record a vote – Assent desk");
    let fields = again.form(action);
    for (name, value) in typed {
        assert_eq!(fields[name], value, "{name}");
    }
    // Each problem is at the top, with a link to its field, and beside the field in the same words.
    let links: Vec<&str> = again
        .html
        .split("<a href=\"#")
        .skip(2)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(!links.is_empty());
    for id in &links {
        assert!(again.html.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert_snapshot!(again.of_class("desk-errors").len(), @"1");
    assert_snapshot!(links.join(" "), @"yes yes ruling date source-0-url");
}

#[tokio::test]
async fn what_is_typed_is_shown_and_never_run() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let evil = "</textarea><script>alert(1)</script>";
    let form = "/instruments/treaty/acts/declaration-made";
    let page = liaison.get(form).await;
    let again = liaison.send(&page, form, &[("text", evil)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.form(form)["text"], evil);
    assert!(!again.html.contains("<script>alert"), "{}", again.html);

    let answers = [
        ("text", evil),
        ("source-0-url", "https://example.org/?a=1&b=2"),
    ];
    let address = submitted(&mut liaison, form, &answers).await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    for page in [
        liaison.get(&address).await,
        verifier.get(&address).await,
        verifier.get("/queue").await,
    ] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.html.contains("<script>alert"), "{}", page.html);
    }
}

#[tokio::test]
async fn a_wrong_password_signs_nothing_and_is_not_shown_again() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let form = liaison.get(VOTE).await;
    let action = "/instruments/treaty/acts/vote-taken";
    let answers = [
        ("yes", "300"),
        ("no", "100"),
        ("ruling", "carried"),
        ("source-0-citation", "Journal"),
        ("then", "check"),
    ];
    let sent = liaison.send(&form, action, &answers).await;
    let check = liaison.follow(&sent).await;
    let submit = sent.location().unwrap().replace("/check", "/submit");
    let wrong = "seven small owls in a wood";
    let again = liaison.send(&check, &submit, &[("password", wrong)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.title().starts_with("Error: "), "{}", again.title());
    assert!(
        again
            .text()
            .contains("The password is not right. Nothing was signed.")
    );
    assert!(!again.html.contains(wrong));
    let page = liaison.get(&submit.replace("/submit", "")).await;
    assert_snapshot!(page.of_class("desk-state").join(""), @"It is being written.");
}

#[tokio::test]
async fn the_sign_in_page_keeps_the_name_and_says_the_same_for_every_reason() {
    let world = World::new().await;
    world.officer("lia", "liaison:POL").await;
    let mut browser = world.browser();
    let mut texts = Vec::new();
    for name in ["lia", "nobody"] {
        let fields = [("name", name), ("password", "seven small owls in a wood")];
        let page = browser.post("/sign-in", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.form("/sign-in")["name"], name);
        assert_eq!(page.form("/sign-in")["password"], "");
        texts.push(page.text());
    }
    assert_eq!(texts[0], texts[1]);
    assert!(texts[0].contains("The name or the password is not right. Try again."));
}

#[tokio::test]
async fn after_signing_in_one_goes_on_to_a_page_of_the_desk_and_nowhere_else() {
    let world = World::new().await;
    world.officer("lia", "liaison:POL").await;
    for (next, expected) in [
        ("/desk", "/desk"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/nowhere", "/"),
        ("/sign-out", "/"),
    ] {
        let fields = [("name", "lia"), ("password", PASSWORD), ("next", next)];
        let page = world.browser().post("/sign-in", &fields).await;
        assert_eq!(page.location().as_deref(), Some(expected), "{next}");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_clears_the_browser() {
    let world = World::new().await;
    let mut browser = world.signed_in("lia", "liaison:POL").await;
    let mut copy = browser.clone();
    let token = browser.token().await;
    let out = browser.post("/sign-out", &[("token", &token)]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    // Not "cookies": browsers clear those of neighbouring hosts too. Our own expires by itself.
    assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"");
    let cookie = out.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-assent=;"), "{cookie}");
    assert!(cookie.contains("Max-Age=0"), "{cookie}");
    let page = copy.get("/desk").await;
    assert_eq!(page.location().as_deref(), Some("/sign-in?next=/desk"));
}

#[tokio::test]
async fn one_sees_ones_sessions_and_ends_another() {
    let world = World::new().await;
    let mut here = world.signed_in("lia", "liaison:POL").await;
    let mut there = world.signed_in_as("lia").await;
    let account = here.get("/account").await;
    assert_eq!(account.html.matches("name=\"session\"").count(), 1);
    let ended = here.send(&account, "/account/sessions/end", &[]).await;
    let account = here.follow(&ended).await;
    assert!(account.text().contains("The session is ended."));
    let page = there.get("/desk").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    // Another's session is as if it were not there.
    let mut other = world.signed_in("leo", "leader").await;
    let token = other.token().await;
    let session = "0".repeat(64);
    let fields = [("token", token.as_str()), ("session", session.as_str())];
    let page = other.post("/account/sessions/end", &fields).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn looking_at_every_page_changes_nothing() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let mut leader = world.signed_in("leo", "leader").await;
    let mut auditor = world.signed_in("ada", "auditor").await;
    let form = "/instruments/treaty/acts/signed";
    let address = submitted(&mut liaison, form, &[("signature", "simple")]).await;
    countersigned(&mut verifier, &address).await;
    let id = address.replace("/proposals/", "");
    let before = everything(&world).await;
    for route in Route::ALL {
        if route.method() != Verb::Get {
            continue;
        }
        let path = route
            .path()
            .replace("{instrument}", "treaty")
            .replace("{act}", "signed")
            .replace("{id}", &id);
        for browser in [
            &mut liaison,
            &mut verifier,
            &mut officer,
            &mut leader,
            &mut auditor,
        ] {
            for method in [Method::GET, Method::HEAD] {
                let page = browser
                    .ask(method, &path, HeaderMap::new(), "a=b".to_owned())
                    .await;
                assert!(!page.status.is_server_error(), "{path}: {}", page.status);
            }
        }
    }
    assert_eq!(everything(&world).await, before);
}

/// What the desk keeps, but for when a session was last seen and what was refused.
async fn everything(world: &World) -> Vec<String> {
    const TABLES: [&str; 6] = [
        "SELECT group_concat(id || version || state || updated_at, ';') FROM proposal",
        "SELECT group_concat(proposal || version || hex(hash), ';') FROM proposal_version",
        "SELECT group_concat(proposal || step || account, ';') FROM sign_off",
        "SELECT group_concat(idx || hex(leaf_hash), ';') FROM entry",
        "SELECT group_concat(id || coalesce(closed_at, ''), ';') FROM account",
        "SELECT group_concat(hex(key) || coalesce(revoked_at, ''), ';') FROM session",
    ];
    use sqlx::ConnectOptions as _;
    let file = world.installation.file("assent.db");
    let mut raw = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(file)
        .connect()
        .await
        .unwrap();
    let mut all = Vec::new();
    for table in TABLES {
        let text: Option<String> = sqlx::query_scalar(table).fetch_one(&mut raw).await.unwrap();
        all.push(text.unwrap_or_default());
    }
    all
}

#[tokio::test]
async fn every_answer_has_the_headers_and_another_host_is_refused() {
    let world = World::new().await;
    let mut browser = world.signed_in("lia", "liaison:POL").await;
    for path in ["/desk", "/nowhere", "/queue", "/", "/sign-in"] {
        let page = browser.get(path).await;
        assert_eq!(page.headers["cache-control"], "no-store", "{path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-robots-tag", "noindex, nofollow"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            assert_eq!(page.headers[name], value, "{path}");
        }
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'nonce-"));
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert!(page.headers.contains_key("strict-transport-security"));
    }
    let first = browser.get("/desk").await.headers["content-security-policy"].clone();
    let second = browser.get("/desk").await.headers["content-security-policy"].clone();
    assert_ne!(first, second, "a nonce serves one answer");

    let host = HeaderName::from_static("host");
    for foreign in ["evil.example", "desk.example:444", "desk.example.evil"] {
        let headers = HeaderMap::from_iter([(host.clone(), foreign.parse().unwrap())]);
        let page = browser
            .ask(Method::GET, "/desk", headers, String::new())
            .await;
        assert_eq!(page.status, StatusCode::MISDIRECTED_REQUEST, "{foreign}");
    }
    let too_much = "a=".to_owned() + &"x".repeat(70_000);
    let headers = HeaderMap::from_iter([
        (crate::world::SITE, "same-origin".parse().unwrap()),
        (
            HeaderName::from_static("content-type"),
            "application/x-www-form-urlencoded".parse().unwrap(),
        ),
    ]);
    let page = browser
        .ask(Method::POST, "/sign-in", headers, too_much)
        .await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    let page = browser
        .ask(Method::PUT, "/desk", HeaderMap::new(), String::new())
        .await;
    assert!(page.status.is_client_error(), "{}", page.status);
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    let world = World::new().await;
    let mut one = world.signed_in("lia", "liaison:POL").await;
    let mut other = world.signed_in("lena", "liaison:POL").await;
    let form = "/instruments/treaty/acts/declaration-made";
    let page = one.get(form).await;
    let saved = one
        .send(&page, form, &[("text", "First"), ("then", "save")])
        .await;
    let address = saved.location().unwrap().replace("/done", "");
    let edit = format!("{address}/edit");
    let (mine, theirs) = (one.get(&edit).await, other.get(&edit).await);
    let sent = other
        .send(&theirs, &edit, &[("text", "Theirs"), ("then", "save")])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let again = one
        .send(&mine, &edit, &[("text", "Mine"), ("then", "save")])
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(again.form(&edit)["text"], "Mine");
    assert!(
        again.text().contains("they saved “Theirs”"),
        "{}",
        again.text()
    );
    let saved = one.send(&again, &edit, &[("then", "save")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(other.get(&edit).await.form(&edit)["text"], "Mine");
}

/// What a page sends along that is no answer: a control of such a name would lose what is typed.
const NOT_ANSWERS: [&str; 4] = ["version", "hash", "password", "effect"];

#[tokio::test]
async fn every_form_has_each_id_once_and_no_name_that_is_not_kept() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let mut opened = 0;
    for form in ActForm::ALL {
        let address = match form {
            ActForm::InstrumentOpened => "/instruments/new".to_owned(),
            _ => format!("/instruments/treaty/acts/{}", form.slug()),
        };
        for browser in [&mut liaison, &mut officer] {
            let page = browser.get(&address).await;
            if page.status != StatusCode::OK {
                continue;
            }
            opened += 1;
            let mut ids: Vec<&str> = page
                .html
                .split(" id=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap())
                .collect();
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            assert_eq!(ids.len(), all, "{address}: {ids:?}");
            for name in page.form(&address).keys() {
                assert!(!NOT_ANSWERS.contains(&name.as_str()), "{address}: {name}");
            }
        }
    }
    // All but the retraction, which names what it takes back; those between States for both offices.
    assert!(opened >= ActForm::ALL.len(), "{opened}");
}
