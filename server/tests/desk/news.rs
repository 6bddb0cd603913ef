//! What was published since an officer was last here.

use crate::whole_way::{countersigned, submitted};
use crate::world::{Browser, World};

const NOTHING: &str = "nothing new was published on your instruments.";

async fn beginning(browser: &mut Browser) -> crate::page::Page {
    let start = browser.get("/").await;
    browser.follow(&start).await
}

#[tokio::test]
async fn the_page_where_one_begins_says_what_was_published_since() {
    let world = World::new().await;
    world.installation.pass(60);
    let people = [
        ("lena", "liaison:UKR"),
        ("vlad", "verifier:UKR"),
        ("otto", "depositary:depositary"),
        ("leo", "leader"),
        ("ada", "auditor"),
        ("max", "administrator"),
        // Neither follows the treaty.
        ("fred", "liaison:FRA"),
        ("olga", "depositary:elsewhere"),
    ];
    for (name, role) in people {
        let mut first = world.signed_in(name, role).await;
        let page = first.get("/account").await;
        assert!(!page.text().contains("you last signed in"));
        // There is no time before the first.
        if name != "leo" {
            assert!(
                !beginning(&mut first)
                    .await
                    .text()
                    .contains("you last signed in")
            );
        }
    }
    world.installation.pass(60);
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let vote = "/instruments/treaty/acts/vote-taken?stage=sejm_vote";
    let figures = [("yes", "300"), ("no", "100"), ("ruling", "carried")];
    let address = submitted(&mut liaison, vote, &figures).await;
    countersigned(&mut verifier, &address).await;
    world.installation.pass(60);
    for (name, _) in people {
        let mut again = world.signed_in_as(name).await;
        let page = beginning(&mut again).await;
        let text = page.text();
        // They have no instruments, so nothing is said of them.
        if matches!(name, "ada" | "max") {
            assert!(!text.contains(NOTHING), "{name}: {text}");
            assert!(!text.contains("Treaty between two"), "{name}: {text}");
            continue;
        }
        let is_told = !matches!(name, "fred" | "olga");
        let new = "Treaty between two: 1 new entry";
        assert_eq!(text.contains(new), is_told, "{name}: {text}");
        let changes = "href=\"https://tracker.example/en/treaty/changes\"";
        assert_eq!(page.html.contains(changes), is_told, "{name}");
        assert_eq!(text.contains(NOTHING), !is_told, "{name}: {text}");
        // Once, and only where one begins.
        assert!(!again.get("/account").await.text().contains(new));
        let mut third = world.signed_in_as(name).await;
        let text = beginning(&mut third).await.text();
        assert!(text.contains(NOTHING), "{name}: {text}");
    }
}
