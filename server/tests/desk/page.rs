//! A page as a browser without scripts reads it: its text, and its forms with what is filled in.

use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode};

/// An answer of the desk.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Page {
    /// What can be read, with single spaces.
    pub fn text(&self) -> String {
        let body = self.html.split_once("<body").map_or("", |(_, body)| body);
        let mut text = String::new();
        let mut inside = true;
        for c in body.chars() {
            match c {
                '<' => {
                    inside = true;
                    text.push(' ');
                }
                '>' if inside => inside = false,
                c if !inside => text.push(c),
                _ => {}
            }
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        decoded(&words.join(" "))
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        let after = self.html.split_once("<title>").map_or("", |(_, rest)| rest);
        decoded(after.split("</title>").next().unwrap())
    }

    /// The heading.
    pub fn heading(&self) -> String {
        let after = self.html.split_once("<h1>").map_or("", |(_, rest)| rest);
        decoded(&without_marks(after.split("</h1>").next().unwrap()))
    }

    /// The sentence or sentences in elements of this class, each on a line.
    pub fn of_class(&self, class: &str) -> Vec<String> {
        self.html
            .split('<')
            .filter(|part| {
                part.split('>')
                    .next()
                    .is_some_and(|tag| tag.contains(&format!("class=\"{class}\"")))
            })
            .filter_map(|part| part.split_once('>'))
            .map(|(_, text)| decoded(text.trim()))
            .collect()
    }

    /// Whether the page has a form that is sent there.
    pub fn has_form(&self, action: &str) -> bool {
        self.html.contains(&format!("action=\"{action}\""))
    }

    /// What a form sends if nothing is changed in it.
    pub fn form(&self, action: &str) -> BTreeMap<String, String> {
        let marker = format!("action=\"{action}\"");
        let start = self
            .html
            .find(&marker)
            .unwrap_or_else(|| panic!("no form is sent to {action}: {}", self.text()));
        let form = &self.html[start..];
        let form = &form[..form.find("</form>").unwrap()];
        let mut fields = BTreeMap::new();
        for part in form.split('<').skip(1) {
            let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
            let Some(name) = attribute(tag, "name") else {
                continue;
            };
            if tag.starts_with("input") {
                let is_one_of_a_few = ["radio", "checkbox"]
                    .map(Some)
                    .contains(&attribute(tag, "type").as_deref());
                let is_chosen = !is_one_of_a_few || tag.contains(" checked");
                if is_chosen {
                    fields.insert(name, attribute(tag, "value").unwrap_or_default());
                }
            } else if tag.starts_with("textarea") {
                fields.insert(name, decoded(rest));
            } else if tag.starts_with("select") {
                let options = &form[form.find(&format!("<{tag}>")).unwrap()..];
                let options = &options[..options.find("</select>").unwrap()];
                let selected = options
                    .split("<option")
                    .find(|option| option.split('>').next().unwrap().contains(" selected"));
                let value = selected.and_then(|option| attribute(option, "value"));
                fields.insert(name, value.unwrap_or_default());
            }
        }
        fields
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(decoded(after.split('"').next()?))
}

fn without_marks(html: &str) -> String {
    html.replace("<!>", "")
}

fn decoded(text: &str) -> String {
    text.replace("<!>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
