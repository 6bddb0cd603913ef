//! Every route with every role, through the real router.

use http::{HeaderMap, HeaderValue, StatusCode};
use server::desk::{Method, Route};

use crate::page::Page;
use crate::whole_way::{countersigned, submitted};
use crate::world::{Browser, SITE, World};

/// What came of a request, as far as roles go.
fn verdict(page: &Page) -> &'static str {
    let to_sign_in = page
        .location()
        .is_some_and(|location| location.starts_with("/sign-in"));
    match page.status {
        StatusCode::SEE_OTHER if to_sign_in => "sign-in",
        StatusCode::FORBIDDEN if page.heading() == "This is not for your role" => "not-allowed",
        StatusCode::NOT_FOUND => "not-found",
        _ => "in",
    }
}

/// The table: the route, then what each of these finds, in the order of `NAMES`. The proposal is a
/// signature by Poland that waits for the depositary.
const TABLE: &[(Route, &str)] = &[
    //                        anon lia lia2 ver ver2 dep dep2 lead adm aud closed
    (Route::Asset, "404 404 404 404 404 404 404 404 404 404 404"),
    (Route::SignIn, "in in in in in in in in in in in"),
    (Route::SendSignIn, "in in in in in in in in in in in"),
    (Route::Start, "out in in in in in in in in in out"),
    (Route::Account, "out in in in in in in in in in out"),
    (Route::ChangePassword, "out in in in in in in in in in out"),
    (Route::SendPassword, "out in in in in in in in in in out"),
    (
        Route::EndSession,
        "out 404 404 404 404 404 404 404 404 404 out",
    ),
    (Route::Desk, "out in in no no no no no no no out"),
    (Route::Queue, "out no no in in no no no no no out"),
    (Route::Depositary, "out no no no no in in no no no out"),
    (Route::Dashboard, "out no no no no no no in no no out"),
    (Route::Audit, "out no no no no no no no no in out"),
    (Route::NewInstrument, "out no no no no in in no no no out"),
    (Route::DraftInstrument, "out no no no no in in no no no out"),
    (Route::NewAct, "out in 404 no no in 404 no no no out"),
    (Route::DraftAct, "out in 404 no no in 404 no no no out"),
    (Route::Item, "out in 404 in 404 in 404 no no no out"),
    (Route::Edit, "out in 404 no no no 404 no no no out"),
    (Route::SendEdit, "out in 404 no no no 404 no no no out"),
    (Route::Check, "out in 404 no no no 404 no no no out"),
    (Route::Submit, "out in 404 no no no 404 no no no out"),
    (Route::Withdraw, "out in 404 no no no 404 no no no out"),
    (Route::Done, "out in 404 in 404 404 404 no no no out"),
    (Route::Countersign, "out no no in 404 in 404 no no no out"),
    (Route::SendBack, "out no no in 404 in 404 no no no out"),
    (Route::DueForm, "out no no no no in 404 no no no out"),
    (Route::ShowEffect, "out no no no no in 404 no no no out"),
    (Route::Accept, "out no no no no in 404 no no no out"),
    (Route::SignOut, "out in in in in in in in in in out"),
];

const ROLES: [&str; 9] = [
    "liaison:POL",
    "liaison:FRA",
    "verifier:POL",
    "verifier:FRA",
    "depositary:depositary",
    "depositary:elsewhere",
    "leader",
    "administrator",
    "auditor",
];

async fn ask(browser: &mut Browser, route: Route, id: &str, token: &str, version: &str) -> Page {
    let path = route
        .path()
        .replace("{instrument}", "treaty")
        .replace("{act}", "signed")
        .replace("{id}", id)
        .replace("{hash}", "0")
        .replace("{file}", "x");
    match route.method() {
        Method::Get => browser.get(&path).await,
        Method::Post => {
            let headers = HeaderMap::from_iter([(SITE, HeaderValue::from_static("same-origin"))]);
            // With a version that is not there nothing is changed by anybody.
            let fields = [
                ("token", token),
                ("version", version),
                ("reason", "A reason."),
                ("session", &"0".repeat(64)),
                ("new", "a"),
                ("then", "check"),
            ];
            browser.post_with(&path, headers, &fields).await
        }
    }
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says() {
    let world = World::new().await;
    let mut browsers = vec![world.browser()];
    for (number, role) in ROLES.iter().enumerate() {
        browsers.push(world.signed_in(&format!("person-{number}"), role).await);
    }
    let closed = world.officer("gone", "liaison:POL").await;
    browsers.push(world.signed_in_as("gone").await);
    world
        .installation
        .accounts
        .close(&closed.account)
        .await
        .unwrap();

    let form = "/instruments/treaty/acts/signed";
    let address = submitted(&mut browsers[1], form, &[("signature", "simple")]).await;
    let signed = countersigned(&mut browsers[3], &address).await;
    assert_eq!(signed.heading(), "Signed");
    let id = address.replace("/proposals/", "");

    let mut tokens = Vec::new();
    for browser in &mut browsers {
        let account = browser.get("/account").await;
        let token = if account.status == StatusCode::OK {
            account.form("/sign-out")["token"].clone()
        } else {
            String::new()
        };
        tokens.push(token);
    }
    assert_eq!(TABLE.len(), Route::ALL.len(), "each route has a row");
    for (route, row) in TABLE {
        let cells: Vec<&str> = row.split(' ').collect();
        assert_eq!(cells.len(), browsers.len(), "{route:?}");
        for ((browser, token), cell) in browsers.iter_mut().zip(&tokens).zip(cells) {
            let page = ask(browser, *route, &id, token, "99").await;
            let expected = match cell {
                "out" => "sign-in",
                "no" => "not-allowed",
                "404" => "not-found",
                _ => "in",
            };
            // The sign-out itself leads to the sign-in.
            if *route == Route::SignOut {
                assert_eq!(verdict(&page), "sign-in", "{route:?}");
                continue;
            }
            assert_eq!(
                verdict(&page),
                expected,
                "{route:?} {cell}: {} {}",
                page.status,
                page.text()
            );
            assert!(!page.status.is_server_error(), "{route:?}: {}", page.text());
        }
    }
}
