//! What was rendered, kept up to a number of bytes, and rendered by one request for all that ask.

use std::future::Future;

use domain::day::Day;

use crate::asked::Asked;
use crate::pages::Rendered;

/// What a page depends on: how much of the register, and which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    register: u64,
    today: Day,
}

impl Version {
    /// The version by so much of the register, on this day.
    pub(crate) fn new(register: u64, today: Day) -> Self {
        Self { register, today }
    }

    /// Whether a page of this version is good where `wanted` is asked for. One that is newer is: the
    /// register grew, or midnight came, while the request was on its way.
    fn serves(self, wanted: Self) -> bool {
        self.register >= wanted.register && self.today >= wanted.today
    }
}

/// What a cache has to know of what it keeps.
pub(crate) trait Kept {
    /// How many bytes it takes.
    fn weight(&self) -> usize;
    /// Whether it is worth keeping.
    fn lasts(&self) -> bool;
}

/// What is kept, in the one version that is asked for: a new one takes the place of the old.
#[derive(Debug, Clone)]
struct Versioned<T> {
    version: Version,
    value: T,
}

/// The cache.
#[derive(Debug)]
pub(crate) struct Cache<T: Clone + Send + Sync + 'static = Rendered> {
    kept: moka::future::Cache<Asked, Versioned<T>>,
}

impl<T: Kept + Clone + Send + Sync + 'static> Cache<T> {
    /// A cache of so many bytes.
    pub(crate) fn new(bytes: u64) -> Self {
        let kept = moka::future::Cache::builder()
            .max_capacity(bytes)
            .weigher(|_: &Asked, kept: &Versioned<T>| {
                u32::try_from(kept.value.weight()).unwrap_or(u32::MAX)
            })
            .build();
        Self { kept }
    }

    /// What is kept of this page, if it is good for this version.
    pub(crate) async fn get(&self, asked: &Asked, wanted: Version) -> Option<T> {
        let kept = self.kept.get(asked).await?;
        is_good(&kept, wanted).then_some(kept.value)
    }

    /// The same; if nothing good is kept, `render` is awaited by one request and its value is given to
    /// all that ask meanwhile.
    pub(crate) async fn get_or_render(
        &self,
        asked: Asked,
        wanted: Version,
        render: impl Future<Output = T>,
    ) -> T {
        let rendered = async {
            Versioned {
                version: wanted,
                value: render.await,
            }
        };
        self.kept
            .entry(asked)
            .or_insert_with_if(rendered, |kept| !is_good(kept, wanted))
            .await
            .into_value()
            .value
    }
}

fn is_good<T: Kept>(kept: &Versioned<T>, wanted: Version) -> bool {
    kept.version.serves(wanted) && kept.value.lasts()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;
    use crate::asked::{Format, Found};

    #[derive(Debug, Clone, PartialEq)]
    struct Page {
        text: String,
        lasts: bool,
    }

    impl Kept for Page {
        fn weight(&self) -> usize {
            self.text.len()
        }

        fn lasts(&self) -> bool {
            self.lasts
        }
    }

    fn asked(path: &str) -> Asked {
        match Asked::at_path(path) {
            Found::Page(asked) => asked,
            other => panic!("{other:?}"),
        }
    }

    fn version(register: u64, day: &str) -> Version {
        Version::new(register, day.parse().unwrap())
    }

    struct Counting {
        cache: Cache<Page>,
        rendered: AtomicUsize,
    }

    impl Counting {
        fn new(bytes: u64) -> Arc<Self> {
            Arc::new(Self {
                cache: Cache::new(bytes),
                rendered: AtomicUsize::new(0),
            })
        }

        async fn ask(&self, path: &str, version: Version, page: Page) -> Page {
            if let Some(kept) = self.cache.get(&asked(path), version).await {
                return kept;
            }
            let render = async {
                self.rendered.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(20)).await;
                page
            };
            self.cache.get_or_render(asked(path), version, render).await
        }

        fn rendered(&self) -> usize {
            self.rendered.load(Ordering::SeqCst)
        }
    }

    fn page(text: &str) -> Page {
        Page {
            text: text.to_owned(),
            lasts: true,
        }
    }

    #[tokio::test]
    async fn many_that_ask_at_once_are_given_one_rendering() {
        let counting = Counting::new(1_000_000);
        let requests: Vec<_> = (0..50)
            .map(|_| {
                let counting = Arc::clone(&counting);
                tokio::spawn(async move {
                    let at = version(1, "2026-01-06");
                    counting.ask("/en/guarantee", at, page("one")).await
                })
            })
            .collect();
        for request in requests {
            assert_eq!(request.await.unwrap(), page("one"));
        }
        assert_eq!(counting.rendered(), 1);
    }

    #[tokio::test]
    async fn a_page_is_rendered_again_when_what_it_depends_on_changed_and_only_then() {
        let counting = Counting::new(1_000_000);
        let mut expected = 0;
        for (at, text) in [
            (version(1, "2026-01-06"), "first"),
            (version(2, "2026-01-06"), "one more entry"),
            (version(2, "2026-01-07"), "the next day"),
        ] {
            expected += 1;
            for _ in 0..3 {
                assert_eq!(
                    counting.ask("/en/guarantee", at, page(text)).await,
                    page(text)
                );
                assert_eq!(counting.rendered(), expected);
            }
        }
        // A request that began before the change is given the newer page.
        let late = version(1, "2026-01-06");
        let given = counting.ask("/en/guarantee", late, page("old")).await;
        assert_eq!(given, page("the next day"));
        assert_eq!(counting.rendered(), expected);
    }

    #[tokio::test]
    async fn forms_of_a_page_are_kept_apart() {
        let counting = Counting::new(1_000_000);
        let at = version(1, "2026-01-06");
        counting.ask("/en/guarantee", at, page("html")).await;
        let json = counting.ask("/en/guarantee.json", at, page("json")).await;
        assert_eq!(json, page("json"));
        assert_eq!(asked("/en/guarantee.json").format, Format::Json);
    }

    #[tokio::test]
    async fn what_failed_is_tried_again() {
        let counting = Counting::new(1_000_000);
        let at = version(1, "2026-01-06");
        let failed = Page {
            text: String::new(),
            lasts: false,
        };
        assert_eq!(counting.ask("/en", at, failed.clone()).await, failed);
        assert_eq!(counting.ask("/en", at, page("well")).await, page("well"));
    }

    #[tokio::test]
    async fn no_more_is_kept_than_was_allowed() {
        let counting = Counting::new(10_000);
        let at = version(1, "2026-01-06");
        for index in 0..100 {
            let path = format!("/en/entries/{index}");
            counting.ask(&path, at, page(&"x".repeat(1_000))).await;
        }
        counting.cache.kept.run_pending_tasks().await;
        assert!(counting.cache.kept.weighted_size() <= 10_000);
    }
}
