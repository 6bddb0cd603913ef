//! From a view to the bytes of a page.

use std::sync::{Arc, LazyLock};

use any_spawner::Executor;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

/// Leptos asks for an executor once, even though nothing here waits for anything.
static EXECUTOR: LazyLock<()> = LazyLock::new(|| {
    // An error says that somebody initialised it before us, which is as good.
    let _initialised_before = Executor::init_futures_executor();
});

/// Renders a whole document. Islands in it carry what they need to come to life in the browser.
pub fn document<V: IntoView>(view: impl FnOnce() -> V) -> String {
    LazyLock::force(&EXECUTOR);
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    // Leptos marks places with `<!>`, which browsers take for an empty comment and validators for a
    // mistake. Text and attributes never hold it: `<` is escaped there.
    let html = html.replace("<!>", "<!---->");
    format!("<!DOCTYPE html>\n{html}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_the_framework_are_comments_and_what_was_typed_stays() {
        let typed = || "a<!>b".to_owned();
        let html = document(|| {
            view! { <p title=typed()>{typed()}{Some("x")}</p><textarea>{typed()}</textarea><input value=typed() /> }
        });
        assert!(!html.contains("<!>"), "{html}");
        assert!(html.contains("<!---->"), "{html}");
        assert_eq!(html.matches("a&lt;!&gt;b").count(), 4, "{html}");
    }
}
