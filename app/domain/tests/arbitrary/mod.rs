//! Arbitrary values of everything a statement can hold.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use domain::act::*;
use domain::clause::Effect;
use domain::clause::condition::{
    Base, Compared, Condition, Count, Fraction, Organisations, Weight,
};
use domain::clause::rule::{Alternative, Clause, Persistence};
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::instrument::*;
use domain::legal_date::{
    Calendar, FirstOfMonth, LegalDate, Precision, Span, Unknown, Year, ZoneName,
};
use domain::name::{Key, Lang, Slug};
use domain::office::Office;
use domain::policy::{Occasion, OfficeWanted, Rule, SignOffPolicy, Step, Wanted};
use domain::register::{Draft, Entry, RecordedAt};
use domain::share::Share;
use domain::sign_off::{Evidence, SignOff};
use domain::statement::{Content, Statement, UnknownAct};
use domain::text::{Body, Confidence, SafeUrl, Source, Text};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Any day there is.
pub fn day() -> impl Strategy<Value = Day> {
    (0_u32..=3_068_000).prop_map(|n| Day::FIRST.plus_days(n).unwrap_or(Day::LAST))
}

pub fn code() -> impl Strategy<Value = EntityCode> {
    "[A-Z]{3}".prop_map(|text| text.parse().unwrap())
}

pub fn codes() -> impl Strategy<Value = BTreeSet<EntityCode>> {
    btree_set(code(), 1..4)
}

fn key() -> impl Strategy<Value = Key> {
    r"[\p{Lu}\p{Ll}\p{Nd}._:/-]{1,12}".prop_map(|text| text.parse().unwrap())
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}".prop_filter_map("reserved", |text| text.parse().ok())
}

fn lang() -> impl Strategy<Value = Lang> {
    "[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,2}".prop_map(|text| text.parse().unwrap())
}

/// A text with every kind of character that JSON writes in a way of its own.
fn text() -> impl Strategy<Value = Text> {
    let body = r#"[^\p{C}\s]([^\p{C}]|["\\/\n€😂Ї]){0,16}"#
        .prop_filter_map("refused", |body: String| Body::try_from(body).ok());
    (lang(), body).prop_map(|(lang, body)| Text { lang, body })
}

fn digest() -> impl Strategy<Value = Digest> {
    any::<[u8; 32]>().prop_map(Digest::from_bytes)
}

fn share() -> impl Strategy<Value = Share> {
    r"[1-9][0-9]{0,2}(\.[0-9]{0,11}[0-9])?".prop_map(|text| text.parse().unwrap())
}

fn precision() -> impl Strategy<Value = Precision> {
    prop_oneof![
        day().prop_map(Precision::Day),
        day().prop_map(|day| {
            Precision::Month(FirstOfMonth::try_from(day.first_of_month()).unwrap())
        }),
        (1600..=9999).prop_map(|year| Precision::Year(Year::try_from(year).unwrap())),
        day().prop_map(Precision::NotLaterThan),
        (day(), day())
            .prop_map(|(a, b)| { Precision::Between(Span::new(a.min(b), a.max(b)).unwrap()) }),
        Just(Precision::Unknown(Unknown::NoSource)),
    ]
}

fn zone() -> impl Strategy<Value = ZoneName> {
    "UTC|[A-Z][a-z_]{1,8}/[A-Za-z0-9+_-]{1,8}".prop_map(|name| ZoneName::try_from(name).unwrap())
}

pub fn date() -> impl Strategy<Value = LegalDate> {
    let calendar = prop_oneof![Just(Calendar::Seat), zone().prop_map(Calendar::Zone)];
    (precision(), calendar).prop_map(|(precision, calendar)| LegalDate {
        precision,
        calendar,
    })
}

fn source() -> impl Strategy<Value = Source> {
    let url = "https?://[a-z0-9.-]{1,12}(:[0-9]{2})?(/[a-z0-9%?=&#ї]{0,8})?"
        .prop_map(|url| SafeUrl::try_from(url).unwrap());
    let confidence = one_of(&[Confidence::High, Confidence::Medium, Confidence::Low]);
    (text(), option::of(url), option::of(confidence)).prop_map(|(citation, url, confidence)| {
        Source {
            citation,
            url,
            confidence,
        }
    })
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = T> {
    proptest::sample::select(values.to_vec())
}

/// An effect; without a fixed day it moves with the day that it is applied to.
pub fn moving_effect() -> BoxedStrategy<Effect> {
    effect_of(prop_oneof![
        Just(Effect::SameDay),
        (0..=36_525_u32).prop_map(Effect::Days),
        (0..=400_u32).prop_map(Effect::Days),
        (0..=1_200_u32).prop_map(Effect::Months),
        (0..=24_u32).prop_map(Effect::Months),
        (0..=24_u32).prop_map(Effect::FirstOfMonthAfterMonths),
        (0..=400_u32).prop_map(Effect::FirstOfMonthAfterDays),
        (1..=24_u32).prop_map(Effect::FirstOfNthMonthAfter),
    ])
}

pub fn effect() -> BoxedStrategy<Effect> {
    effect_of(prop_oneof![
        4 => moving_effect(),
        1 => day().prop_map(Effect::Fixed),
    ])
}

fn effect_of(leaf: impl Strategy<Value = Effect> + 'static) -> BoxedStrategy<Effect> {
    leaf.prop_recursive(2, 6, 3, |inner| vec(inner, 1..4).prop_map(Effect::Latest))
        .boxed()
}

pub fn organisations() -> impl Strategy<Value = Organisations> {
    one_of(&[Organisations::Counted, Organisations::NotCounted])
}

/// A condition over these participants, days, shares and events, of every construct.
pub fn condition(
    codes: BoxedStrategy<BTreeSet<EntityCode>>,
    day: BoxedStrategy<Day>,
    share: BoxedStrategy<Share>,
    event: BoxedStrategy<Key>,
    most: u32,
) -> BoxedStrategy<Condition> {
    let count = (
        1..=most,
        option::of(codes.clone()),
        option::weighted(0.3, codes.clone()),
        organisations(),
    )
        .prop_map(|(need, of, other_than, organisations)| {
            Condition::Count(Count {
                need,
                of,
                other_than: other_than.unwrap_or_default(),
                organisations,
            })
        });
    let base = prop_oneof![
        Just(Base::Listed),
        Just(Base::Signatories),
        codes.clone().prop_map(Base::These),
    ];
    let fraction = (
        (1..=most).prop_flat_map(|denominator| (1..=denominator, Just(denominator))),
        one_of(&[Compared::AtLeast, Compared::MoreThan]),
        base,
        option::weighted(0.3, day.clone()),
        organisations(),
    )
        .prop_map(
            |((numerator, denominator), compared, base, base_on, organisations)| {
                Condition::Fraction(Fraction {
                    numerator,
                    denominator,
                    compared,
                    base,
                    base_on,
                    organisations,
                })
            },
        );
    let weight = (share, organisations()).prop_map(|(need, organisations)| {
        Condition::Weight(Weight {
            need: need.normalised(),
            organisations,
        })
    });
    let leaf = prop_oneof![
        3 => codes.prop_map(Condition::Named),
        2 => Just(Condition::All),
        6 => count,
        5 => fraction,
        5 => weight,
        1 => day.prop_map(Condition::FromDate),
        1 => event.prop_map(Condition::Event),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..5).prop_map(Condition::And),
            vec(inner, 1..5).prop_map(Condition::Or),
        ]
    })
    .boxed()
}

fn any_condition() -> BoxedStrategy<Condition> {
    condition(
        codes().boxed(),
        day().boxed(),
        share().boxed(),
        key().boxed(),
        10_000,
    )
}

fn clause() -> impl Strategy<Value = Clause> {
    let alternative = (any_condition(), option::of(day()), effect())
        .prop_map(|(when, by, then)| Alternative { when, by, then });
    (
        vec(alternative, 1..3),
        option::of(effect()),
        option::of(effect()),
        option::of(codes()),
        btree_set(day(), 0..3),
        one_of(&[Persistence::OnceMet, Persistence::UntilEntryIntoForce]),
    )
        .prop_map(
            |(alternatives, later, later_acceding, acceding, check_days, persistence)| Clause {
                alternatives,
                later,
                later_acceding,
                acceding,
                check_days,
                persistence,
            },
        )
}

fn modes() -> impl Strategy<Value = ConsentMode> {
    one_of(&[
        ConsentMode::Ratification,
        ConsentMode::Acceptance,
        ConsentMode::Approval,
        ConsentMode::Accession,
        ConsentMode::Succession,
        ConsentMode::DefinitiveSignature,
        ConsentMode::NotToldApart,
    ])
}

fn forms() -> impl Strategy<Value = ConsentForm> {
    one_of(&[
        ConsentForm::Deposit,
        ConsentForm::Notification,
        ConsentForm::Exchange,
        ConsentForm::Signature,
    ])
}

fn instrument() -> impl Strategy<Value = Instrument> {
    let texts = (
        lang(),
        one_of(&[
            TextStanding::Authentic,
            TextStanding::OfficialTranslation,
            TextStanding::Translation,
        ]),
        digest(),
    )
        .prop_map(|(lang, standing, blob)| InstrumentText {
            lang,
            standing,
            blob,
        });
    let what = (
        vec(text(), 0..3),
        one_of(&[
            InstrumentKind::Treaty,
            InstrumentKind::Protocol,
            InstrumentKind::Amendment,
            InstrumentKind::TreatyOfAccession,
            InstrumentKind::PoliticalCommitment,
        ]),
        one_of(&[Nature::Real, Nature::Historical, Nature::Illustrative]),
        vec(texts, 0..3),
        (text(), zone()).prop_map(|(place, zone)| Seat { place, zone }),
        vec(
            (key(), text()).prop_map(|(authority, name)| Depositary { authority, name }),
            0..3,
        ),
    );
    let rules = (
        btree_set(modes(), 0..3),
        forms(),
        clause(),
        option::of(text()),
        btree_map(code(), share(), 0..4),
    );
    let permitted = prop_oneof![
        Just(Reservations::Prohibited),
        vec(key(), 0..3).prop_map(Reservations::Only),
        Just(Reservations::AcceptedByAll),
        Just(Reservations::AcceptedByEach),
        Just(Reservations::NotStated),
    ];
    let pending = one_of(&[
        PendingReservation::Counts,
        PendingReservation::CountsOnceAccepted,
    ]);
    let provisional = prop_oneof![
        Just(ProvisionalApplicationRule::NotProvided),
        vec(key(), 0..3).prop_map(ProvisionalApplicationRule::Of),
    ];
    let exit = prop_oneof![
        Just(ExitRule::NotProvided),
        (effect(), option::of(effect())).prop_map(|(effect, not_before)| {
            ExitRule::Notice(ExitNotice { effect, not_before })
        }),
    ];
    let rest = (
        permitted,
        pending,
        provisional,
        exit,
        option::of(any_condition()),
    );
    (what, rules, rest).prop_map(|(what, rules, rest)| {
        let (titles, kind, nature, texts, seat, depositaries) = what;
        let (consent_modes, consent_form, clause, clause_text, weights) = rules;
        let (permitted, pending, provisional_application, exit, activation) = rest;
        Instrument {
            titles,
            kind,
            nature,
            texts,
            seat,
            depositaries,
            consent_modes,
            consent_form,
            clause,
            clause_text,
            weights,
            reservations: ReservationRegime { permitted, pending },
            provisional_application,
            exit,
            activation,
        }
    })
}

fn policy() -> impl Strategy<Value = SignOffPolicy> {
    let wanted = (
        one_of(&[
            OfficeWanted::LiaisonOfParticipant,
            OfficeWanted::VerifierOfParticipant,
            OfficeWanted::VerifierOfAnother,
            OfficeWanted::DepositaryOfficer,
        ]),
        1..=u8::MAX,
    )
        .prop_map(|(office, persons)| Wanted { office, persons });
    let step = vec(wanted, 1..3).prop_map(|all_of| Step { all_of });
    let rule = (
        one_of(&[
            ActGroup::Founding,
            ActGroup::National,
            ActGroup::International,
            ActGroup::Depositary,
            ActGroup::Acceptance,
        ]),
        occasions(),
        vec(step, 2..4),
    )
        .prop_map(|(acts, occasion, steps)| Rule {
            acts,
            occasion,
            steps,
        });
    vec(rule, 0..4).prop_filter_map("one rule for each", |rules| SignOffPolicy::new(rules).ok())
}

fn occasions() -> impl Strategy<Value = Occasion> {
    one_of(&[
        Occasion::Regular,
        Occasion::OnPaper,
        Occasion::Exchange,
        Occasion::ImportOfHistory,
    ])
}

fn tally() -> impl Strategy<Value = Tally> {
    let figure = || option::of(any::<u32>());
    let group =
        (key(), figure(), figure(), figure()).prop_map(|(group, yes, no, abstain)| GroupTally {
            group,
            yes,
            no,
            abstain,
        });
    (proptest::array::uniform9(figure()), vec(group, 0..3)).prop_map(|(figures, groups)| {
        let [
            yes,
            no,
            abstain,
            present,
            not_voting,
            members,
            members_in_office,
            yes_weight,
            weights,
        ] = figures;
        Tally {
            yes,
            no,
            abstain,
            present,
            not_voting,
            members,
            members_in_office,
            yes_weight,
            weights,
            groups,
        }
    })
}

fn vote() -> impl Strategy<Value = VoteTaken> {
    let condition = (key(), text(), one_of(&[Gate::Deposit, Gate::Nothing])).prop_map(
        |(condition, text, gates)| ConsentCondition {
            condition,
            text,
            gates,
        },
    );
    (
        option::of(key()),
        one_of(&[
            VoteOn::Approval,
            VoteOn::Objection,
            VoteOn::Cloture,
            VoteOn::Override,
        ]),
        tally(),
        one_of(&[Ruling::Carried, Ruling::Lost, Ruling::NotKnown]),
        option::of(text()),
        vec(condition, 0..3),
    )
        .prop_map(
            |(chamber, on, tally, ruling, number, conditions)| VoteTaken {
                chamber,
                on,
                tally,
                ruling,
                number,
                conditions,
            },
        )
}

fn accepted() -> impl Strategy<Value = AcceptedInDueForm> {
    let check = (
        one_of(&[
            DueFormItem::Authority,
            DueFormItem::NamesTheTreaty,
            DueFormItem::StatesTheConsent,
            DueFormItem::Unconditional,
            DueFormItem::ReservationPermitted,
            DueFormItem::DateReceived,
        ]),
        one_of(&[
            DueFormFinding::InOrder,
            DueFormFinding::NotApplicable,
            DueFormFinding::AcceptedAllTheSame,
        ]),
    )
        .prop_map(|(item, finding)| DueFormCheck { item, finding });
    (digest(), date(), option::of(text()), vec(check, 0..3)).prop_map(
        |(statement, received, number, checklist)| AcceptedInDueForm {
            statement,
            received,
            number,
            checklist,
        },
    )
}

/// A strategy for the payload of each kind, in no order.
#[expect(clippy::too_many_lines, reason = "one row for each kind")]
pub fn acts() -> Vec<BoxedStrategy<Act>> {
    let note = || option::of(text());
    let outcome = || one_of(&[Outcome::Completed, Outcome::Failed]);
    let articles = || vec(key(), 0..3);
    let defined = || {
        (instrument(), note()).prop_map(|(instrument, reason)| InstrumentDefined {
            instrument: Box::new(instrument),
            reason,
        })
    };
    vec![
        defined().prop_map(Act::InstrumentOpened).boxed(),
        defined().prop_map(Act::InstrumentAmended).boxed(),
        (one_of(&[Standing::Listed, Standing::MayAccede]), note())
            .prop_map(|(standing, ground)| {
                Act::ParticipantListed(ParticipantListed { standing, ground })
            })
            .boxed(),
        text()
            .prop_map(|ground| Act::ParticipantRemoved(ParticipantRemoved { ground }))
            .boxed(),
        policy()
            .prop_map(|policy| Act::SignOffPolicyAdopted(SignOffPolicyAdopted { policy }))
            .boxed(),
        (
            digest(),
            option::of(key()),
            one_of(&[
                ProcedureStanding::Research,
                ProcedureStanding::ConfirmedByParticipant,
            ]),
        )
            .prop_map(|(file, route, standing)| {
                Act::ProcedureAdopted(ProcedureAdopted {
                    file,
                    route,
                    standing,
                })
            })
            .boxed(),
        (key(), one_of(&[Applies::Yes, Applies::No]), text())
            .prop_map(|(trigger, applies, ground)| {
                Act::TriggerDetermined(TriggerDetermined {
                    trigger,
                    applies,
                    ground,
                })
            })
            .boxed(),
        (key(), day(), day(), btree_set(day(), 0..4))
            .prop_map(|(chamber, from, until, sitting_days)| {
                Act::SittingCalendarPublished(SittingCalendarPublished {
                    chamber,
                    from,
                    until,
                    sitting_days,
                })
            })
            .boxed(),
        (text(), text())
            .prop_map(|(ground, course)| {
                Act::DepartureRecorded(DepartureRecorded { ground, course })
            })
            .boxed(),
        note()
            .prop_map(|note| Act::StepScheduled(StepScheduled { note }))
            .boxed(),
        note()
            .prop_map(|note| Act::StepBegun(StepBegun { note }))
            .boxed(),
        vote().prop_map(Act::VoteTaken).boxed(),
        (outcome(), note())
            .prop_map(|(outcome, note)| Act::StepConcluded(StepConcluded { outcome, note }))
            .boxed(),
        (outcome(), note())
            .prop_map(|(outcome, note)| {
                Act::ProcedureConcluded(ProcedureConcluded { outcome, note })
            })
            .boxed(),
        text()
            .prop_map(|ground| Act::StepNotRequired(StepNotRequired { ground }))
            .boxed(),
        (any::<u32>(), note())
            .prop_map(|(period, note)| Act::ClockStarted(ClockStarted { period, note }))
            .boxed(),
        (any::<u32>(), any::<NonZeroU32>(), note())
            .prop_map(|(period, by, note)| Act::ClockExtended(ClockExtended { period, by, note }))
            .boxed(),
        (text(), note())
            .prop_map(|(court, question)| Act::CourtReferral(CourtReferral { court, question }))
            .boxed(),
        (key(), note())
            .prop_map(|(route, ground)| Act::RouteChosen(RouteChosen { route, ground }))
            .boxed(),
        (key(), text(), option::of(digest()))
            .prop_map(|(condition, how, evidence)| {
                Act::ConditionMet(ConditionMet {
                    condition,
                    how,
                    evidence,
                })
            })
            .boxed(),
        one_of(&[
            Signature::Simple,
            Signature::Definitive,
            Signature::AdReferendum,
        ])
        .prop_map(|signature| Act::Signed(Signed { signature }))
        .boxed(),
        (modes(), forms(), option::of(digest()), note())
            .prop_map(|(mode, form, instrument, note)| {
                Act::ConsentExpressed(ConsentExpressed {
                    mode,
                    form,
                    instrument,
                    note,
                })
            })
            .boxed(),
        (key(), articles(), text())
            .prop_map(|(reservation, articles, text)| {
                Act::ReservationFormulated(ReservationFormulated {
                    reservation,
                    articles,
                    text,
                })
            })
            .boxed(),
        (key(), btree_set(code(), 0..3), note())
            .prop_map(|(reservation, to, number)| {
                Act::ReservationNotified(ReservationNotified {
                    reservation,
                    to,
                    number,
                })
            })
            .boxed(),
        key()
            .prop_map(|reservation| Act::ReservationWithdrawn(ReservationWithdrawn { reservation }))
            .boxed(),
        (code(), key())
            .prop_map(|(of, reservation)| {
                Act::ReservationAccepted(ReservationAccepted { of, reservation })
            })
            .boxed(),
        text()
            .prop_map(|text| Act::DeclarationMade(DeclarationMade { text }))
            .boxed(),
        (
            code(),
            key(),
            one_of(&[
                ObjectionEffect::TreatyStillInForceBetween,
                ObjectionEffect::PrecludesEntryIntoForce,
            ]),
            note(),
        )
            .prop_map(|(to, reservation, effect, text)| {
                Act::ObjectionRaised(ObjectionRaised {
                    to,
                    reservation,
                    effect,
                    text,
                })
            })
            .boxed(),
        (code(), key())
            .prop_map(|(to, reservation)| {
                Act::ObjectionWithdrawn(ObjectionWithdrawn { to, reservation })
            })
            .boxed(),
        (date(), articles())
            .prop_map(|(from, articles)| {
                Act::ProvisionalApplication(ProvisionalApplication { from, articles })
            })
            .boxed(),
        date()
            .prop_map(|from| Act::ProvisionalApplicationEnded(ProvisionalApplicationEnded { from }))
            .boxed(),
        (
            one_of(&[WithdrawalOf::Treaty, WithdrawalOf::Consent]),
            date(),
        )
            .prop_map(|(of, effective)| {
                Act::WithdrawalNotified(WithdrawalNotified { of, effective })
            })
            .boxed(),
        note()
            .prop_map(|note| Act::WithdrawalRetracted(WithdrawalRetracted { note }))
            .boxed(),
        (day(), note())
            .prop_map(|(in_force, number)| {
                Act::EntryIntoForceNotified(EntryIntoForceNotified { in_force, number })
            })
            .boxed(),
        (key(), note())
            .prop_map(|(event, text)| Act::EventRecorded(EventRecorded { event, text }))
            .boxed(),
        (key(), note())
            .prop_map(|(event, text)| Act::EventEnded(EventEnded { event, text }))
            .boxed(),
        accepted().prop_map(Act::AcceptedInDueForm).boxed(),
        Just(Act::StatementRetracted(StatementRetracted {})).boxed(),
        (text(), note(), text())
            .prop_map(|(number, correction, text)| {
                Act::NotificationCorrected(NotificationCorrected {
                    number,
                    correction,
                    text,
                })
            })
            .boxed(),
        (
            one_of(&[
                RectificationState::Proposed,
                RectificationState::Made,
                RectificationState::ObjectedTo,
            ]),
            lang(),
            articles(),
            option::of(digest()),
            option::of(day()),
        )
            .prop_map(|(state, text_lang, articles, record, objections_until)| {
                Act::TextRectified(TextRectified {
                    state,
                    text_lang,
                    articles,
                    record,
                    objections_until,
                })
            })
            .boxed(),
        (digest(), key(), text())
            .prop_map(|(of, field, text)| Act::Translation(Translation { of, field, text }))
            .boxed(),
        (text(), articles(), text())
            .prop_map(|(to, articles, text)| {
                Act::BreachReported(BreachReported { to, articles, text })
            })
            .boxed(),
        (
            one_of(&[ActivationState::Activated, ActivationState::Ended]),
            text(),
        )
            .prop_map(|(state, ground)| {
                Act::ActivationDetermined(ActivationDetermined { state, ground })
            })
            .boxed(),
    ]
}

/// An act of a kind, or of a version, that is not known.
fn unknown() -> impl Strategy<Value = UnknownAct> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-1_i64 << 53..1 << 53).prop_map(|n| json!(n)),
        text().prop_map(|text| json!(text.body.as_str())),
    ];
    let payload = leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            btree_map("[a-zA-Zїµ\u{e000}😂_]{0,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    prop_oneof![
        ("[a-z]{3,8}_of_tomorrow", 0..4_u32, payload.clone()),
        (
            one_of(Act::KINDS).prop_map(str::to_owned),
            2..9_u32,
            payload
        ),
    ]
    .prop_map(|(kind, version, payload)| UnknownAct {
        kind: kind.parse().unwrap(),
        version,
        payload,
    })
}

/// A statement with such a content.
pub fn statement(content: impl Strategy<Value = Content>) -> impl Strategy<Value = Statement> {
    let corrects =
        (digest(), text()).prop_map(|(statement, reason)| Corrects { statement, reason });
    (
        (slug(), option::of(code()), option::of(key()), date()),
        (
            prop_oneof![0..3_u32, any::<u32>()],
            vec(source(), 0..3),
            btree_set(digest(), 0..3),
            option::of(corrects),
        ),
        content,
    )
        .prop_map(|((instrument, participant, stage, date), more, content)| {
            let (sequence, sources, blobs, corrects) = more;
            Statement {
                instrument,
                participant,
                stage,
                date,
                sequence,
                sources,
                blobs,
                corrects,
                content,
            }
        })
}

/// A content of any kind, known or not.
pub fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        8 => proptest::strategy::Union::new(acts()).prop_map(known),
        1 => unknown().prop_map(Content::Unknown),
    ]
}

/// The content with this act.
pub fn known(act: Act) -> Content {
    Content::Known(Box::new(act))
}

/// An entry that no policy has looked at.
pub fn entry() -> impl Strategy<Value = Entry> {
    let office = prop_oneof![
        code().prop_map(Office::Liaison),
        code().prop_map(Office::Verifier),
        key().prop_map(Office::DepositaryOfficer),
    ];
    let evidence = one_of(&[Evidence::PasswordStepUp, Evidence::CommandLine]);
    let sign_off = (
        digest(),
        occasions(),
        any::<u32>(),
        office,
        evidence,
        digest(),
    )
        .prop_map(|(statement, occasion, step, office, evidence, signer)| {
            SignOff::new(statement, occasion, step, office, evidence, signer)
        });
    let micros = -11_676_096_000_000_000_i64..=253_402_300_799_999_999;
    (
        0..=domain::canonical::LARGEST_INTEGER,
        occasions(),
        micros.prop_map(|micros| RecordedAt::from_unix_micros(micros).unwrap()),
        vec(sign_off, 0..4),
        vec(statement(content()), 0..3),
    )
        .prop_map(|(index, occasion, recorded_at, sign_offs, statements)| {
            let draft = Draft {
                occasion,
                sign_offs,
                statements,
            };
            draft.numbered(index, recorded_at)
        })
}
