//! The audit trail on the desk.

use http::StatusCode;

use crate::whole_way::{countersigned, submitted};
use crate::world::World;

#[tokio::test]
async fn an_auditor_reads_who_did_what_and_never_what_a_proposal_says() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let mut auditor = world.signed_in("ada", "auditor").await;
    let form = "/instruments/treaty/acts/declaration-made";
    let text = [("text", "A secret declaration")];
    let address = submitted(&mut liaison, form, &text).await;
    countersigned(&mut verifier, &address).await;
    // What is not for the role is told too.
    let refused = verifier.get("/audit").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let number = refused.headers["x-request-id"].to_str().unwrap();

    // Where an auditor begins.
    let start = auditor.get("/").await;
    let page = auditor.follow(&start).await;
    assert_eq!(page.heading(), "Audit trail");
    let acts: Vec<_> = page
        .of_class("desk-list__act")
        .into_iter()
        .take(6)
        .collect();
    assert_eq!(
        acts,
        [
            "Refused: Something that is not for the role",
            "Proposal countersigned",
            "Password given again",
            "Proposal submitted",
            "Password given again",
            "Proposal begun",
        ]
    );
    let all = page.text();
    let id = address.replace("/proposals/", "");
    assert!(
        all.contains(&format!("proposal {id} · version 1 · request ")),
        "{all}"
    );
    assert!(all.contains("vera · Verifier, Poland · account "), "{all}");
    assert!(
        all.contains(&format!("address /audit · request {number}")),
        "{all}"
    );
    assert!(!all.contains("secret"), "{all}");
    assert!(!page.has_form("/audit/"));

    let page = auditor.get("/audit?day=&kind=proposal_submitted").await;
    assert!(
        page.of_class("desk-list__act")
            .iter()
            .all(|act| act == "Proposal submitted")
    );
    assert_eq!(page.form("/audit")["kind"], "proposal_submitted");
}

#[tokio::test]
async fn the_audit_trail_is_read_by_day_and_page_by_page() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut auditor = world.signed_in("ada", "auditor").await;
    for _ in 0..60 {
        liaison.get("/queue").await;
    }
    let mut path = Some("/audit?kind=act&day=2027-01-15".to_owned());
    let (mut pages, mut lines) = (0, 0);
    let mut seen = std::collections::BTreeSet::new();
    while let Some(address) = path {
        let page = auditor.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        pages += 1;
        lines += page.of_class("desk-list__act").len();
        seen.extend(
            page.text()
                .split("request ")
                .skip(1)
                .map(|rest| rest.split(' ').next().unwrap().to_owned()),
        );
        path = page
            .html
            .split("href=\"")
            .filter_map(|part| part.split('"').next())
            .find(|href| href.contains("before="))
            .map(|href| href.replace("&amp;", "&"));
    }
    assert_eq!((pages, lines, seen.len()), (2, 60, 60));

    for (path, count) in [
        ("/audit?kind=act&day=2027-01-14", 0),
        ("/audit?kind=act&day=2027-01-16", 0),
        ("/audit?kind=sign_in&day=2027-01-15", 2),
    ] {
        let page = auditor.get(path).await;
        assert_eq!(page.of_class("desk-list__act").len(), count, "{path}");
        assert_eq!(
            page.text().contains("Nothing is on record for this."),
            count == 0
        );
    }
    let page = auditor.get("/audit?day=2027-02-30").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.text()
            .contains("Day: there is no such day; write it like 2026-11-24")
    );
    assert_eq!(page.form("/audit")["day"], "2027-02-30");
    for odd in [
        "kind=x",
        "before=x",
        "before=1",
        "before=1-x",
        "before=99999999999999999999-1",
    ] {
        let page = auditor.get(&format!("/audit?{odd}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{odd}");
    }
}
