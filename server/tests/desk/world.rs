//! A desk to test on: a treaty between Poland and Ukraine, its officers, and browsers without scripts.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use domain::act::{Act, InstrumentDefined, ParticipantListed, Standing};
use domain::legal_date::LegalDate;
use domain::policy::Occasion;
use domain::statement::Statement;
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use server::account::{Actor, Holder, NewAccount};
use server::audit::Audit;
use server::desk::{Config, Desk, router};
use server::proposal::{Draft, Fields, Proposals, Signing};
use server::randomness::SystemRandomness;
use server::register::Register;
use server::store::IdempotencyKey;
use tower::ServiceExt as _;

use crate::installation::{Installation, PASSWORD};
use crate::made_up::instrument;
use crate::page::Page;

pub const ORIGIN: &str = "https://desk.example";
pub const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// An installation with a desk.
pub struct World {
    pub installation: Installation,
    pub proposals: Proposals,
    pub router: Router,
}

impl World {
    /// With the treaty opened between Poland and Ukraine, on 15 January 2027.
    pub async fn new() -> Self {
        let world = Self::empty().await;
        let first = world.officer("founder", "depositary:depositary").await;
        let second = world
            .officer("second-founder", "depositary:depositary")
            .await;
        for statement in [opening(), listing("POL"), listing("UKR")] {
            world.found(&first, &second, statement).await;
        }
        world
    }

    /// With nothing in the register, on 15 January 2027.
    pub async fn empty() -> Self {
        let installation = Installation::new().await;
        let register = Register::open(installation.store.clone(), installation.clock.clone())
            .await
            .unwrap();
        let proposals = Proposals::new(
            register,
            installation.clock.clone(),
            Arc::new(SystemRandomness),
        );
        let desk = Desk {
            config: Arc::new(Config {
                origins: vec![ORIGIN.to_owned()],
                public: "https://tracker.example".to_owned(),
                proxies: Vec::new(),
            }),
            accounts: installation.accounts.clone(),
            sessions: installation.sessions.clone(),
            proposals: proposals.clone(),
            audit: Audit::new(installation.store.clone(), installation.clock.clone()),
            randomness: Arc::new(SystemRandomness),
        };
        Self {
            installation,
            proposals,
            router: router(desk),
        }
    }

    /// Somebody with an account.
    pub async fn officer(&self, name: &str, role: &str) -> Actor {
        self.installation.officer(name, role).await
    }

    /// Another account of the same person.
    pub async fn second_account(&self, of: &Actor, name: &str, role: &str) -> Actor {
        let new = NewAccount {
            name: name.parse().unwrap(),
            holder: Holder::Existing(of.person.clone()),
            role: role.parse().unwrap(),
        };
        let accounts = &self.installation.accounts;
        let (id, initial) = accounts.add(new).await.unwrap();
        let actor = accounts.actor(&id).await.unwrap().unwrap();
        let from = self.installation.an_address();
        accounts
            .change_password(&actor, initial.reveal(), PASSWORD, from)
            .await
            .unwrap();
        actor
    }

    /// Two officers publish a statement without a form.
    pub async fn found(&self, first: &Actor, second: &Actor, statement: Statement) {
        let draft = Draft {
            instrument: statement.instrument.clone(),
            participant: statement.participant,
            occasion: Occasion::Regular,
            fields: Fields::default(),
            statement: Some(statement),
            key: None,
        };
        let proposal = self.proposals.draft(first, draft).await.unwrap();
        let signing = async |by: &Actor| Signing {
            id: proposal.id.clone(),
            version: proposal.version,
            hash: proposal.hash.unwrap(),
            step_up: self
                .installation
                .accounts
                .step_up(by, PASSWORD, self.installation.an_address())
                .await
                .unwrap(),
            key: IdempotencyKey::try_from(format!("{}:{}", by.account.0, proposal.id.0)).unwrap(),
        };
        let submitted = self.proposals.submit(first, signing(first).await).await;
        submitted.unwrap();
        let shown = self.proposals.effect_to_show(&proposal);
        let shown = shown.map(|effect| effect.digest().unwrap());
        let signed = self
            .proposals
            .countersign(second, signing(second).await, shown)
            .await;
        signed.unwrap();
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookie: None,
        }
    }

    /// A browser in which somebody is signed in, who is added with this role.
    pub async fn signed_in(&self, name: &str, role: &str) -> Browser {
        self.officer(name, role).await;
        self.signed_in_as(name).await
    }

    /// A browser in which somebody is signed in who has an account.
    pub async fn signed_in_as(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        let page = browser
            .post("/sign-in", &[("name", name), ("password", PASSWORD)])
            .await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        browser
    }
}

/// A browser without scripts.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookie: Option<String>,
}

impl Browser {
    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, HeaderMap::new(), String::new())
            .await
    }

    /// Sends a form, as a browser does from a page of ours.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let headers = HeaderMap::from_iter([(SITE, HeaderValue::from_static("same-origin"))]);
        self.post_with(path, headers, fields).await
    }

    /// Sends a form with these headers.
    pub async fn post_with(
        &mut self,
        path: &str,
        mut headers: HeaderMap,
        fields: &[(&str, &str)],
    ) -> Page {
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.ask(Method::POST, path, headers, body.join("&")).await
    }

    /// Fills in the form of a page that is sent to `action`, and sends it.
    pub async fn send(&mut self, page: &Page, action: &str, answers: &[(&str, &str)]) -> Page {
        let mut fields = page.form(action);
        for (name, value) in answers {
            fields.insert((*name).to_owned(), (*value).to_owned());
        }
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.post(action, &fields).await
    }

    /// Goes where a page leads after something was done.
    pub async fn follow(&mut self, page: &Page) -> Page {
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        self.get(&page.location().unwrap()).await
    }

    /// The token of this session, from a page that every role has.
    pub async fn token(&mut self) -> String {
        self.get("/account").await.form("/sign-out")["token"].clone()
    }

    /// Sends any request.
    pub async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: HeaderMap,
        body: String,
    ) -> Page {
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap();
        *request.headers_mut() = headers;
        let headers = request.headers_mut();
        headers
            .entry(HOST)
            .or_insert(HeaderValue::from_static("desk.example"));
        if let Some(cookie) = &self.cookie {
            headers.insert(COOKIE, cookie.parse().unwrap());
        }
        let response: Response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let is_removed = pair.ends_with('=');
            self.cookie = (!is_removed).then(|| pair.to_owned());
        }
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Page {
            status: parts.status,
            headers: parts.headers,
            html: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

impl Page {
    /// Where it leads.
    pub fn location(&self) -> Option<String> {
        Some(self.headers.get(LOCATION)?.to_str().unwrap().to_owned())
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn about(act: Act) -> Statement {
    let slug = "treaty".parse().unwrap();
    Statement::new(slug, LegalDate::on("2027-01-04".parse().unwrap()), act)
}

fn opening() -> Statement {
    about(Act::InstrumentOpened(InstrumentDefined {
        instrument: Box::new(instrument("Treaty between two")),
        reason: None,
    }))
}

fn listing(of: &str) -> Statement {
    about(Act::ParticipantListed(ParticipantListed {
        standing: Standing::Listed,
        ground: None,
    }))
    .of(of.parse().unwrap())
}
