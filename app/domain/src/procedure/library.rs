//! The procedures that come with the program, and those adopted in the register.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::act::{Act, ProcedureStanding};
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::procedure::{Followed, Procedure};
use crate::snapshot::Fact;

#[cfg(feature = "procedures")]
pub use embedded::{Filed, all, files, of};

/// The procedures known to a page: those that come with the program, and those adopted in the
/// register, by the hash of their file.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// What is followed, as research, before anything is adopted.
    research: BTreeMap<EntityCode, Digest>,
    by_hash: BTreeMap<Digest, Arc<Procedure>>,
}

impl Library {
    /// The files that come with the program; none where they are not embedded.
    pub fn new() -> Self {
        #[cfg(feature = "procedures")]
        let library = Self {
            research: all()
                .map(|filed| (filed.procedure.entity, filed.hash))
                .collect(),
            by_hash: all()
                .map(|filed| (filed.hash, Arc::clone(&filed.procedure)))
                .collect(),
        };
        #[cfg(not(feature = "procedures"))]
        let library = Self::default();
        library
    }

    /// With a file that the register names.
    #[must_use]
    pub fn with_adopted(mut self, hash: Digest, procedure: Procedure) -> Self {
        self.by_hash
            .entry(hash)
            .or_insert_with(|| Arc::new(procedure));
        self
    }

    /// The file with this hash.
    pub fn find(&self, hash: Digest) -> Option<&Arc<Procedure>> {
        self.by_hash.get(&hash)
    }

    /// Which procedure a participant follows by these facts, which are in the order in which they
    /// happened and all stand: the one adopted last, on the route chosen last; without an adoption
    /// the file that comes with the program, as research.
    ///
    /// `None` if there is no file, or the adopted one is not at hand: a procedure that the participant
    /// has replaced is not shown in its place.
    pub fn followed(&self, code: EntityCode, facts: &[Fact]) -> Option<Followed> {
        let mut followed = self
            .research
            .get(&code)
            .and_then(|hash| self.follow(code, *hash, ProcedureStanding::Research, None));
        for fact in facts {
            match fact.act() {
                Some(Act::ProcedureAdopted(adopted)) => {
                    followed = self
                        .follow(code, adopted.file, adopted.standing, Some(fact.index))
                        .map(|followed| match &adopted.route {
                            Some(route) => followed.on_route(route),
                            None => followed,
                        });
                }
                Some(Act::RouteChosen(chosen)) => {
                    followed = followed.map(|followed| followed.on_route(&chosen.route));
                }
                Some(_) | None => {}
            }
        }
        followed
    }

    /// Which procedure the participant followed when one of these facts happened: an act is judged by
    /// the version adopted then. If the fact is not among them, the one that it follows now.
    pub fn followed_when(
        &self,
        code: EntityCode,
        facts: &[Fact],
        fact: Digest,
    ) -> Option<Followed> {
        let position = facts.iter().position(|one| one.hash == fact);
        let until = facts.get(..position.unwrap_or(facts.len()));
        self.followed(code, until.unwrap_or(facts))
    }

    fn follow(
        &self,
        code: EntityCode,
        file: Digest,
        standing: ProcedureStanding,
        adopted_at: Option<u64>,
    ) -> Option<Followed> {
        let procedure = self
            .find(file)
            .filter(|procedure| procedure.entity == code)?;
        let route = Arc::clone(procedure.default_route()?);
        Some(Followed {
            procedure: Arc::clone(procedure),
            route,
            standing,
            adopted_at,
            file,
        })
    }
}

#[cfg(feature = "procedures")]
mod embedded {
    use std::collections::BTreeMap;
    use std::sync::{Arc, LazyLock};

    use crate::digest::Digest;
    use crate::entity::EntityCode;
    use crate::procedure::Procedure;

    /// A file of the library.
    #[derive(Debug)]
    pub struct Filed {
        /// Its name in `app/domain/procedures`.
        pub name: &'static str,
        /// What it says.
        pub procedure: Arc<Procedure>,
        /// Its bytes, as they stand.
        pub bytes: &'static [u8],
        /// The hash of its bytes, by which an adoption names it.
        pub hash: Digest,
    }

    macro_rules! file {
        ($name:literal) => {
            (
                $name,
                include_bytes!(concat!("../../procedures/", $name)).as_slice(),
            )
        };
    }

    /// Every file of the library; `docs/HOW-TO-ADD.md` says how to add one.
    const FILES: &[(&str, &[u8])] = &[
        file!("AL.json"),
        file!("AT.json"),
        file!("AU.json"),
        file!("BE.json"),
        file!("BG.json"),
        file!("CA.json"),
        file!("CH.json"),
        file!("CY.json"),
        file!("CZ.json"),
        file!("DE.json"),
        file!("DK.json"),
        file!("EE.json"),
        file!("ES.json"),
        file!("EU.json"),
        file!("FI.json"),
        file!("FR.json"),
        file!("GB.json"),
        file!("GR.json"),
        file!("HR.json"),
        file!("HU.json"),
        file!("IE.json"),
        file!("IS.json"),
        file!("IT.json"),
        file!("JP.json"),
        file!("LT.json"),
        file!("LU.json"),
        file!("LV.json"),
        file!("ME.json"),
        file!("MK.json"),
        file!("MT.json"),
        file!("NL.json"),
        file!("NO.json"),
        file!("NZ.json"),
        file!("PL.json"),
        file!("PT.json"),
        file!("RO.json"),
        file!("SE.json"),
        file!("SI.json"),
        file!("SK.json"),
        file!("TR.json"),
        file!("UA.json"),
        file!("US.json"),
    ];

    static LIBRARY: LazyLock<BTreeMap<EntityCode, Filed>> = LazyLock::new(|| {
        FILES
            .iter()
            .filter_map(|(name, bytes)| {
                // A test reads every file: one that is wrong does not come this far.
                let procedure = Arc::new(Procedure::read(bytes).ok()?);
                let hash = Digest::of(bytes);
                Some((
                    procedure.entity,
                    Filed {
                        name,
                        procedure,
                        bytes,
                        hash,
                    },
                ))
            })
            .collect()
    });

    /// The file about this participant.
    pub fn of(code: EntityCode) -> Option<&'static Filed> {
        LIBRARY.get(&code)
    }

    /// All files, in the order of their entities' codes.
    pub fn all() -> impl Iterator<Item = &'static Filed> {
        LIBRARY.values()
    }

    /// The names and bytes of all files, read or not.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        FILES.iter().copied()
    }
}
