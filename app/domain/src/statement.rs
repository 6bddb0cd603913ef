//! Statements: what people put their names to.

use std::collections::BTreeSet;

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::act::{Act, Corrects};
use crate::canonical::{self, CanonicalError};
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::legal_date::LegalDate;
use crate::name::{Key, Slug};
use crate::text::Source;

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The instrument it concerns.
    pub instrument: Slug,
    /// The participant it concerns, if it concerns one.
    pub participant: Option<EntityCode>,
    /// The stage of the participant's procedure it concerns, if it concerns one.
    pub stage: Option<Key>,
    /// When it happened, as the sources give it.
    pub date: LegalDate,
    /// Its place among one participant's acts of one day, from 0.
    pub sequence: u32,
    /// Where it can be read.
    pub sources: Vec<Source>,
    /// The blobs it names besides those in its content.
    pub blobs: BTreeSet<Digest>,
    /// The statement it replaces or retracts.
    pub corrects: Option<Corrects>,
    /// What it says.
    pub content: Content,
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An act of a kind and version that this program knows.
    Known(Box<Act>),
    /// A kind or version published by a later program. It is shown as unknown, and kept.
    Unknown(UnknownAct),
}

/// An act that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAct {
    /// Its kind.
    pub kind: Key,
    /// Its version.
    pub version: u32,
    /// Its payload, as it stands.
    pub payload: Value,
}

/// The version in which this program writes every kind of act.
pub const VERSION: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    #[serde(default)]
    blobs: BTreeSet<Digest>,
    #[serde(default)]
    corrects: Option<Corrects>,
    date: LegalDate,
    instrument: Slug,
    kind: Key,
    #[serde(default)]
    participant: Option<EntityCode>,
    payload: Box<RawValue>,
    #[serde(default)]
    sequence: u32,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    stage: Option<Key>,
    version: u32,
}

impl Statement {
    /// A statement about an instrument, with nothing but its date and act.
    pub fn new(instrument: Slug, date: LegalDate, act: Act) -> Self {
        Self {
            instrument,
            participant: None,
            stage: None,
            date,
            sequence: 0,
            sources: Vec::new(),
            blobs: BTreeSet::new(),
            corrects: None,
            content: Content::Known(Box::new(act)),
        }
    }

    /// The same statement about a participant.
    #[must_use]
    pub fn of(mut self, participant: EntityCode) -> Self {
        self.participant = Some(participant);
        self
    }

    /// The act, if this program knows its kind and version.
    pub fn act(&self) -> Option<&Act> {
        match &self.content {
            Content::Known(act) => Some(act),
            Content::Unknown(_) => None,
        }
    }

    /// The kind of its act.
    pub fn kind(&self) -> &str {
        match &self.content {
            Content::Known(act) => act.kind(),
            Content::Unknown(unknown) => unknown.kind.as_str(),
        }
    }

    /// The version of its act.
    pub fn version(&self) -> u32 {
        match &self.content {
            Content::Known(_) => VERSION,
            Content::Unknown(unknown) => unknown.version,
        }
    }

    /// The hash by which sign-offs, acceptances and corrections name it: SHA-256 of its canonical JSON.
    ///
    /// # Errors
    /// [`CanonicalError`] if an unknown payload has no canonical form.
    pub fn hash(&self) -> Result<Digest, CanonicalError> {
        Ok(Digest::of(&canonical::encode(self)?))
    }

    /// Every blob it names.
    pub fn named_blobs(&self) -> BTreeSet<Digest> {
        let mut named = self.blobs.clone();
        match self.act() {
            Some(Act::InstrumentOpened(defined) | Act::InstrumentAmended(defined)) => {
                named.extend(defined.instrument.texts.iter().map(|text| text.blob));
            }
            Some(Act::ProcedureAdopted(adopted)) => {
                named.insert(adopted.file);
            }
            Some(Act::ConditionMet(met)) => named.extend(met.evidence),
            Some(Act::ConsentExpressed(consent)) => named.extend(consent.instrument),
            Some(Act::TextRectified(rectified)) => named.extend(rectified.record),
            Some(_) | None => {}
        }
        named
    }
}

impl Serialize for Statement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.blobs.is_empty() {
            map.serialize_entry("blobs", &self.blobs)?;
        }
        if let Some(corrects) = &self.corrects {
            map.serialize_entry("corrects", corrects)?;
        }
        map.serialize_entry("date", &self.date)?;
        map.serialize_entry("instrument", &self.instrument)?;
        map.serialize_entry("kind", self.kind())?;
        if let Some(participant) = &self.participant {
            map.serialize_entry("participant", participant)?;
        }
        match &self.content {
            Content::Known(act) => act.serialize_payload(&mut map)?,
            Content::Unknown(unknown) => map.serialize_entry("payload", &unknown.payload)?,
        }
        if self.sequence != 0 {
            map.serialize_entry("sequence", &self.sequence)?;
        }
        if !self.sources.is_empty() {
            map.serialize_entry("sources", &self.sources)?;
        }
        if let Some(stage) = &self.stage {
            map.serialize_entry("stage", stage)?;
        }
        map.serialize_entry("version", &self.version())?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Statement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Fields::deserialize(deserializer)?;
        let known = match fields.version {
            VERSION => Act::decode_payload(fields.kind.as_str(), &fields.payload)
                .transpose()
                .map_err(|e| D::Error::custom(format!("payload of {}: {e}", fields.kind)))?,
            _ => None,
        };
        let content = match known {
            Some(act) => Content::Known(Box::new(act)),
            None => Content::Unknown(UnknownAct {
                payload: serde_json::from_str(fields.payload.get()).map_err(D::Error::custom)?,
                kind: fields.kind,
                version: fields.version,
            }),
        };
        Ok(Self {
            instrument: fields.instrument,
            participant: fields.participant,
            stage: fields.stage,
            date: fields.date,
            sequence: fields.sequence,
            sources: fields.sources,
            blobs: fields.blobs,
            corrects: fields.corrects,
            content,
        })
    }
}
