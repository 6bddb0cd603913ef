//! Forms that do not come from a page of the same session, and persons who come twice.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use server::desk::{Method, Route};

use crate::installation::PASSWORD;
use crate::whole_way::{countersigned, submitted};
use crate::world::{ORIGIN, SITE, World};

const HEADERS: &[&[(&str, &str)]] = &[
    &[],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://evil.example"),
    ],
    &[("sec-fetch-site", "same-origin"), ("origin", "null")],
    &[("origin", "null")],
    &[("origin", "https://evil.example")],
    &[("origin", "http://desk.example")],
    &[("origin", "https://desk.example:444")],
];

/// Every route that changes something, with the parts of its path filled in.
fn unsafe_paths(id: &str) -> Vec<(Route, String)> {
    Route::ALL
        .iter()
        .filter(|route| route.method() == Method::Post)
        .map(|route| {
            let path = route
                .path()
                .replace("{instrument}", "treaty")
                .replace("{act}", "signed")
                .replace("{id}", id);
            (*route, path)
        })
        .collect()
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_by_every_route() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = "/instruments/treaty/acts/signed";
    let address = submitted(&mut liaison, form, &[("signature", "simple")]).await;
    let id = address.replace("/proposals/", "");
    for browser in [&mut liaison, &mut officer] {
        let token = browser.token().await;
        for (route, path) in unsafe_paths(&id) {
            for headers in HEADERS {
                let map = headers
                    .iter()
                    .map(|(name, value)| {
                        (
                            HeaderName::from_static(name),
                            HeaderValue::from_static(value),
                        )
                    })
                    .collect::<HeaderMap>();
                let fields = [("token", token.as_str()), ("name", "lia")];
                let page = browser.post_with(&path, map, &fields).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{route:?} {headers:?}");
                assert_eq!(page.heading(), "This form was not accepted");
            }
        }
    }
    assert_eq!(liaison.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_without_the_token_of_the_session_is_refused_by_every_route() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = "/instruments/treaty/acts/signed";
    let address = submitted(&mut liaison, form, &[("signature", "simple")]).await;
    let id = address.replace("/proposals/", "");
    let foreign = officer.token().await;
    let own = liaison.token().await;
    for (route, path) in unsafe_paths(&id) {
        // Before anybody is signed in there is no session whose token it could be.
        if route == Route::SendSignIn {
            continue;
        }
        for token in [None, Some(""), Some(foreign.as_str()), Some(&own[1..])] {
            let fields: Vec<(&str, &str)> =
                token.map(|token| ("token", token)).into_iter().collect();
            let headers = HeaderMap::from_iter([(SITE, HeaderValue::from_static("same-origin"))]);
            let page = liaison.post_with(&path, headers, &fields).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{route:?} {token:?}");
        }
    }
    // The token is enough with an origin of ours, where a browser sends no other header.
    let headers = HeaderMap::from_iter([(
        HeaderName::from_static("origin"),
        HeaderValue::from_static(ORIGIN),
    )]);
    let page = liaison
        .post_with("/sign-out", headers, &[("token", &own)])
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    // After the sign-out the same token opens nothing.
    let page = liaison.post("/sign-out", &[("token", &own)]).await;
    assert_eq!(page.location().as_deref(), Some("/sign-in"));
}

#[tokio::test]
async fn nobody_signs_twice_with_two_accounts_by_any_route() {
    let world = World::new().await;
    let person = world.officer("lia", "liaison:POL").await;
    world
        .second_account(&person, "lia-too", "verifier:POL")
        .await;
    world
        .second_account(&person, "lia-again", "depositary:depositary")
        .await;
    let mut liaison = world.signed_in_as("lia").await;
    let mut second = world.signed_in_as("lia-too").await;
    let mut third = world.signed_in_as("lia-again").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let form = "/instruments/treaty/acts/signed";
    let address = submitted(&mut liaison, form, &[("signature", "simple")]).await;
    let version_and_hash = liaison
        .get(&address)
        .await
        .form(&format!("{address}/withdraw"));

    // The page offers nothing; a request made by hand is refused all the same.
    let offered = second.get(&address).await;
    assert!(!offered.has_form(&format!("{address}/countersign")));
    let size = world.proposals.register().current().snapshot.size();
    for (browser, action) in [(&mut second, "countersign"), (&mut third, "countersign")] {
        let token = browser.token().await;
        let fields = [
            ("token", token.as_str()),
            ("version", version_and_hash["version"].as_str()),
            ("hash", version_and_hash["hash"].as_str()),
            ("key", "0123456789abcdef"),
            ("password", PASSWORD),
        ];
        let page = browser.post(&format!("{address}/{action}"), &fields).await;
        assert!(
            [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&page.status),
            "{action}: {} {}",
            page.status,
            page.text()
        );
    }
    countersigned(&mut verifier, &address).await;
    let token = third.token().await;
    let effect = format!("{address}/accept");
    let fields = [
        ("token", token.as_str()),
        ("version", version_and_hash["version"].as_str()),
        ("hash", version_and_hash["hash"].as_str()),
        ("key", "0123456789abcdef"),
        ("password", PASSWORD),
        ("effect", &"0".repeat(64)),
        ("authority", "in-order"),
        ("names-the-treaty", "in-order"),
        ("states-the-consent", "in-order"),
        ("unconditional", "in-order"),
        ("reservation-permitted", "in-order"),
        ("date-received", "in-order"),
        ("received-day", "15"),
        ("received-month", "1"),
        ("received-year", "2027"),
    ];
    let page = third.post(&effect, &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text());
    assert_eq!(page.heading(), "Another person has to sign");
    assert_eq!(world.proposals.register().current().snapshot.size(), size);
}
