//! What a request made by hand says besides its answers: it changes nothing of what others read.

use crate::whole_way::submitted;
use crate::world::World;

#[tokio::test]
async fn the_act_is_that_of_the_address_and_of_the_statement() {
    let world = World::new().await;
    let mut first = world.signed_in("otto", "depositary:depositary").await;
    let mut second = world.signed_in("olga", "depositary:depositary").await;
    let form = "/instruments/treaty/acts/instrument-amended";
    let answers = [
        ("act", "event-recorded"),
        ("reason", "The seat has moved."),
        ("place", "Kyiv"),
        ("date-day", "2027-01-15"),
    ];
    let amendment = submitted(&mut first, form, &answers).await;
    let item = second.get(&amendment).await;
    let text = item.text();
    assert!(text.contains("An instrument amended"), "{text}");
    assert!(text.contains("Kyiv"), "{text}");
    assert!(!text.contains("An event"), "{text}");

    // Nor can an edit make it something else.
    let edit = format!("{amendment}/edit");
    let page = first.get(&edit).await;
    let answers = [
        ("act", "event-recorded"),
        ("place", "Lviv"),
        ("then", "check"),
    ];
    let saved = first.send(&page, &edit, &answers).await;
    assert!(first.follow(&saved).await.text().contains("Lviv"));
    let again = first.get(&amendment).await.text();
    assert!(again.contains("An instrument amended"), "{again}");
}

#[tokio::test]
async fn an_edit_cannot_hide_what_is_corrected() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let vote = "/instruments/treaty/acts/vote-taken?stage=sejm_vote";
    let figures = [("yes", "300"), ("no", "100"), ("ruling", "carried")];
    let address = submitted(&mut liaison, vote, &figures).await;
    crate::whole_way::countersigned(&mut verifier, &address).await;
    let published = world.proposals.register().current();
    let record = published.snapshot.instrument(&"treaty".parse().unwrap());
    let facts = record.unwrap().facts_about("POL".parse().unwrap());
    let hash = facts.last().unwrap().hash;
    let form = format!("/instruments/treaty/acts/vote-taken?corrects={hash}");
    let answers = [("yes", "301"), ("correction", "A slip of the pen")];
    let correction = submitted(&mut liaison, &form, &answers).await;

    let edit = format!("{correction}/edit");
    let page = liaison.get(&edit).await;
    let answers = [("corrects", ""), ("yes", "302"), ("then", "check")];
    let saved = liaison.send(&page, &edit, &answers).await;
    let check = liaison.follow(&saved).await.text();
    assert!(check.contains("A slip of the pen"), "{check}");
    assert!(liaison.get(&edit).await.text().contains("correct"));
}
