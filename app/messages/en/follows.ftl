# What follows from consent: reservations, provisional application, leaving, activation, the earliest day.

## Reservations
follows-reservations = Reservations
follows-reservation-made = Reservation “{ $key }”, made on { $day }.
follows-reservation-made-at-the-latest = Reservation “{ $key }”, made on { $day } at the latest.
follows-reservation-undated = Reservation “{ $key }”. Its date is not known.
follows-reservation-articles = It concerns { $articles }.
follows-reservation-withdrawn = It was withdrawn on { $day }.
follows-permission-prohibited = The instrument permits no reservations (Vienna Convention, article 19(a)).
follows-permission-not-named = The instrument permits other reservations, not this one (Vienna Convention, article 19(b)).
follows-permission-authorised = The instrument permits this reservation. Nobody has to accept it (Vienna Convention, article 20(1)).
follows-permission-all = All contracting States have to accept it (Vienna Convention, article 20(2)).
follows-permission-one = Each State answers for itself. One acceptance makes the consent effective (Vienna Convention, article 20(4)).
follows-permission-not-stated = No rule of the instrument on reservations is on record. So each State answers for itself, and one acceptance makes the consent effective (Vienna Convention, article 20(4)).
follows-finding-not-confirmed = It was made before the consent and not made again with it. It does not stand (article 23(2)).
follows-finding-after-consent = It was made after the consent, when no reservation can be made (article 19). The consent does not wait for an answer.
follows-consent-not-given = { $who } has not expressed its consent. The reservation has to be made again with it (article 23(2)).
follows-consent-effective = The consent is effective since { $day }.
follows-consent-accepted-by = The consent is effective since { $day }: accepted by { $names }.
follows-consent-if-silent = The consent waits until the reservation is accepted. If those who can still object say nothing, that is on { $day }.
follows-consent-pending = The consent waits until the reservation is accepted. Silence alone is not enough.
follows-consent-counts = The instrument lets it count from the day it was given all the same.
follows-consent-not-resolved = Whether the consent stands without the reservation is for the States to say. It is shown as given.
follows-answers = Answers of the other States
follows-answer-accepted = Accepted on { $day }
follows-answer-objected = Objected on { $day }; the treaty is in force between the two all the same
follows-answer-objected-precludes = Objected on { $day }; the treaty does not enter into force between the two
follows-answer-silence = Accepted by silence, since { $day }
follows-answer-open = Can object until { $day }
follows-answer-until-consent = Can object until its own consent, and in any case until { $day }
follows-answer-not-notified = Will be notified on { $day }
follows-answer-not-computable = Not computed: no date is known
follows-answer-late = The objection of { $names } came too late and has no effect.
follows-notice-assumed = No notification of the reservation is on record. The twelve months are counted from the day it was made; they may end later.
follows-asked = Reservations of others
follows-asked-open = It can object to the reservation “{ $key }” of { $of } until { $day }.
follows-asked-until-consent = It can object to the reservation “{ $key }” of { $of } until its own consent, and in any case until { $day }.

## Provisional application
follows-provisional-whole = Of all that the instrument lets apply, from { $from }
follows-provisional-articles = { $count ->
        [one] Article { $articles }
       *[other] Articles { $articles }
    }, from { $from }
follows-provisional-runs = { $what }.
follows-provisional-in-force = { $what }, until the treaty is in force for it on { $day }.
follows-provisional-notice = { $what }, until { $day }, as it notified.
follows-provisional-withdrawal = { $what }, until its withdrawal takes effect on { $day }.
follows-at-the-latest = { $day } at the latest
follows-provisional-not-provided = The instrument does not provide for provisional application.
follows-provisional-outside = The instrument does not let { $count ->
        [one] article { $articles }
       *[other] the articles { $articles }
    } apply provisionally.
follows-provisional-date-unknown = A date of provisional application is not known.
follows-provisional-nothing-to-end = An end was notified, but nothing was applied.

## Leaving
follows-leaving = Leaving
follows-exit-before = The treaty is not in force for it. It can still take its consent back, from the day the notice is received.
follows-exit-today = With a notice on this day it could leave on { $leaves } at the earliest.
follows-exit-later = It can give notice from { $notice } on. It could leave on { $leaves } at the earliest.
follows-exit-implied = The instrument says nothing of withdrawal. It is possible only if the parties meant to allow it or the nature of the treaty implies it (Vienna Convention, article 56). If so, a notice on this day would take effect on { $leaves }.
follows-exit-given = It has given notice and leaves on { $leaves }.
follows-exit-given-until = It has given notice and leaves on { $leaves }. It can take the notice back until { $until }.
follows-exit-left = It left on { $leaves }.
follows-exit-too-early = The notice of { $notified } was given before { $first }, the first day for it.
follows-exit-effect-too-early = The notice of { $notified } is recorded with effect from { $recorded }. By the rule of the instrument it takes effect on { $computed }.
follows-exit-not-provided = The notice of { $notified } rests on no rule of the instrument. If withdrawal is implied, it takes effect on { $computed } at the earliest (Vienna Convention, article 56).
follows-exit-in-force = The consent was withdrawn on { $notified }, when the treaty was in force for it since { $since }.
follows-change-to-go = A withdrawal on this day would change how many consents are still lacking from { $before } to { $after }.
follows-change-unmet = A withdrawal on this day would undo the entry into force: the conditions would no longer be met.
follows-change-moved = After a withdrawal on this day the conditions would count as met on { $day }.
follows-change-below = Without it fewer would remain than the conditions ask for. The treaty stays in force all the same (Vienna Convention, article 55).
follows-change-once-met = Without it the conditions would not be met. The treaty enters into force all the same: once met, they stay met.

## Below the threshold
follows-threshold-lost = Since { $day } fewer are bound than the conditions ask for. The treaty stays in force all the same (Vienna Convention, article 55).
follows-threshold-lost-before = Since { $day } the conditions are no longer met. The treaty enters into force all the same: once met, they stay met.

## The earliest day
follows-earliest = The earliest day
follows-earliest-day = At the earliest the conditions are met on { $met } and the instrument is in force on { $day }.
follows-earliest-assumed = This takes it that everybody who still can consents on the next day.
follows-earliest-assumed-periods = This takes it that everybody who still can consents on the next day, or on the first day after the minimum periods of its own procedure.
follows-earliest-nothing-happened = What is not on record is taken not to have happened.
follows-earliest-not-told = Where nothing is on record of a procedure, none of its periods is counted.
# $length is for example "21 days on which both houses sit", $bases are articles.
follows-earliest-period = { $length } ({ $bases })
follows-earliest-runs = { $who }: not before { $day }, after a minimum period of { $length }, which runs.
follows-earliest-runs-at-best = { $who }: not before { $day }, after a minimum period of { $length }, which runs; the day is not certain, as a calendar is not published yet.
follows-earliest-from = { $who }: not before { $day }, after a minimum period of { $length }, counted from { $from }, the first day on which it can begin.
follows-earliest-unpublished = Where no calendar is published, the chamber is taken to sit each day.
follows-earliest-event = It takes it that the event “{ $event }” happens on the next day.
follows-earliest-accepted = It takes it that the reservation of { $who } is accepted on the next day.
follows-earliest-decisive = That day is lost if one of these does not consent in time: { $names }.
follows-earliest-decisive-one = That day is lost if { $names } does not consent in time.

## Activation, by computation
follows-activation-awaiting-force = The condition is looked at once the treaty is in force.
follows-activation-awaiting = By what is recorded, the condition has not been met.
follows-activation-since = By what is recorded, the condition is met since { $day }.
follows-activation-can-end = It can cease to be met.
follows-activation-ended = By what is recorded, the condition was met from { $since } and no longer is since { $day }.
follows-activation-determined = Determined by the instrument’s own body:
