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
tracker-as-of = As of { $day }.
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
tracker-act-court-referral = { $who }: the matter was referred to a court.
tracker-act-route-chosen = { $who } chose the route “{ $route }”.
tracker-act-condition-met = { $who }: the condition “{ $condition }” was met.
tracker-act-signed = { $who } signed { $effect }.
tracker-act-consent-deposit = { $who } deposited its instrument of { $mode }.
tracker-act-consent-notification = { $who } notified its { $mode }.
tracker-act-consent-exchange = { $who } exchanged its instrument of { $mode }.
tracker-act-consent-signature = { $who } expressed its consent to be bound by definitive signature.
tracker-act-reservation = { $who } formulated a reservation.
tracker-act-reservation-accepted = { $who } accepted a reservation of { $of }.
tracker-act-reservation-withdrawn = { $who } withdrew a reservation.
tracker-act-declaration = { $who } made a declaration.
tracker-act-objection = { $who } objected to a reservation of { $to }; the treaty is in force between the two all the same.
tracker-act-objection-precludes = { $who } objected to a reservation of { $to }; the treaty does not enter into force between the two.
tracker-act-objection-withdrawn = { $who } withdrew its objection to a reservation of { $to }.
tracker-act-provisional = { $who } applies the instrument provisionally, from { $from }.
tracker-act-provisional-articles = { $who } applies the articles { $articles } provisionally, from { $from }.
tracker-act-provisional-ended = { $who } ends its provisional application, from { $from }.
tracker-act-withdrawal = { $who } notified its withdrawal, with effect from { $effective }.
tracker-act-withdrawal-of-consent = { $who } withdrew its consent before entry into force, with effect from { $effective }.
tracker-act-withdrawal-retracted = { $who } took its notice of withdrawal back.
tracker-act-in-force = The depositary notified the entry into force on { $day }.
tracker-act-in-force-for = The depositary notified the entry into force for { $who } on { $day }.
tracker-act-event = The event “{ $event }” was recorded.
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
tracker-answer-pending = Conditions met { $met }; in force from { $day } under its clause; depositary’s notification pending
tracker-answer-not-notified = Conditions met { $met }; in force from { $day } under its clause; no notification by the depositary on record
tracker-dates-computed = Computed from the acts on record
tracker-dates-met = Conditions met on { $day }
tracker-dates-met-at-the-latest = Conditions met not later than { $day }
tracker-dates-recorded = Last act counted recorded
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
tracker-in-force-since = Since { $day }
tracker-in-force-until = Until { $day }; withdrawal notified
tracker-in-force-no-longer = Not since { $day }
tracker-in-force-from = From { $day }, computed
tracker-in-force-no = No
tracker-activated-yes = Activated
tracker-activated-no = Not activated
tracker-activated-ended = No longer activated

## An instrument's home
tracker-home-title = { $answer }: { $progress }
tracker-home-description = { $title }: { $answer }. { $lacking }
tracker-indispensable = Cannot be met without
tracker-missing = Also awaited
tracker-many-names = { $count } participants; the table names them
tracker-next = Next
tracker-next-none = No dated step is announced.
tracker-latest = Recorded last
tracker-provisional = Provisional application
tracker-provisional-whole = The instrument can be applied provisionally before it is in force.
tracker-provisional-articles = The articles { $articles } can be applied provisionally before the instrument is in force.
tracker-provisional-by = Applied provisionally by
tracker-provisional-by-nobody = Nobody applies it provisionally.
tracker-activation = Activation
tracker-activation-note = Being in force and being activated are two facts.
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
tracker-error-often = Too many requests
tracker-error-often-text = Wait a minute, then try again.
tracker-error-busy = Busy
tracker-error-busy-text = The tracker cannot answer just now. Try again in a minute.
tracker-error-id = Number of this request:
