# City Atlas, English messages. One for one with zh.ftl; the build checks it.

## Punctuation
list-mark = ,{" "}
sentence-mark = ;{" "}
sentence-gap = {" "}
and-mark = {" "}and{" "}

## States and qualifiers
not-reported = not reported
not-applicable = not applicable
qualifier-about = about
qualifier-nearly = nearly (a little less)
qualifier-more-than = more than
qualifier-reached = reached
cities-counted = { $count ->
    [one] { $count } city
   *[other] { $count } cities
}
highlights-counted = { $count ->
    [one] { $count } highlight
   *[other] { $count } highlights
}
figures-counted = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}

## Figures
figure-ranking = Ranking
figure-comparison = Comparison
figure-map = Map
figure-share = Share of the province
figure-targets = Targets
figure-profile = Themes
figure-coverage = Coverage

coverage-of = { $reporting } of { $total } cities report it
per-10k-residents = per 10,000 residents ({ $unit })
legend-reported = reported
legend-related = related, not the same; shown apart
legend-related-dot = ring: reports a related indicator
legend-reference = { $name }: { $value }
legend-ramp = the darker, the larger
legend-part = cities that itemise it
legend-rest = other cities, not itemised
legend-city-a = A { $name }
legend-city-b = B { $name }
legend-with-care = hatched: compare with care
legend-completed = completed
legend-plan = plan (100%)
legend-empty-cell = not reported, which is not zero
related-heading = Related, not the same: shown apart
missing-heading = { $count ->
    [one] Not reported by { $count } city, which is not zero
   *[other] Not reported by { $count } cities, which is not zero
}
tile-fact = yes
tile-not-reported = not rep.

source-place = { $title } ({ $place })
source-line = Source: { $text }
note-of = { $region }: { $note }

heading-indicator = Indicator
heading-verdict = Comparability
comparison-title = { $a } and { $b }
comparison-summary = { $comparable } directly comparable, { $care } with care; { $only-a } only from { $a }, { $only-b } only from { $b }. Not reported is not zero.
verdict-comparable = comparable
verdict-with-care = with care
verdict-only = only { $city }
verdict-neither = neither reports it
care-definition = { $city }: { $text }
care-periods = Different times: { $a } { $period-a }, { $b } { $period-b }.
care-rounded = { $city }’s number is rounded.
care-derived = { $city }’s number is derived.
care-part-and-whole = One contains the other, so counts do not compare directly.

share-title = { $name }: share of { $region }
share-whole = { $region } in all: { $value }
share-part = { $name }: { $value }, { $percent }
share-rest = Other cities, not itemised: { $value }, { $percent }
targets-title = { $region }: targets met
targets-subtitle = Per cent of the year’s plan · { $period }
profile-title = { $names }: highlights by theme
profile-subtitle = Number of highlights under each theme
profile-note = The number of highlights shows what was reported, not how well a city did.
coverage-title = Who reports what
coverage-summary = { $cities } cities, { $indicators } indicators, { $figures } city figures
coverage-highlights-heading = Highlights by theme

## Why a figure cannot be drawn
why-no-indicator = Choose an indicator first.
why-no-city = No city reports “{ $name }”.
why-no-city-related = No city reports “{ $name }”. Related indicators that could be shown: { $related }.
why-no-share = No city’s “{ $name }” is stated as a part of { $region }’s total.
why-no-targets = The data holds no completion rates.
why-no-coverage = No city reports anything.
why-no-map = The data holds no map layout.
why-one-city = Choose one or two cities.
why-two-cities = Choose two different cities.

## Words for those who listen
alt-ranking = { $title }: { $reporting } of { $total } cities report it: { $values }.
alt-pair = { $city } { $value }
alt-missing = { $count ->
    [one] { $count } city does not report it: { $names }.
   *[other] { $count } cities do not report it: { $names }.
}
alt-target = { $name }: { $achieved }, { $rate } of plan.
spoken-bar = { $name }, { $value }, rank { $rank } of { $total }
spoken-fact = { $name }: { $value }
spoken-related = { $name }, { $value }, related indicator: { $indicator }
spoken-pair = { $indicator }: { $a-name } { $a }, { $b-name } { $b }. { $verdict }.
spoken-place = { $name }, { $position } of { $total }
spoken-place-value = { $name }, { $position } of { $total }; { $indicator }: { $value }
spoken-cell = { $city }, { $label }: { $value }
spoken-count = { $name } { $count }
spoken-theme = { $theme }: { $counts }
