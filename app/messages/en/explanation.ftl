# Why a treaty is in force or not: sentences made of a structured explanation.

## Names in a sentence
name-in-sentence = { $code ->
        [ARE] the { $name }
        [BHS] the { $name }
        [CAF] the { $name }
        [COD] the { $name }
        [COM] the { $name }
        [CYM] the { $name }
        [DDR] the { $name }
        [DOM] the { $name }
        [EUU] the { $name }
        [GBR] the { $name }
        [GMB] the { $name }
        [KOR] the { $name }
        [MDV] the { $name }
        [MHL] the { $name }
        [NLD] the { $name }
        [PHL] the { $name }
        [PRK] the { $name }
        [RUS] the { $name }
        [SLB] the { $name }
        [SUN] the { $name }
        [SYC] the { $name }
        [USA] the { $name }
        [VAT] the { $name }
       *[other] { $name }
    }
list-and-more = { $first } and { $count } more

## How far a condition is
explain-all-of = { $need ->
        [one] Consent given.
        [2] Both have consented.
       *[other] All { $need } have consented.
    }
explain-some-of = { $have ->
        [0] { $need ->
                [one] No consent yet.
                [2] Neither has consented.
               *[other] None of the { $need } has consented.
            }
        [one] 1 of { $need } has consented.
       *[other] { $have } of { $need } have consented.
    }
explain-nobody-listed = Nobody is on the list.
explain-counted = { $have ->
        [0] No consent counts so far
        [one] 1 consent counts
       *[other] { $have } consents count
    }
explain-enough = { $counted }; that is enough.
explain-more = { $counted }; { $count ->
        [one] 1 more is needed.
       *[other] { $count } more are needed.
    }
explain-of-base = Of { $base }, { $need } { $need ->
        [one] is
       *[other] are
    } needed. { $state }
explain-base-empty = Nobody belongs to them.
explain-base-later = Who belongs to them is settled on { $day }.
explain-share-reached = Those who consented hold { $have } %; that is enough.
explain-share-short = Those who consented hold { $have } %; { $short } % more is needed.
explain-day-came = That day has come.
explain-day-to-come = That day has not come yet.
explain-missing = Missing: { $names }.
explain-out-of-reach = This cannot be met by those on record.

## How it was met
explain-met = The conditions were met on { $day }.
explain-met-at-the-latest = The conditions were met not later than { $day }. A date that counts is known only within bounds, and its latest possible day is used.
explain-cause-consents = On that day { $names } consented and { $count ->
        [one] was
       *[other] were
    } counted.
explain-cause-consents-at-the-latest = Counted as of that day: { $names }.
explain-cause-event = On that day the event “{ $event }” happened.
explain-cause-day = On that day a date came that the clause names.
explain-cause-circle = On that day the circle of those whose consent is needed changed.
explain-which-way = Of the { $count } ways in the clause, way { $number } was met first.
explain-in-force = By the clause it is in force { $effect }: since { $day }.
explain-in-force-fixed = The clause itself names the day. It is in force since { $day }.
explain-to-come = By the clause it is in force { $effect }: from { $day } on, { $days ->
        [one] 1 day
       *[other] { $days } days
    } from this day.
explain-to-come-fixed = The clause itself names the day. It is in force from { $day } on, { $days ->
        [one] 1 day
       *[other] { $days } days
    } from this day.
explain-once-met = A withdrawal before that day does not change it: conditions once met stay met.
explain-must-hold = The conditions have to hold until the day before it is in force.
explain-fewer-parties = On this day the conditions would not be met again. It is in force all the same: a treaty does not end only because the parties have become fewer.

## What the depositary said
explain-confirmed = The depositary notified { $day } as the day of entry into force: the day computed.
explain-confirmed-other = The depositary notified { $day } as the day of entry into force, not the day computed.
explain-confirmed-later = The day notified is { $count ->
        [one] 1 day
       *[other] { $count } days
    } later.
explain-confirmed-earlier = The day notified is { $count ->
        [one] 1 day
       *[other] { $count } days
    } earlier.
explain-not-confirmed = The day is computed from the acts on record. No notification by the depositary is on record.
explain-no-depositary = The day is computed from the acts on record. There is no depositary who could notify it.
explain-reason-bounded = A reason is on record: a date that counts is known only within bounds, so that the conditions may have been met earlier.
explain-reason-persistence = A reason is on record: by the rule here the conditions have to hold until entry into force, and they did not. The day notified follows if once met is enough.
explain-reason-not-met = By the acts on record the conditions are not met. Only the States can settle this.
explain-reason-another-day = Nothing on record tells why. Only the States can settle this.

## What is lacking
explain-lacking = { $count ->
        [0] No further consent is needed.
        [one] 1 more consent is needed: { $who }.
       *[other] { $count } more consents are needed: { $who }.
    }
explain-lacking-share = { $share } % more is needed: { $who }.
explain-lacking-share-of-several = { $share } % more is needed. { $count } more consents would be enough: { $who }.
explain-by-way = (Way { $number }) { $text }
explain-who-alone-first = { $name } alone would do
explain-who-alone = { $name } alone
explain-who-any-one = any one of these { $size } would do: { $names }
explain-who-that-of = that of { $name }
explain-who-those-of = those of { $names }
explain-who-others = or { $count ->
        [one] 1 other set
       *[other] { $count } other sets
    }
explain-who-or-others = or other sets
explain-by-itself = It would be in force on { $day }.
explain-earliest = If this happened on { $on }, it would be in force on { $day }.
explain-not-after = This has to happen by { $day }, { $days ->
        [0] that is, on this day.
        [one] 1 day from this day.
       *[other] { $days } days from this day.
    }
explain-at-least = At least { $at_least ->
        [one] 1 more consent is needed.
       *[other] { $at_least } more consents are needed.
    } The clause is too intricate to say exactly how many.
explain-at-most = { $at_most ->
        [one] 1 is enough.
       *[other] { $at_most } are enough.
    }
explain-no-way = No set of the participants on record would meet the conditions.
explain-indispensable = It cannot enter into force without { $names }.
explain-each-indispensable = { $count ->
        [one] Without this consent it cannot enter into force.
       *[other] Without each of these consents it cannot enter into force.
    }
explain-uncertain = { $names } may have consented already: { $count ->
        [one] the day of that consent is
       *[other] the days of these consents are
    } known only within bounds, and counting uses the latest day.
explain-certain = By the record, { $names } had not consented by this day.
explain-lapsed = The conditions had to be met by { $day }, and were not. They cannot be met any more.
explain-way-lapsed = Way { $number } had to be met by { $day }, and was not. It can no longer decide.
explain-way-out-of-reach = Way { $number } cannot be met by those on record.

## Legal bases
basis-clause = the clause
basis-way = the clause, way { $number }
basis-later = the rule on later consents
basis-acceding = the rule on later accessions
basis-must-hold = the rule that conditions have to hold
basis-provisional = the rule on provisional application
basis-vclt = Vienna Convention on the Law of Treaties, { $count ->
        [one] article
       *[other] articles
    } { $articles }
basis-vcst = Vienna Convention on Succession of States in respect of Treaties, article { $article }

## One participant
explain-party-listed = { $name } is one of those whose consent the instrument asks for.
explain-party-not-listed = { $name } is not on the list of those whose consent the instrument asks for.
explain-party-signed = It signed on { $day }.
explain-party-signatory = Having signed, it is not to defeat the object and purpose of the instrument, unless it has made clear that it will not become a party.
explain-party-consent = It expressed its consent to be bound on { $day }: { $mode }.
explain-party-consent-at-the-latest = It expressed its consent to be bound not later than { $day }: { $mode }. Counting uses that day.
explain-party-no-consent = It has not expressed its consent to be bound.
explain-party-consent-ended = That consent ended on { $day }.
explain-party-consent-ends = That consent ends on { $day }.
explain-party-counted = Its consent is counted in the conditions.
explain-party-not-counted = No condition counts its consent.
explain-party-not-needed = What is still lacking does not depend on its consent.
explain-party-indispensable = The conditions cannot be met without it.
explain-party-alone = Its consent alone would meet the conditions.
explain-party-awaited = Its consent would be counted in the conditions.
explain-party-not-in-force = The instrument is not in force. Until it is, { $name } is not to defeat its object and purpose.
explain-party-general = It had consented when the conditions were met: for it the instrument is in force on the general day, { $day }.
explain-party-later = It consented after the conditions were met. By the rule for later consents it is in force for it { $effect }: on { $day }.
explain-party-acceding = It consented after the conditions were met. By the rule for those who accede it is in force for it { $effect }: on { $day }.
explain-party-own = It consented after the conditions were met, and the instrument has no other rule: for it the day of its consent counts, { $day }.
explain-party-succession = It is bound as a successor State, from the date of the succession: { $day }.
explain-party-floor = That is before the general day. Nobody is bound before that, so that it is in force for it on { $day }.
explain-party-never-bound = That consent ended before the instrument was in force for it.
explain-party-if-now = If it consented on { $on }, the instrument would be in force for it on { $day }.
explain-party-withdraws = It notified its withdrawal { $notified }. It is no longer a party from { $day } on. Until then it can take the notice back.
explain-party-withdrew = It notified its withdrawal { $notified }. It is no longer a party since { $day }.
explain-party-withdrew-consent = It withdrew its consent before the instrument was in force for it. Since { $day } it is not counted.
explain-party-former = It is no longer a party since { $day }.
explain-party-provisional = It applies { $what } provisionally, from { $from }.
explain-party-provisional-ended = It applied { $what } provisionally, from { $from }. It has ended that by notice.
explain-party-provisional-overtaken = It applied { $what } provisionally, from { $from }, until the instrument was in force for it.
explain-provisional-whole = the instrument
explain-provisional-articles = { $count ->
        [one] article { $articles }
       *[other] the articles { $articles }
    }
explain-party-confirmed = The depositary notified { $day } as the day of entry into force for it: the day computed.
explain-party-confirmed-other = The depositary notified { $day } as the day of entry into force for it, not the day computed.

## The procedure of one participant
explain-procedure-effect = What comes of it: { $effect }.
explain-procedure-completed = National procedure completed: { $when }.
explain-stage-on = { $state }, { $when }
explain-stage-waits-for = Waits for: { $stages }.
explain-stage-ground = Ground: { $ground }
explain-stage-departure = Ground of the departure: { $ground } What was done instead: { $course }
explain-stage-vote = { $when }: vote { $on }, { $tally }; { $ruling }.

## A clause tried on a list of participants
explain-finding-not-participants = The clause names those who are not on the list: { $names }.
explain-finding-without-weight = The clause counts a weight, and these have none, so that they add nothing: { $names }.
explain-finding-never = These participants cannot meet the conditions on any day, whatever happens.
explain-finding-way-never = These participants cannot meet way { $number } on any day, whatever happens.
