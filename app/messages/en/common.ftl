# Words of every page. A message is short, plain, and says what to do next.
product-name = Assent
day = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-and-year = { $month } { $year }
instant = { $day }, { $time } UTC
date-unknown = date not known
date-not-later-than = not later than { $latest }
date-between = between { $earliest } and { $latest }
# Spaces at the ends of a message need quotes.
list-comma = { ", " }
list-two = { $first } and { $last }
list-many = { $first } and { $last }
list-two-or = { $first } or { $last }
list-many-or = { $first } or { $last }
list-and = and
list-or = or
