# The clause on entry into force, in words made from its rule.
clause-title = Entry into force
clause-description = { $title }: the clause on entry into force in words, its numbers, and who is missing. { $lacking }
clause-own-words = The clause in its own words
clause-conditions = Conditions
clause-in-words = In words made from the rule by which this page counts. The authentic text decides.
clause-first-of = The way that is met first decides.
clause-alternative = Way { $number }
clause-by = To count, this has to be met by { $day }.
clause-then = Then the instrument enters into force { $effect }.
clause-decided = This way decided.
clause-lapsed = Its last day passed before it was met.
clause-why = Why
clause-met = Met
clause-open = Open
clause-missing = Missing:

## Conditions
clause-and = All of the following:
clause-or = At least one of the following:
clause-named = { $count ->
        [one] Consent to be bound by { $names }
       *[other] Consent to be bound by each of: { $names }
    }
clause-all = Consent to be bound by every participant on the list
clause-count = Consent to be bound by at least { $need ->
        [one] 1 participant
       *[other] { $need } participants
    }
clause-count-of = Consent to be bound by at least { $need } of these { $size }: { $names }
clause-other-than = { $text }, not counting { $names }
clause-no-organisations = { $text }; organisations are not counted on top of their members
clause-share = { $known ->
        [s1-2] one half
        [s1-3] one third
        [s2-3] two thirds
        [s3-4] three quarters
        [s4-5] four fifths
       *[other] { $share }
    }
clause-base-listed = the participants on the list
clause-base-signatories = those who have signed
clause-base-these = these { $size }: { $names }
clause-fraction-at-least = Consent to be bound by at least { $share } of { $base }
clause-fraction-more-than = Consent to be bound by more than { $share } of { $base }
clause-base-on = { $text }, as they were on { $day }
clause-weight = Consent to be bound by participants that together hold at least { $need } %
clause-from-date = Not before { $day }
clause-event = The event “{ $event }”
clause-without-weight = Without a weight in the table, so that they add nothing: { $names }.
clause-event-on = Recorded for { $day }.
clause-event-awaited = Awaited.

## When it takes effect
clause-from-met = the day on which the conditions are met
clause-from-consent = the day of their own consent
clause-from-notice = the day of the notice
clause-from-entry-into-force = the day of entry into force
clause-from-its-consent = the day of its own consent
clause-effect-same-day = on { $start }
clause-effect-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    } after { $start }
clause-effect-months = { $count ->
        [one] 1 month
       *[other] { $count } months
    } after { $start }
clause-effect-first-of-next-month = on the first day of the month after { $start }
clause-effect-first-after-months = on the first day of the month after { $count ->
        [one] 1 month has
       *[other] { $count } months have
    } passed from { $start }
clause-effect-first-after-days = on the first day of the month after { $count ->
        [one] 1 day has
       *[other] { $count } days have
    } passed from { $start }
clause-effect-first-of-nth-month = on the first day of the { $count ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
        [6] sixth
        [7] seventh
        [8] eighth
        [9] ninth
        [10] tenth
        [11] eleventh
        [12] twelfth
       *[other] { $count }th
    } month after that of { $start }
clause-effect-fixed = on { $day }
clause-effect-latest = on the latest of these days: { $parts }

## What is still lacking
clause-lacking = What is still lacking
clause-way = { $size ->
        [one] 1 more consent is enough:
       *[other] { $size } more consents are enough:
    }
clause-way-none = No further consent is needed.
clause-way-alternative = Way { $number }:
clause-alone = { $name } alone
clause-any-of = any { $take } of these { $size }: { $names }
clause-and-besides = { ", and " }
clause-or-besides = { ", or " }
clause-or-else = { $one }, or { $two }
clause-one-of-these = One of these:
clause-more-choices = and others
clause-earliest = At the earliest, counted from the day of this page, it would be in force on { $day }.
clause-earliest-with-events = At the earliest, if the event happened on the day of this page as well, it would be in force on { $day }.

## Rules beside the conditions
clause-dates = Dates on record
clause-rules = Rules beside the conditions
clause-later = For those who consent later it is in force { $effect }, never before it is in force at all.
clause-later-none = For those who consent later it is in force on the day of their consent, as article 24(3) of the Vienna Convention has it.
clause-later-acceding = For those who accede later it is in force { $effect }.
clause-acceding = These accede: { $names }.
clause-check-days = The conditions are looked at again on { $days }.
clause-once-met = Conditions once met stay met, even if somebody withdraws before entry into force.
clause-must-hold = The conditions have to hold until the day before entry into force.
clause-activation = Once the instrument is in force, its obligations are activated under this condition.
