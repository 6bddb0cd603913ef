# Founding: opening and amending an instrument, and who signs what.
act-instrument-opened = Open an instrument
act-instrument-amended = Amend the instrument
act-sign-off-policy-adopted = Adopt a sign-off policy
act-what-instrument-opened = An instrument opened
act-what-instrument-amended = An instrument amended
act-what-sign-off-policy-adopted = A sign-off policy adopted
act-date-opened = From which day
act-date-opened-hint = The day on which the text was adopted or opened for signature. For example 24 11 2026

desk-open-instrument = Open an instrument
desk-slug-wrong = Is the short name in addresses wrong? It cannot be changed here.
desk-slug-again = Write it again with these answers, then withdraw this draft
desk-first-instrument = No instrument is here yet
desk-first-instrument-help = First open the instrument. A second officer of the depositary signs it, and it is public. Then list its participants, one by one. From then on their officers record their own acts.

act-group-instrument = The instrument
act-group-seat = Seat of the depositary
act-group-consent = Consent to be bound
act-group-clause = Entry into force
act-group-clause-number = Only for a number, or a number and a share
act-group-clause-share = Only for a number and a share
act-group-clause-named = Only for named guarantors
act-group-clause-days = The days, for all but another rule
act-group-clause-rule = Only for another rule
act-group-clause-words = The article
act-group-reservations = Reservations
act-group-provisional = Provisional application
act-group-exit = Withdrawal
act-group-activation = Activation

act-amended = What is changed
act-amended-nothing = Nothing
act-amended-part = Changed: { $label }
act-amended-was = Before: { $before }
act-amended-empty = (empty)

act-instrument-title = Title
act-instrument-title-lang = Language of the title
act-instrument-titles = Titles in other languages
act-instrument-titles-hint = One on each line: the tag of the language, a colon, the title. For example uk: Договір. It may be left empty
act-instrument-slug = Short name in addresses
act-instrument-slug-hint = Small letters, digits and hyphens, for example guarantee-2026. It cannot be changed later, and is never used again
act-instrument-kind = What it is
act-instrument-nature = Whether it is real
act-nature-real-hint = It is followed as it goes
act-nature-historical-hint = Its history is recorded afterwards
act-nature-illustrative-hint = A scenario; every page says so
act-instrument-place = Seat
act-instrument-place-hint = The place whose calendar dates the acts
act-instrument-zone = Time zone of the seat
act-instrument-zone-hint = As in the time zone database, for example Europe/Paris
act-instrument-depositaries = Depositary authorities
act-instrument-depositaries-hint = One on each line: the short name of the authority, as in the accounts of its officers, a colon, its full name. Yours is { $authority }. Leave it empty where instruments are exchanged: then there is no depositary, and the authority that opens the instrument signs. An authority that is left out later has to sign that itself
act-instrument-no-depositary = None: instruments are exchanged
act-instrument-modes = By what means consent can be expressed
act-instrument-texts = Texts
act-instrument-texts-line = { $count ->
        [one] 1 text, as before
       *[other] { $count } texts, as before
    }
act-instrument-reason = Why it is amended
act-instrument-reason-hint = The decision or the article. The public reads it

act-clause = When it enters into force
act-clause-read = Entry into force, in words
act-clause-all = When all listed participants have consented
act-clause-all-hint = As the NATO accession protocols
act-clause-count = When a number of participants have consented
act-clause-count-hint = As the Istanbul Convention: give the number below
act-clause-guarantors = When the named guarantors and a majority of the signatories have consented
act-clause-guarantors-hint = As article 11 of the North Atlantic Treaty: name the guarantors and give the day below
act-clause-share = When a number of participants that hold a share together have consented
act-clause-share-hint = As the Paris Agreement: give the number, the share and the table of weights below
act-clause-rule = By another rule
act-clause-rule-hint = Write the whole rule as text below
act-clause-need = How many participants
act-clause-named = Named guarantors
act-clause-named-hint = Names or codes with commas, for example France, GBR, USA
act-clause-base = Day on which the signatories are counted
act-clause-base-hint = For a majority of the signatories: the day on which signature closes. Whoever signs later does not change the majority.
act-clause-share-need = Share in percent
act-clause-share-need-hint = For example 55 or 17.89
act-clause-then = From that day to entry into force
act-clause-later = For those who consent later, from their consent
act-clause-later-none = On the day of their consent (VCLT art. 24(3))
act-clause-text = The whole rule as text
act-clause-text-hint = With its days and the later joiners. For example: { "{" }"first_of":[{ "{" }"when":{ "{" }"count":10{ "}" },"then":{ "{" }"days":30{ "}" }{ "}" }],"later":{ "{" }"days":30{ "}" }{ "}" }. Ask whoever runs this installation for the grammar
act-clause-words = The article in its own words
act-clause-words-hint = Shown to the public beside the rule. It may be left empty
act-clause-words-lang = Language of the article
act-weights = Table of weights
act-weights-hint = One on each line: the State and its share in percent, for example USA 17.89
act-weight-line = { $name }: { $share } %

act-effect-same-day = The same day
act-effect-days = So many days later
act-effect-months = So many months later
act-effect-first-after-months = On the first day of the month after so many months
act-effect-first-after-days = On the first day of the month after so many days
act-effect-first-of-nth-month = On the first day of the so-many-th month after (1 = the next month)
act-effect-rule = By another rule
act-effect-number = { $label }: how many
act-effect-number-hint = A number of days or months. For another rule its text, for example { "{" }"fixed":"2027-01-01"{ "}" }

act-reservations = Which reservations are permitted
act-reservations-not-stated = It does not say, or its rule has not been read
act-reservations-prohibited = None
act-reservations-only = Only to these articles
act-reservations-by-all = Those that all parties accept
act-reservations-by-each = Those that a State accepts, between it and the one that made them
act-reservations-only-which = Articles to which they are permitted
act-pending = A consent whose reservation awaits acceptance
act-pending-counts = It counts
act-pending-once-accepted = It counts once the reservation is accepted
act-provisional = Provisional application
act-provisional-no = The instrument does not provide for it
act-provisional-yes = The instrument provides for it
act-provisional-of = Articles applied provisionally
act-provisional-of-hint = Numbers with commas. Leave it empty for the whole instrument
act-provisional-whole = Of the whole instrument
act-provisional-articles = Of these articles: { $articles }
act-exit = Withdrawal, from the notice to its effect
act-exit-no = The instrument does not provide for it
act-exit-line = By notice; it takes effect { $effect }.
act-exit-not-before = First day on which notice can be given, from entry into force
act-exit-not-before-none = At any time
act-exit-not-before-line = Notice can be given { $day } at the earliest.
act-activation = Activation of its obligations, once it is in force
act-activation-none = No separate condition
act-activation-event = An event
act-activation-rule = By another rule
act-activation-text = The event, or the rule
act-activation-text-hint = A short name without spaces, for example ceasefire; for another rule its text. Leave it empty where there is no condition

policy-warning = From the next statement on, { $persons } officers of the depositary have to sign whatever changes the instrument, its participants or this policy. If there are fewer, nothing of that can be changed any more, not even this policy.
weights-warning = The shares add up to { $sum } %. That is right only where an organisation repeats the shares of its members.
policy-in-force = Who signs now
policy-line = { $acts }: { $who }
policy-acts-founding = The instrument, its participants, its policy
policy-acts-national = National steps and votes
policy-acts-international = Signature, consent and what belongs to them
policy-acts-depositary = Notifications and corrections of the depositary
policy-acts-acceptance = Acceptance in due form
policy-on-paper = { $acts } (received on paper)
policy-exchange = { $acts } (exchanged, without a depositary)
policy-import = { $acts } (history imported)
policy-liaison = { $count ->
        [one] a liaison officer of the State
       *[other] { $count } liaison officers of the State
    }
policy-verifier = { $count ->
        [one] a verifier of the State
       *[other] { $count } verifiers of the State
    }
policy-another-verifier = { $count ->
        [one] a verifier of another participant
       *[other] { $count } verifiers of other participants
    }
policy-depositary = { $count ->
        [one] an officer of the depositary
       *[other] { $count } officers of the depositary
    }
policy-depositary-more = { $count ->
        [one] another officer of the depositary
       *[other] { $count } more officers of the depositary
    }
policy-persons-hint = From { $least } to { $most } persons
policy-persons-founding = Officers of the depositary for the instrument, its participants and its policy
policy-persons-notifying = Officers of the depositary for notifications and corrections
policy-persons-on-paper = Officers of the depositary for an act received on paper
policy-persons-receiving = Officers of the depositary for an act that a State has signed here
policy-persons-verifiers = Verifiers of the State for its own acts
