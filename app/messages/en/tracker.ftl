# Words of the public tracker: the frame, the pages, the sentences about acts.

## The frame
tracker-skip = Skip to the content
tracker-nav-site = Site
tracker-nav-instrument = This instrument
tracker-nav-instruments = Instruments
tracker-nav-about = About
tracker-nav-overview = Overview
tracker-nav-clause = Entry into force
tracker-nav-changes = Changes
tracker-banner-nature = Nature of the instrument
tracker-banner-clock = Day and state of the register
tracker-notice-illustrative = Illustrative scenario, not real. No State has done what is shown here.
tracker-notice-historical = A real instrument. Its history was imported from published sources; it was not recorded here as it happened.
tracker-at-day = This page shows { $day }, as known now.
tracker-at-day-to-come = This page shows { $day }, a day to come, as far as it follows from what is known now.
tracker-at-size = This page shows what the register said when it held { $size ->
        [one] 1 entry
       *[other] { $size } entries
    }.
tracker-at-size-and-day = This page shows { $day }, by what the register said when it held { $size ->
        [one] 1 entry
       *[other] { $size } entries
    }.
tracker-at-now = Go to the present state.
tracker-live = There is news of this instrument.
tracker-live-reload = Load the page again.
tracker-as-of = As of { $day }, UTC.
tracker-as-of-at = As of { $day } in { $place }, whose calendar counts for this instrument.
tracker-as-of-last = Last recorded about this instrument: { $instant },
tracker-entry-number = entry { $index }
tracker-register-size = The register holds { $size ->
        [one] 1 entry
       *[other] { $size } entries
    }. Its root:
tracker-forms = This page as data
tracker-form-json = This page as JSON
tracker-form-csv = The table as CSV
tracker-about = About the tracker
tracker-about-method = Method
tracker-about-check = How to check
tracker-about-accessibility = Accessibility
tracker-about-privacy = Privacy

## What a statement says
tracker-act-stage = “{ $title }”
tracker-act-some-step = a step of its procedure
tracker-act-unknown = An act that this program does not know (kind { $kind }, version { $version }).
tracker-act-instrument-opened = The instrument was opened in the register.
tracker-act-instrument-amended = The definition of the instrument was replaced.
tracker-act-listed = { $who } is one of those whose consent the instrument awaits.
tracker-act-may-accede = { $who } may become a party by accession; its consent is not awaited.
tracker-act-removed = { $who } was taken off the list of participants.
tracker-act-policy-adopted = A sign-off policy was adopted.
tracker-act-procedure-research = A description of the procedure of { $who } was adopted as research, not confirmed by this State.
tracker-act-procedure-confirmed = { $who } adopted the description of its own procedure.
tracker-act-trigger = { $who }: it was settled that “{ $trigger }” { $applies }.
tracker-act-calendar = { $who }: a calendar with { $count ->
        [one] 1 sitting day
       *[other] { $count } sitting days
    } was published, from { $from } to { $until }.
tracker-act-departure = { $who } departed from its procedure at { $stage }.
tracker-act-step-scheduled = { $who }: { $stage } is announced for { $date }.
tracker-act-step-begun = { $who }: { $stage } began.
tracker-act-vote-taken = { $who }: { $stage }, vote { $on }: { $tally }; { $ruling }.
tracker-act-step-concluded = { $who }: { $stage } { $outcome }.
tracker-act-procedure-completed = { $who } completed its national procedure.
tracker-act-procedure-failed = The national procedure of { $who } failed.
tracker-act-procedure-not-required = { $who }: no national procedure is required.
tracker-act-step-not-required = { $who }: { $stage } is not required.
tracker-act-clock-started = { $who }: a period set by law began to run at { $stage }.
tracker-act-clock-extended = { $who }: the period that runs at { $stage } was prolonged by { $by }.
tracker-act-court-referral = { $who }: the matter was referred to a court.
tracker-act-route-chosen = { $who } chose the route “{ $route }”.
tracker-act-condition-met = { $who }: the condition “{ $condition }” was met.
tracker-act-signed = { $who } signed { $effect }.
tracker-act-consent-deposit = { $who } deposited its instrument of { $mode }.
tracker-act-consent-notification = { $who } notified its { $mode }.
tracker-act-consent-exchange = { $who } exchanged its instrument of { $mode }.
tracker-act-consent-signature = { $who } expressed its consent to be bound by definitive signature.
tracker-act-reservation = { $who } formulated a reservation.
tracker-act-reservation-notified = The depositary notified a reservation of { $of } to the other States.
tracker-act-reservation-notified-to = The depositary notified a reservation of { $of } to { $to }.
tracker-act-reservation-accepted = { $who } accepted a reservation of { $of }.
tracker-act-reservation-withdrawn = { $who } withdrew a reservation.
tracker-act-declaration = { $who } made a declaration.
tracker-act-objection = { $who } objected to a reservation of { $to }; the treaty is in force between the two all the same.
tracker-act-objection-precludes = { $who } objected to a reservation of { $to }; the treaty does not enter into force between the two.
tracker-act-objection-withdrawn = { $who } withdrew its objection to a reservation of { $to }.
tracker-act-provisional = { $who } applies the instrument provisionally, from { $from }.
tracker-act-provisional-articles = { $who } applies { $count ->
        [one] article { $articles }
       *[other] the articles { $articles }
    } provisionally, from { $from }.
tracker-act-provisional-ended = { $who } ends its provisional application, from { $from }.
tracker-act-withdrawal = { $who } notified its withdrawal, with effect from { $effective }.
tracker-act-withdrawal-of-consent = { $who } withdrew its consent before entry into force, with effect from { $effective }.
tracker-act-withdrawal-retracted = { $who } took its notice of withdrawal back.
tracker-act-in-force = The depositary notified the entry into force on { $day }.
tracker-act-in-force-for = The depositary notified the entry into force for { $who } on { $day }.
tracker-act-event = The event “{ $event }” was recorded.
tracker-act-event-ended = The event “{ $event }” is over.
tracker-act-accepted = The depositary accepted the act in due form; received { $received }.
tracker-act-accepted-of = The depositary accepted the act of { $who } in due form; received { $received }.
tracker-act-statement-retracted = A statement was taken back.
tracker-act-notification-corrected = The depositary corrected one of its notifications.
tracker-act-rectification-proposed = A rectification of the text in the language “{ $lang }” was proposed.
tracker-act-rectification-made = The text in the language “{ $lang }” was rectified.
tracker-act-rectification-objected = A rectification of the text in the language “{ $lang }” was objected to.
tracker-act-translation = A text was translated into the language “{ $lang }”.
tracker-act-breach-reported = A breach was reported. The register does not decide whether there was one.
tracker-act-activated = The obligations were determined to be activated.
tracker-act-activation-ended = The obligations were determined to be activated no longer.

tracker-tally-yes = { $count } for
tracker-tally-no = { $count } against
tracker-tally-abstain = { $count ->
        [one] 1 abstention
       *[other] { $count } abstentions
    }
tracker-tally-not-voting = { $count } not voting
tracker-tally-present = { $count } present
tracker-tally-yes-weight = weight { $count } for
tracker-tally-unknown = no figures known

tracker-detail-title = Title
tracker-detail-reason = Reason
tracker-detail-ground = Ground
tracker-detail-note = Note
tracker-detail-text = Text
tracker-detail-course = What was done instead
tracker-detail-court = Court
tracker-detail-question = Question
tracker-detail-how = How
tracker-detail-to = Reported to
tracker-detail-reservation = Reservation
tracker-detail-articles = Articles
tracker-detail-condition = Condition “{ $condition }”
tracker-detail-vote-number = Number of the vote
tracker-detail-number = Number
tracker-detail-corrected-number = Number of the notification corrected
tracker-detail-objections-until = Objections until
tracker-detail-field = Field translated
tracker-detail-instrument = Scanned instrument
tracker-detail-file = File
tracker-sources = Sources

## A statement in a list
tracker-line-happened = Happened
tracker-line-announced = Announced for
tracker-line-recorded = Recorded
tracker-line-entry = Entry { $index }
tracker-line-superseded = Superseded
tracker-line-superseded-by = Corrected by entry { $index }
tracker-line-corrects = Corrects entry { $index }

## Is it in force?
tracker-on-day = on { $day }
tracker-answer-not-in-force = Not in force
tracker-answer-enters = Enters into force on { $day }
tracker-answer-in-force = In force since { $day }
tracker-answer-computed = In force from { $day } under its clause
tracker-answer-computed-at-the-latest = In force not later than { $day } under its clause
tracker-answer-met = Conditions met { $met }
tracker-answer-pending = Conditions met { $met }; depositary’s notification pending
tracker-answer-not-notified = Conditions met { $met }; no notification by the depositary on record
tracker-answer-whole = { $heading }. { $rest }
tracker-dates-computed = Computed from the acts on record
tracker-dates-met = Conditions met on { $day }
tracker-dates-met-at-the-latest = Conditions met { $day }
tracker-dates-recorded = On record since
tracker-dates-not-computed = No day
tracker-dates-not-computed-note = By the acts on record the conditions are not met. What the depositary notified stands beside it; only the States can settle a difference.
tracker-dates-notified = Notified by the depositary
tracker-dates-notified-on = Notified
tracker-dates-no-notification = No notification
tracker-dates-difference = Difference
tracker-dates-same = None: the dates agree
tracker-dates-later = The day notified is { $count ->
        [one] 1 day
       *[other] { $count } days
    } later than the day computed
tracker-dates-earlier = The day notified is { $count ->
        [one] 1 day
       *[other] { $count } days
    } earlier than the day computed

## How far it is
tracker-there-deposit = { $have } of the { $need } instruments needed { $have ->
        [one] has
       *[other] have
    } been deposited.
tracker-there-notification = { $have } of the { $need } acceptances needed { $have ->
        [one] has
       *[other] have
    } been notified.
tracker-there-exchange = { $have } of the { $need } instruments needed { $have ->
        [one] has
       *[other] have
    } been exchanged.
tracker-there-signature = { $have } of the { $need } definitive signatures needed { $have ->
        [one] has
       *[other] have
    } been made.
tracker-there-parts = { $consent }: { $parts }
tracker-part-listed = { $have } of { $base } participants on the list ({ $need } needed).
tracker-part-signatories = { $have } of { $base } signatories ({ $need } needed).
tracker-part-these = { $have } of { $base } named ({ $need } needed).
tracker-part-count = { $have } of { $need } needed.
tracker-part-weight = { $have } % of the { $need } % needed.
tracker-part-all-named = { $count ->
        [one] The one that is required by name is there.
       *[other] All { $count } that are required by name are there.
    }
tracker-part-named = Still required: { $names }.
tracker-part-many-named = Still required: { $count } by name.
tracker-there-counted = { $have ->
        [0] No consent counts so far.
        [one] 1 consent counts so far.
       *[other] { $have } consents count so far.
    }
tracker-to-go-met = The conditions are met.
tracker-to-go-none = No further consent is needed.
tracker-to-go = { $count } to go.
tracker-to-go-at-least = At least { $count } to go; the exact number is not known.
tracker-to-go-out-of-reach = No set of the participants on record would meet the conditions.
tracker-awaits-event = The event “{ $event }” is awaited.
tracker-not-before = Not before { $day }.
tracker-short-deposit = { $have } of { $need } instruments deposited
tracker-short-notification = { $have } of { $need } acceptances notified
tracker-short-exchange = { $have } of { $need } instruments exchanged
tracker-short-signature = { $have } of { $need } definitive signatures made
tracker-short-to-go = { $count } to go
tracker-progress-label = Consents that count, of those needed

## The facts about a participant
tracker-at-the-latest = { $day } at the latest
tracker-in-force-since = Since { $day }
tracker-in-force-since-computed = Since { $day }, computed; no notification by the depositary on record
tracker-in-force-until = Until { $day }; withdrawal notified
tracker-in-force-no-longer = Not since { $day }
tracker-in-force-from = From { $day }, computed
tracker-in-force-no = No
tracker-yes = Yes
tracker-no = No
tracker-activated-yes = Activated
tracker-activated-no = Not activated
tracker-activated-ended = No longer activated

## An instrument's home
tracker-home-title = { $answer }: { $progress }
tracker-home-description = { $title }: { $answer }. { $lacking }
tracker-indispensable = Cannot be met without
tracker-missing = Also awaited
tracker-missing-first = Awaited by name
tracker-many-names = { $count } participants; the table names them
tracker-next = Next
tracker-next-none = No dated step is announced.
tracker-latest = Recorded last
tracker-latest-happened = Happened last
tracker-provisional = Provisional application
tracker-provisional-whole = The instrument can be applied provisionally before it is in force.
tracker-provisional-articles = { $count ->
        [one] Article { $articles } can
       *[other] The articles { $articles } can
    } be applied provisionally before the instrument is in force.
tracker-provisional-by = Applied provisionally by
tracker-provisional-by-nobody = Nobody applies it provisionally.
tracker-activation = Activation
tracker-activation-note = Being in force and being activated are two facts.
tracker-consents-not-known = { $count ->
    [one] For one more the sources give no day, or only a span of days that includes this one: it may have consented already, and is not counted here.
   *[other] For { $count } more the sources give no day, or only a span of days that includes this one: they may have consented already, and are not counted here.
}
tracker-participants = Participants
tracker-participants-caption = Where each participant stands
tracker-four-facts = The national procedure, the consent to be bound and entry into force are separate facts; one does not follow from another.
tracker-no-activation = This instrument has no separate activation.
tracker-column-participant = Participant
tracker-column-stage = Stage
tracker-column-national = National procedure
tracker-column-in-force = In force for it
tracker-column-activated = Activated
tracker-since = since
tracker-in-force-notified = (notified: { $day })
tracker-in-force-notified-for-all = (notified for the instrument: { $day })
tracker-stage-is-done = { $stage } done
tracker-after-stage = after { $stage }

## The list of instruments
tracker-instruments = Instruments
tracker-instruments-description = Each instrument followed here, whether it is in force, and what is still lacking.
tracker-instruments-none = The register holds no instrument yet.
tracker-instruments-unreadable = { $count ->
        [one] 1 instrument cannot be shown by this program; a newer one can.
       *[other] { $count } instruments cannot be shown by this program; a newer one can.
    }

## What is not there, and what went wrong
tracker-not-found = Page not found
tracker-not-found-page = There is no page at this address.
tracker-not-found-instrument = The register holds no instrument named “{ $slug }”, or did not hold it then.
tracker-not-found-participant = Nobody with the code “{ $code }” takes part in this instrument.
tracker-not-found-entry = The register has no entry { $index } yet.
tracker-not-found-size = The register does not hold { $size } entries yet.
tracker-to-instruments = See all instruments
tracker-to-participants = See all participants
tracker-error = Something went wrong
tracker-error-text = The page could not be made. Try again in a minute.
tracker-error-request = This request cannot be answered
tracker-error-request-text = Check the address, or begin at the list of instruments.
tracker-error-gone = Withdrawn
tracker-error-gone-text = What stood here has been withdrawn. Its hash remains in the register.
tracker-error-gone-reason = The reason given:
tracker-error-often = Too many requests
tracker-error-often-text = Wait a minute, then try again.
tracker-error-busy = Busy
tracker-error-busy-text = The tracker cannot answer just now. Try again in a minute.
tracker-error-id = Number of this request:

## Changes
tracker-changes = Changes
tracker-changes-description = What was recorded about { $title }, newest first.
tracker-changes-lead = Everything recorded about this instrument, newest first. What was corrected stays visible.
tracker-changes-lead-by = Everything recorded about this instrument that had happened by { $day }, newest first. What was corrected stays visible.
tracker-changes-newest = These are the newest { $shown } of { $total } statements; earlier ones are in the entries of the register.

## About the tracker
tracker-about-description = { $title }: about this tracker.
tracker-method-facts = Four facts, kept apart
tracker-method-facts-four = A page never says of a State that it has “ratified” and leaves it at that. It tells four facts apart.
tracker-method-facts-national = National procedure completed: the State’s own constitution no longer stands in the way. Other States are not bound by that, and neither is the State.
tracker-method-facts-consent = Consent to be bound: an instrument deposited, an acceptance notified, instruments exchanged, or a signature that is itself the consent (Vienna Convention on the Law of Treaties, articles 11 to 16). The date is that of receipt at the seat of the depositary.
tracker-method-facts-force = In force for this State: from the day that follows from the clause on entry into force and from the State’s own consent.
tracker-method-facts-activated = Activated: where the obligations wait for something besides entry into force, such as a ceasefire, that is a fact of its own.
tracker-method-facts-unknown = “No information” means what it says: nobody has told the register anything. It does not mean that nothing has happened.
tracker-method-dates = Dates
tracker-method-dates-three = The treaty determines when it enters into force; this program computes it from the acts on record; the depositary notifies it. The three stand side by side. If they differ, the page shows the difference and does not settle it.
tracker-method-dates-bounded = Where a source gives a month, a year, or only a day by which something had happened, the page says so. Counting then uses the latest possible day.
tracker-method-dates-clocks = A page has two clocks: the day it speaks of, and how many entries of the register it knows. The foot of each page says both. Addresses with /at/ set them.
tracker-method-to-go = How many are to go
tracker-method-to-go-text = “To go” is the size of a smallest set of participants whose consent would meet the clause. Where shares or named States count, that is not the number needed less the number there.
tracker-method-procedures = National procedures
tracker-method-procedures-text = The description of a State’s procedure is research, not confirmed by this State, until its own officers adopt it. Each description says what it was checked against.
tracker-method-who = Who records
tracker-method-who-text = Nobody publishes alone. Each entry carries the sign-offs of different persons in different offices over exactly what they signed. Entries are never changed; a correction is a new entry, and what it corrects stays visible.
tracker-method-not = What these pages are not
tracker-method-not-text = They are not legal advice, and they do not replace the authentic text or the notifications of the depositary.
tracker-check-entry = One entry
tracker-check-entry-bytes = The address of an entry followed by .json gives its bytes exactly as they were recorded. They never change.
tracker-check-entry-leaf = SHA-256 of a zero byte followed by these bytes is the leaf hash that the page of the entry shows.
tracker-check-register = The whole register
tracker-check-register-root = The root over all entries is a Merkle tree hash as RFC 6962 defines it. Whoever has every entry can compute it and compare it with the one at the foot of an instrument’s home.
tracker-check-register-keep = Keep the size and the root that you saw. If an entry is ever changed or left out, the root at that size can never be the same again.
tracker-check-correction = Corrections
tracker-check-correction-text = An entry that corrects another names it by its hash and says why. Both pages link to each other.
tracker-accessibility-aim = What is aimed at
tracker-accessibility-aim-text = Every page is made to meet WCAG 2.2 at level AA, and contrast of text at level AAA.
tracker-accessibility-how = Pages work without a script, with a keyboard alone, at 400 % zoom, in forced colours, in the dark, and on paper. No status is shown by colour alone.
tracker-accessibility-gaps = Known gaps
tracker-accessibility-gaps-text = Pages are in English only for now. Texts that officers wrote stand in the language in which they wrote them.
tracker-accessibility-contact = If something does not work
tracker-accessibility-contact-text = Tell the depositary of the instrument, with the address of the page. Each page is also there as data, which another program can read aloud or lay out anew.
tracker-privacy-readers = Readers
tracker-privacy-readers-cookies = These pages set no cookies, store nothing on your device, and load nothing from elsewhere.
tracker-privacy-readers-logs = Nobody follows which pages you read. Addresses of requests are kept only as long as it takes to keep the service running.
tracker-privacy-officers = Officers
tracker-privacy-officers-text = An entry names offices, never persons. Who signed stands there as a pseudonym that differs from entry to entry; once its key is deleted, it names nobody.

## One entry
tracker-entry-title = Entry { $index }
tracker-entry-instrument = Instrument
tracker-entry-received = Received
tracker-entry-accepted = Accepted in due form, entry { $index }
tracker-entry-corrects = Corrects
tracker-entry-why = Why
tracker-entry-statement-hash = Hash of the statement
tracker-entry-sign-offs = Signed off by
tracker-entry-signer = pseudonym
tracker-entry-proof = How to check it
tracker-entry-leaf = Leaf hash
tracker-entry-root = Root over the first { $size ->
        [one] entry
       *[other] { $size } entries
    }
tracker-entry-bytes = The entry as it was recorded

## A participant's page
tracker-country-heading = { $name }: { $stage }
tracker-country-at-stage = { $name }: { $stage } – { $at }
tracker-country-description = { $title }: { $sentence }; its own procedure stage by stage, and its acts.
tracker-not-signed = No signature on record
tracker-signed = Signed
tracker-consent = Consent to be bound
tracker-consent-until = (ended: { $day })
tracker-consent-ends = (ends: { $day })
tracker-in-force-not-notified = (no notification for it on record)
tracker-without-effect = On record without effect
tracker-procedure = National procedure
tracker-procedure-none = No description of the procedure of this participant is known.
tracker-procedure-adopted = Adopted by entry { $index }
tracker-procedure-elsewhere = Acts at no stage of this route
tracker-procedure-basis = What this description rests on
tracker-procedure-parliament = How parliament takes part
tracker-procedure-confidence = Confidence
tracker-procedure-checked = Checked against
tracker-stage-name = { $kind }, { $place }
tracker-stage-with-title = { $name } ({ $title })
tracker-stage-inferred = Done, as follows from the consent
tracker-stage-ground-not-called-for = Nobody called for it.
tracker-stage-ground-nobody-objected = Nobody objected.
tracker-stage-ground-window-closed = Nobody called for it in time.
tracker-stage-passed-silence = Passed by silence: a period set by law ended on { $day }.
tracker-stage-passed-overcome = What stood against the treaty was overcome.
tracker-stage-passed-against = The answer was no; the procedure goes on all the same.
tracker-stage-passed-left = Another stage took its place: { $stage }.
tracker-stage-passed-departure = Not by the procedure: a departure is on record.
tracker-stage-awaits-reading = { $passed } of { $of } readings are passed.
tracker-stage-awaits-override = The answer was no. It can be overcome by: { $body }.
tracker-stage-awaits-repetition = The answer was no. The stage takes place once more.
tracker-stage-blocked-failed = The treaty was stopped at: { $stage }.
tracker-stage-blocked-procedure = The procedure has failed.
tracker-stage-blocked-route = The procedure continues on another route: { $route }.
tracker-stage-blocked-trigger = Nobody has determined whether this is needed: { $stage }.
tracker-stage-blocked-wait = Not before { $day }, when a waiting period is over: { $stage }.
tracker-stage-blocked-wait-at-best = Not before { $day }; when the waiting period is over cannot be computed yet: { $stage }.
tracker-stage-blocked-wait-unknown = A waiting period runs of which the start is not known: { $stage }.
tracker-stage-blocked-condition = Condition not reported met: { $condition }
tracker-stage-set-aside = What was done here before no longer counts: the proceedings began again.
tracker-congress-begins-again = Proceedings of the { $congress } Congress ended on { $day }; the treaty stays before the Senate and they begin again (Senate Rule XXX(2)).
tracker-congress-died = The measure died with the { $congress } Congress on { $day }. To go on, it has to be introduced again.
tracker-congress-pocket-veto = The measure of the { $congress } Congress was not signed in ten days, and the Congress had ended: it is no law (pocket veto; Constitution, Art. I s. 7 cl. 2). To go on, it has to be introduced again.
tracker-rule-if = If this applies ({ $when }): { $majority }.
tracker-rule-if-objection = If the objection had { $had }: { $majority }.
tracker-rule-override = Needed to overcome it: { $majority }.
tracker-rule-open = Nobody has determined which of these it is.
tracker-stage-condition = Happens if: { $when }.
tracker-stage-period = { $length } from { $starts }: { $what }
## Periods that run
# $length is for example "21 sitting days"; $end is one of the ends below.
tracker-clock-running = Day { $counted } of { $length }; { $end }.
tracker-clock-running-in-days = Day { $counted } of { $of } ({ $length }); { $end }.
tracker-clock-ends-wait = ends { $last }, and what waits for it may happen from { $from }
tracker-clock-ends-deadline = ends { $last }, the last day to act
tracker-clock-ends-deemed-consent = ends { $last }, and silence is consent from { $from }
tracker-clock-ends-window = ends { $last }, the last day to call for it
tracker-clock-ends-target = ends { $last }, which binds nobody
tracker-clock-ended-wait = { $length } ended: what waited for it may happen since { $from }.
tracker-clock-ended-deadline = { $length } ended: the last day to act was { $last }.
tracker-clock-ended-deemed-consent = { $length } ended: by law silence is consent since { $from }.
tracker-clock-ended-window = { $length } ended: the last day to call for it was { $last }.
tracker-clock-ended-target = { $length } ended on { $last }, which binds nobody.
tracker-clock-not-computable-until = { $length }: not computable yet: the calendar of the { $chamber } is published only until { $until }. It ends on { $best } at the earliest.
tracker-clock-not-computable = { $length }: not computable yet: no calendar of the { $chamber } is published for these days. It ends on { $best } at the earliest.
tracker-clock-counted-so-far = Day { $counted } so far.
tracker-clock-start-not-known = { $length }: the day on which it began is not known.
tracker-clock-start-latest = Counted from { $day }, the latest day on which it can have begun.
tracker-clock-prolonged = The { $added } that were added are counted.

tracker-stage-more = More on this stage
tracker-stage-who = Who acts
tracker-stage-effect = Effect
tracker-stage-formula = Formula
tracker-stage-periods = Periods
tracker-stage-basis = Legal basis
tracker-rule = Needed: { $majority }.
tracker-quorum = Quorum: { $formula }.
tracker-quorum-on-challenge = Quorum, only if somebody challenges it: { $formula }.
tracker-vote-on = Vote { $on }:
tracker-vote-not-objected = Objection not carried: the treaty passes.
tracker-vote-objected = Objection carried: the treaty does not pass.
tracker-vote-objected-for-now = Objection carried: the treaty does not pass unless that is overridden.
tracker-vote-overridden = Overridden: the treaty passes.
tracker-vote-not-overridden = Not overridden: the treaty does not pass.
tracker-vote-override-by-rule = By the rule for overriding: carried.
tracker-vote-override-not-by-rule = By the rule for overriding: lost.
tracker-vote-override-cannot-be-told = By the figures known, the rule for overriding cannot tell.
tracker-vote-needed = { $needed } votes for were needed; there were { $have }.
tracker-vote-seats = Counted with { $seats } seats, the number as of { $as_of }; the vote was in { $year }.
tracker-vote-in-ordinary-case = In the ordinary case: { $finding }
tracker-vote-in-case = If this applies ({ $when }): { $finding }
tracker-vote-objection-had = If the objection had { $majority }: { $finding }
tracker-vote-depends = Whether it is carried depends on which case this is. Nobody has determined that.
tracker-vote-no-quorum = There was no quorum.
tracker-vote-quorum-unknown = Whether there was a quorum cannot be told.
tracker-vote-differs = The announcement and the arithmetic differ. The announcement stands.
tracker-acts = Acts on record
