# The labels of statuses. "Ratified" alone is never a label: it would mix the national procedure with
# the consent to be bound.

## The stage a participant is at; at most 24 characters, so that a table can show it
status-stage-no-information = No information
status-stage-not-begun = Not begun
status-stage-signed = Signed
status-stage-under-way = In national procedure
status-stage-not-required = No approval required
status-stage-approved = Approved nationally
status-stage-failed = Procedure failed
status-stage-in-force = In force
status-stage-withdrawal-notified = Withdrawal notified
status-stage-former-party = Former party
status-stage-consent-withdrawn = Consent withdrawn

## Consent to be bound, by the way the instrument establishes it
status-consent-deposit = Instrument deposited
status-consent-notification = Acceptance notified
status-consent-exchange = Instruments exchanged
status-consent-signature = Signed definitively
status-consent-not-known = Not known for this day
status-no-consent-deposit = Not deposited
status-no-consent-notification = Not notified
status-no-consent-exchange = Not exchanged
status-no-consent-signature = Not signed definitively

## The national procedure
status-national-no-information = No information
status-national-not-begun = Not begun
status-national-under-way = Under way
status-national-completed = Completed
status-national-last-report = Last reported
status-national-not-required = Not required
status-national-failed = Failed

## Provisional application
status-provisional-none = Not applied provisionally
status-provisional-applied = Applied provisionally
status-provisional-ended = No longer applied provisionally
status-provisional-overtaken = Was applied provisionally until entry into force

## The means of consent, after "instrument of"
status-mode-ratification = ratification
status-mode-acceptance = acceptance
status-mode-approval = approval
status-mode-accession = accession
status-mode-succession = succession
status-mode-definitive-signature = definitive signature
status-mode-not-told-apart = ratification, acceptance or approval (the source does not say which)

status-signature-simple = subject to ratification, acceptance or approval
status-signature-definitive = definitively, as its consent to be bound
status-signature-ad-referendum = ad referendum, to be confirmed

status-vote-on-approval = on approval
status-vote-on-objection = on an objection
status-vote-on-cloture = on ending the debate
status-vote-on-override = on overriding a veto or objection
status-ruling-carried = announced as carried
status-ruling-lost = announced as lost
status-ruling-not-known = no announcement known
status-outcome-completed = completed
status-outcome-failed = failed
status-applies-yes = applies
status-applies-no = does not apply
status-procedure-research = Research, not confirmed by this State
status-procedure-confirmed = Confirmed by this State

status-kind-treaty = Treaty
status-kind-protocol = Protocol
status-kind-amendment = Amendment
status-kind-treaty-of-accession = Treaty of accession
status-kind-political-commitment = Political commitment, not binding in law
status-nature-real = Real
status-nature-historical = Historical, imported
status-nature-illustrative = Illustrative, not real

status-confidence-high = read in an official source
status-confidence-medium = read in a secondary source
status-confidence-low = mostly from memory

status-office-liaison = Liaison officer of { $of }
status-office-verifier = Verifier of { $of }
status-office-depositary = Depositary officer
status-evidence-password = Password given again
status-evidence-command-line = imported from published sources, not signed by the authority itself
status-occasion-regular = Through the desks of those concerned
status-occasion-on-paper = On paper, entered by the depositary
status-occasion-exchange = By exchange between the sides
status-occasion-import = With the import of a history

status-check-authority = Signed by a competent authority or with full powers
status-check-names-the-treaty = Names this instrument
status-check-states-the-consent = States the consent clearly
status-check-unconditional = Unconditional
status-check-reservation-permitted = Any reservation is permitted
status-check-date-received = The date of receipt is certain
status-finding-in-order = In order
status-finding-not-applicable = Does not apply
status-finding-all-the-same = Not in order, accepted all the same

## Majorities, after "needed:"
status-majority-simple-majority-of-votes-cast = more votes for than against
status-majority-majority-of-members-present = more than half of the members present
status-majority-majority-of-those-voting-abstentions-counted = more than half of those voting, abstentions counted
status-majority-absolute-majority-of-all-members = more than half of all members
status-majority-two-thirds-of-votes-cast = two thirds of the votes cast
status-majority-two-thirds-of-members-present = two thirds of the members present
status-majority-two-thirds-of-those-voting-abstentions-counted = two thirds of those voting, abstentions counted
status-majority-two-thirds-of-all-members = two thirds of all members
status-majority-three-fifths-of-all-members = three fifths of all members
status-majority-three-fifths-of-members-present = three fifths of the members present
status-majority-three-fifths-of-those-voting-abstentions-counted = three fifths of those voting, abstentions counted
status-majority-three-fifths-of-senators-chosen-and-sworn = three fifths of the senators in office
status-majority-three-quarters-of-votes-cast = three quarters of the votes cast
status-majority-three-quarters-of-votes-cast-and-majority-of-all-members = three quarters of the votes cast, and more than half of all members
status-majority-five-sixths-of-all-members = five sixths of all members
status-majority-majority-of-members-present-floor-one-third-of-all-members = more than half of the members present, and at least a third of all members
status-majority-majority-of-members-present-floor-one-quarter-of-all-members = more than half of the members present, and at least a quarter of all members
status-majority-majority-of-members-present-floor-one-quarter-plus-one-of-all-members = more than half of the members present, and at least one more than a quarter of all members
status-majority-two-thirds-of-members-present-and-majority-of-all-members = two thirds of the members present, and more than half of all members
status-majority-two-thirds-of-votes-cast-and-majority-of-all-members = two thirds of the votes cast, and more than half of all members
status-majority-two-thirds-of-all-weighted-votes = two thirds of all weighted votes
status-majority-majority-of-all-weighted-votes = more than half of all weighted votes
status-majority-unanimity-abstentions-neutral = nobody against; abstentions do not hinder
status-majority-eu-qualified-majority = 55 % of the member States, at least 15, with 65 % of the population
status-majority-referendum-majority-of-votes-cast = more votes for than against in the referendum
status-majority-referendum-double-majority-people-and-cantons = a majority of the people and of the cantons
status-majority-referendum-rejection-rule = rejected only by a majority against that is at least 30 % of the electorate
status-majority-majority-of-votes-cast-in-each-language-group = more votes for than against in each language group
status-majority-negative-resolution-absent = no motion against the treaty is carried
status-majority-no-request-for-explicit-procedure = too few members ask for a vote
status-majority-committee-majority = more votes for than against in the committee
status-majority-ministerial-statement = a statement by the minister, without a vote
status-majority-prior-decision-prevails = an earlier decision of the other house prevails

## Stages of a procedure
status-stage-kind-parliamentary-procedure = Parliamentary procedure
status-stage-kind-government-decision = Government decision
status-stage-kind-advisory-review = Opinion
status-stage-kind-tabling = Laying before parliament
status-stage-kind-committee = Committee
status-stage-kind-chamber-vote = Vote
status-stage-kind-joint-sitting-vote = Joint vote
status-stage-kind-regional-vote = Regional vote
status-stage-kind-constitutional-review = Constitutional review
status-stage-kind-referendum = Referendum
status-stage-kind-presidential-or-royal-assent = Assent
status-stage-kind-promulgation-publication = Publication
status-stage-kind-instrument-signature = Signature of the instrument
status-stage-kind-deposit = Deposit
status-stage-kind-notification = Notification of acceptance
status-stage-kind-exchange = Exchange of instruments
status-stage-kind-definitive-signature = Definitive signature
status-stage-state-done = Done
status-stage-state-current = Under way
status-stage-state-possible = May come next
status-stage-state-not-yet = Not yet
status-stage-state-not-reported = No information
status-stage-state-if-called-for = Only if called for
status-stage-state-skipped = Not taken
status-stage-state-not-determined = Whether it is needed is not determined
status-stage-state-failed = Failed
status-stage-effect-decisive = A yes is needed, or a no stops the treaty.
status-stage-effect-gate = It decides whether or how the next step happens.
status-stage-effect-advisory = It binds nobody.
status-stage-effect-waiting = Only time passes.
status-stage-effect-suspensive-veto = It can delay, and can be overcome.
status-stage-effect-absolute-veto = It can stop the treaty, and cannot be overcome.
status-stage-effect-formal = A formality.
status-binding-treaty = A treaty, binding in international law
status-binding-congressional-executive-agreement = An agreement approved by both houses of Congress, binding like a treaty
status-binding-executive-agreement-or-political = An agreement of the executive alone, or a political commitment
status-binding-political = Nothing binding: a political statement
status-parliament-law-required = By a law
status-parliament-approval-required = By its approval
status-parliament-consent-resolution = By a resolution of consent
status-parliament-authorisation-required = By authorising the government
status-parliament-conditional-approval = By its approval, in some cases only
status-parliament-approval-by-practice = By its approval, by practice and not by law
status-parliament-negative-procedure = It can object to a treaty laid before it
status-parliament-tabling-no-vote = A treaty is laid before it; nobody votes
status-parliament-treaty-or-statute = By the consent of one house, or by a statute
status-parliament-council-decision = By a decision of a council of governments
status-period-minimum-wait = nothing may happen before it ends
status-period-deadline = somebody must act before it ends
status-period-deemed-consent = silence until it ends is a yes
status-period-window = somebody may act while it runs
status-period-target = a custom that binds nobody
status-decision-carried = By the rule above: carried.
status-decision-lost = By the rule above: lost.
status-decision-cannot-be-told = By the figures known, the rule above cannot tell.

status-file-confidence-high = High: the article on consent and the majority were read in a published legal text
status-file-confidence-medium = Medium: a key point was read in a paraphrase only, or not verified
status-file-confidence-low = Low: mostly from memory
status-unit-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
status-unit-weeks = { $count ->
        [one] 1 week
       *[other] { $count } weeks
    }
status-unit-months = { $count ->
        [one] 1 month
       *[other] { $count } months
    }
status-unit-sitting-days = { $count ->
        [one] 1 sitting day
       *[other] { $count } sitting days
    }
status-unit-joint-sitting-days = { $count ->
        [one] 1 day on which both houses sit
       *[other] { $count } days on which both houses sit
    }
status-unit-days-without-sundays = { $count ->
        [one] 1 day, Sundays not counted
       *[other] { $count } days, Sundays not counted
    }
status-unit-days-without-recess = { $count ->
        [one] 1 day, recess not counted
       *[other] { $count } days, recess not counted
    }

status-nothing-to-withdraw = A withdrawal notified on { $day } found no consent that held.
status-nothing-to-retract = A notice taken back on { $day } was not pending any more, or not yet.
status-already-consented = A second consent of { $day } came while the first still held.
status-undated-consent = A consent without a known date is not counted.
status-undated-withdrawal = A withdrawal without a known date is not counted.
status-undated-retraction = A retraction of a withdrawal without a known date is not counted.
