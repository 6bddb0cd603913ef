//! The pages that most readers come for, rendered before anybody asks.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use app::tracker::{Address, At};
use app::words::Words;
use domain::day::Day;
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::asked::{Asked, Format};
use crate::pages::Pages;

/// How often to look whether it is midnight somewhere.
const LOOK: Duration = Duration::from_secs(1);

/// What makes the pages be rendered anew: the register grew, or a day ended.
#[derive(Debug, PartialEq, Eq)]
struct Moment {
    size: u64,
    days: BTreeSet<Day>,
}

/// Keeps the list, and the home and changes of every instrument, rendered until `shutdown`.
pub(crate) async fn keep(pages: Arc<Pages>, shutdown: CancellationToken) {
    let until = shutdown.clone();
    tokio::select! {
        () = shutdown.cancelled() => {}
        () = keep_on(&pages, &until) => {}
    }
}

async fn keep_on(pages: &Arc<Pages>, shutdown: &CancellationToken) {
    let mut changes = pages.source().changes();
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut rendered = None;
    loop {
        let now = moment(pages);
        if rendered.as_ref() != Some(&now) {
            for asked in hot(pages) {
                if shutdown.is_cancelled() {
                    return;
                }
                pages.get(asked).await;
            }
            rendered = Some(now);
        }
        tokio::select! {
            grown = changes.changed() => if grown.is_err() {
                // The register is closed: nothing will change any more.
                return;
            },
            _ = look.tick() => {}
        }
    }
}

fn moment(pages: &Pages) -> Moment {
    let outline = pages.outline();
    let source = pages.source();
    let mut days: BTreeSet<Day> = outline
        .instruments()
        .filter_map(|(_, known)| known.zone.as_ref())
        .map(|zone| source.legal_day(zone))
        .collect();
    days.insert(source.now().utc_day());
    Moment {
        size: outline.published.snapshot.size(),
        days,
    }
}

fn hot(pages: &Pages) -> Vec<Asked> {
    let outline = pages.outline();
    let addresses: Vec<Address> =
        std::iter::once(Address::Instruments)
            .chain(outline.instruments().flat_map(|(slug, _)| {
                [Address::Home(slug.clone()), Address::Changes(slug.clone())]
            }))
            .collect();
    Words::all()
        .flat_map(|words| {
            addresses.iter().map(move |address| Asked {
                lang: words.tag(),
                address: address.clone(),
                at: At::Now,
                format: Format::Html,
            })
        })
        .collect()
}
