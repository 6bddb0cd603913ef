//! Error pages: each in words, with the number to give to whoever helps.

use http::{HeaderMap, HeaderValue, Method, StatusCode};

use crate::page::Page;
use crate::world::World;

fn has_its_number(page: &Page, status: StatusCode) {
    assert_eq!(page.status, status, "{}", page.text());
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers["cache-control"], "no-store");
    let number = page.headers["x-request-id"].to_str().unwrap();
    assert!(!number.is_empty());
    let said = format!("give this number: {number}");
    assert!(page.text().contains(&said), "{status}: {}", page.text());
    assert_eq!(page.html.matches("<h1>").count(), 1);
}

#[tokio::test]
async fn every_error_page_says_the_number_of_its_request() {
    let world = World::new().await;
    let mut leader = world.signed_in("leo", "leader").await;
    for (path, status) in [
        ("/nowhere", StatusCode::NOT_FOUND),
        ("/dashboard?instrument=nowhere", StatusCode::NOT_FOUND),
        ("/assets/0/x", StatusCode::NOT_FOUND),
        ("/desk", StatusCode::FORBIDDEN),
        ("/sign-out", StatusCode::METHOD_NOT_ALLOWED),
        // What a handler asks for and does not find is answered before it runs.
        (
            "/dashboard?instrument=a&instrument=b",
            StatusCode::BAD_REQUEST,
        ),
        ("/account?done=a&done=b", StatusCode::BAD_REQUEST),
    ] {
        has_its_number(&leader.get(path).await, status);
    }
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    has_its_number(
        &liaison.get("/proposals/%FF").await,
        StatusCode::BAD_REQUEST,
    );
    has_its_number(&liaison.get("/proposals/0").await, StatusCode::NOT_FOUND);
    let page = liaison
        .ask(Method::PUT, "/desk", HeaderMap::new(), String::new())
        .await;
    has_its_number(&page, StatusCode::FORBIDDEN);
    let host =
        HeaderMap::from_iter([(http::header::HOST, HeaderValue::from_static("evil.example"))]);
    let page = liaison.ask(Method::GET, "/desk", host, String::new()).await;
    has_its_number(&page, StatusCode::MISDIRECTED_REQUEST);
}
