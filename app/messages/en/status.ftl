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
status-no-consent-deposit = Not deposited
status-no-consent-notification = Not notified
status-no-consent-exchange = Not exchanged
status-no-consent-signature = Not signed definitively

## The national procedure
status-national-no-information = No information
status-national-not-begun = Not begun
status-national-under-way = Under way
status-national-completed = Completed
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
status-evidence-command-line = Import by the command line
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
