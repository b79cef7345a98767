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
qualifier-nearly = nearly (just under)
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
regions-counted = { $count ->
    [one] { $count } region
   *[other] { $count } regions
}
indicators-counted = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
sources-counted = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
periods-counted = { $count ->
    [one] { $count } period
   *[other] { $count } periods
}

## Figures
figure-ranking = Ranking
figure-comparison = Comparison
figure-map = Map
figure-share = Share of the province
figure-targets = Targets
figure-profile = Themes
figure-coverage = Coverage
figure-coverage-themes = Coverage by theme

coverage-of = { $reporting } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } report it
per-10k-residents = per 10,000 residents ({ $unit })
legend-reported = reported
legend-related = related but not the same; shown separately
legend-related-dot = ring: a related indicator
legend-reference = { $name }: { $value }
legend-city-a = A { $name }
legend-city-b = B { $name }
legend-with-care = hatched: compare with care
legend-completed = achieved
legend-plan = target (100%)
legend-empty-cell = not reported (not the same as zero)
legend-figures-counted = number of figures reported
related-heading = Related but not the same (shown separately)
left-out-values = { $count } more, from { $least } to { $most }
more-names = and { $count } more
missing-heading = { $count ->
    [one] Not reported by { $count } { $level ->
        [city] city
        [county] county
       *[place] place
    } (not the same as zero)
   *[other] Not reported by { $count } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } (not the same as zero)
}
tile-fact = reported
tile-not-reported = no report

source-place = { $title } ({ $place })
source-line = Source: { $text }
note-of = { $region }: { $note }

heading-indicator = Indicator
heading-verdict = Comparability
comparison-title = { $a } and { $b }
verdict-comparable = comparable
verdict-with-care = with care
verdict-only = only { $city }
verdict-neither = neither reports it
care-definition = { $city }: { $text }
care-periods = Different periods: { $a }, { $period-a }; { $b }, { $period-b }.
care-rounded = The figure for { $city } is approximate.
care-derived = The figure for { $city } was worked out, not published.
care-part-and-whole = One region is part of the other, so their totals cannot be compared directly.

share-title = { $name }: share of { $region }
share-whole = { $region } in all: { $value }
share-part = { $name }: { $value }, { $percent }
share-rest = Not broken down by city: { $value }, { $percent }
targets-title = { $region }: targets met
targets-subtitle = Per cent of the year’s target · { $period }
profile-title = { $names }: highlights by theme
profile-subtitle = Number of highlights under each theme
profile-note = The number of highlights shows what was reported, not how well a city did.
coverage-title = Who reports what
coverage-themes-title = How much each city reports, by theme
coverage-themes-summary = { $cities } cities, { $themes } themes, { $figures } city figures
note-context-left-out = Context figures, such as population, are left out.
coverage-summary = { $cities } cities, { $indicators } indicators, { $figures } city figures
coverage-highlights-heading = Highlights by theme

## Why a figure cannot be drawn
why-no-indicator = Choose an indicator first.
why-no-city = No city reports “{ $name }”.
why-no-city-related = No city reports “{ $name }”. Related indicators that could be shown: { $related }.
why-no-share = No city’s figure for “{ $name }” is recorded as part of the total for { $region }.
why-no-targets = The data contains no completion rates.
why-no-coverage = No city reports anything.
why-no-map = The data contains no map layout.
why-one-city = Choose one or two cities.
why-two-cities = Choose two different cities.

## Words for those who listen
alt-pair = { $city } { $value }
alt-missing = { $count ->
    [one] { $count } { $level ->
        [city] city
        [county] county
       *[place] place
    } does not report it: { $names }.
   *[other] { $count } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } do not report it: { $names }.
}
alt-target = { $name }: { $achieved }, { $rate } of target.
spoken-bar = { $name }, { $value }, rank { $rank } of { $total }
spoken-fact = { $name }: { $value }
spoken-related = { $name }, { $value }, related indicator: { $indicator }
spoken-pair = { $indicator }: { $a-name } { $a }, { $b-name } { $b }. { $verdict }.
spoken-place = { $name }, { $position } of { $total }
spoken-place-value = { $name }, { $position } of { $total }; { $indicator }: { $value }
spoken-cell = { $city }, { $label }: { $value }
spoken-count = { $name } { $count }
spoken-theme = { $theme }: { $counts }

## Menus and commands
menu-file = File
menu-view = View
menu-figure = Figure
menu-display = Display
menu-help = Help
# Words about the screen, a city among its neighbours, a figure as a table
command-describe-screen = What is on the screen
command-neighbours = Compare with neighbours
command-figure-in-words = Figure in words and as a table
spoken-bar-alone = { $name }, { $value }, the only city that reports it
screen-title = What is on the screen
screen-tab = Tab
screen-city = City A
screen-second = City B
screen-none = none chosen
screen-coverage = { $count } of { $total } cities report it; for the others there is no figure, which does not mean zero.
screen-figure = Figure
screen-next = What can be done next
screen-next-parts = F6 goes from one part of the window to the next: menus, map, list of cities, main area, source, status.
screen-next-city = On the map or in the list, the arrow keys go from city to city and Enter chooses city A.
screen-next-second = C compares the city that has the keyboard with city A; N tells how it stands to its neighbours.
screen-next-table = T reads the figure in words and as a table.
screen-next-keys = The question mark lists all keys.
neighbours-title = { $name } and its neighbours
neighbours-none = The data set names no neighbours of { $name }.
neighbours-beside = next to it
neighbours-at = { $name } ({ $direction })
neighbours-across = { $name } ({ $direction }, across the water)
neighbours-value = { $place }: { $value }.
neighbours-care = Compare these with care.
neighbours-nothing = Choose a city and an indicator first.
direction-north = to the north
direction-north-east = to the north-east
direction-east = to the east
direction-south-east = to the south-east
direction-south = to the south
direction-south-west = to the south-west
direction-west = to the west
direction-north-west = to the north-west
command-open = Open data file…
command-open-built-in = Open built-in data
command-reload = Reload
command-quit = Quit
command-back = Back
command-forward = Forward
command-toggle-map = Map as outlines
command-toggle-per-residents = Counts per 10,000 residents
command-toggle-lang = Switch to Chinese
command-toggle-theme = Switch light and dark
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-reset = Reset zoom
command-pin = Set the city under the pointer as B
command-swap = Swap A and B
command-save-figure = Save figure…
command-copy-picture = Copy picture
command-copy-words = Copy description
command-copy-data = Copy data
command-keys = Keyboard shortcuts
command-about = About

## Tabs and side panel
tab-city = City
tab-compare = Compare
tab-plots = Plots
tab-coverage = Overview
tab-table = Table
picker-name = Indicator
picker-spoken = Indicator: { $name }
picker-filter = Filter by name
picker-none = No matching indicators
map-to-outlines = ⇄ outlines
map-to-tiles = ⇄ tiles
outlines-schematic = Schematic; not authoritative on boundaries
order-value = By value
order-name = By name
order-official = Official order
order-by-value = Value
order-by-name = Name
order-by-official = Official
hint-compare = { $key }+click another city, or point at it and press C, to compare it with the selected city.

## City and comparison
city-choose = Choose a city on the left
highlights-heading = Highlights
highlights-none = No highlights
figures-heading = Figures
button-end-comparison = End comparison
button-copy = Copy
button-save = Save
button-cancel = Cancel
button-close = Close
button-open = Open
button-browse = Browse…
per-10k-switch = Per 10,000 residents
impossible-heading = Plots that cannot be drawn from this selection
named-value = { $name }: { $value }

## Table
table-filter = Filter by any words
heading-region = Region
heading-value = Value
heading-period = Period
heading-printed = As printed
heading-source = Source

## Source drawer
drawer-empty = Choose a city and an indicator to see where the figure comes from.
drawer-heading = Source · { $region } · { $indicator }
drawer-printed = As printed: { $printed }
drawer-printed-qualified = As printed: { $printed } (“{ $qualifier }”)
drawer-not-zero = “Not reported” does not mean zero
drawer-note = Note

## Status bar and notices
status-places = 1 province, { $cities } cities
context-counted = { $count ->
    [one] { $count } context figure
   *[other] { $count } context figures
}
origin-built-in = built-in data.ron
notice-opened = Opened { $file }
notice-saved = Saved: { $path }
notice-copied-picture = Picture copied to the clipboard
notice-copied-words = Description copied to the clipboard
notice-copied-data = Data copied to the clipboard
notice-pin-nothing = Point at a city first, then press C

## Saving figures, opening files
picture-scale = Scale
picture-size = { $width } × { $height } pixels
picture-colours = Colours
picture-path = File
theme-light = Light
theme-dark = Dark
opening-title = Opening { $file }
opening-reading = Reading the file…
opening-figures = Reading the figures…
opening-checking = Checking the file entry by entry…
opening-indexing = Preparing the views…
opening-cancelled = Opening { $path } was cancelled; nothing has changed.
opening-failed = { $path } could not be opened: { $reason }. Close other programs and try again.
opening-broke-off = reading broke off
open-title = Open data file
open-explained = No file dialog is available. Type the path instead.
open-path = Path

## A data file with faults
faults-title = { $count ->
    [one] Cannot open { $file }: { $count } problem
   *[other] Cannot open { $file }: { $count } problems
}
faults-explained = Nothing was opened, because the file has errors. Fix the problems listed, then reload.
faults-back = Back to the open data
faults-copy = Copy all problems
faults-more = { $count ->
    [one] { $count } more problem not listed
   *[other] { $count } more problems not listed
}
faults-place = { $file }, line { $line }, column { $column }

## Edits to the open file
command-show-edits = Show edits as the file is saved
notice-edit-shown = Showing { $file } as it was just saved
edit-broken = { $count ->
    [one] { $file } now has an error. What you see is the last version without one.
   *[other] { $file } now has { $count } errors. What you see is the last version without any.
}
edit-missing = { $file } is no longer there. What you see is the last version that was read.
edit-place = Line { $line }, column { $column }
edit-problem = { $place }: { $problem }
edit-show-all = Show all problems

## Help
keys-tab = Tab, Shift+Tab: move between controls; Enter or Space: choose.
keys-arrows = Arrow keys: with the focus on the map or list, move to a neighbouring city.
keys-click = Click: choose city A. { $key }+click: choose city B.
about-title = City Atlas { $version }
about-text = An explorer of regional statistics: what each city reports and what it does not, which figures may be compared, and where every figure comes from.
about-sources = Data sources
about-map = Map
about-licences = The program is licensed under MIT or Apache-2.0. Fonts: Noto Sans SC, SIL Open Font License 1.1.
cli-no-window = cannot open a window: { $error }. It needs a graphical desktop with OpenGL 2 or later: log in to one, or install its graphics driver (Mesa on Linux). Without a window, city-atlas export, table and check still work.
drawer-definition = Definition
facts-counted = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
versus-mark = {" "}and{" "}
class-span = { $from }–{ $to }
picture-preset = For
preset-screen = Screen
preset-slide = Slide 16:9
preset-half-page = Half page
preset-full-page = Full page
preset-square = Square
theme-contrast-light = High contrast, light
theme-contrast-dark = High contrast, dark
theme-print = Print
command-theme-system = Colours as on the desktop
command-theme-light = Light colours
command-theme-dark = Dark colours
command-theme-contrast-light = High contrast, light ground
command-theme-contrast-dark = High contrast, dark ground
verdict-both-report = both report
search-regions = Regions
search-indicators = Indicators
search-highlights = Highlights
command-find = Find

## What a figure says in one sentence
takeaway-sentence = { $text }.
takeaway-all = all { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } report “{ $title }”
takeaway-some = { $count ->
    [one] { $reporting } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } reports “{ $title }”
   *[other] { $reporting } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } report “{ $title }”
}
takeaway-only = : { $name }, { $value }
takeaway-lead = , highest in { $names } ({ $value })
takeaway-rest = { $count ->
    [one] ; { $missing } { $level ->
       *[place] does not
    }
   *[other] ; { $missing } do not
}
takeaway-comparison = { $comparable ->
    [0] no indicator that { $a } and { $b } report compares directly
    [one] { $comparable-word } indicator that { $a } and { $b } report compares directly
   *[other] { $comparable-word } indicators that { $a } and { $b } report compare directly
}{ $context }, { $care } with care; { $only-a ->
    [0] none is reported
    [one] { $only-a-word } is reported
   *[other] { $only-a-word } are reported
} only by { $a }, { $only-b } only by { $b }.
takeaway-share = { $count ->
    [one] { $names } accounts for { $percent } of { $region }’s total for “{ $name }” ({ $value })
   *[other] { $names } account for { $percent } of { $region }’s total for “{ $name }” ({ $value })
}
takeaway-share-rest = ; the sources do not break the rest down by city
takeaway-targets-all = { $count ->
    [one] The one target whose completion is reported was met or exceeded: “{ $name }”, { $rate } of target.
   *[other] All { $total } targets whose completion is reported were met or exceeded, “{ $name }” by most ({ $rate } of target).
}
takeaway-targets-some = { $count ->
    [one] { $met } of { $total } targets whose completion is reported was met or exceeded; “{ $name }” is furthest at { $rate } of target.
   *[other] { $met } of { $total } targets whose completion is reported were met or exceeded; “{ $name }” is furthest at { $rate } of target.
}
takeaway-profile = { $count ->
    [one] { $name } has { $count } highlight
   *[other] { $name } has { $count } highlights
} under { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
}{ $lead }.
takeaway-profile-lead = { $themes ->
    [one] , most under { $names } ({ $count })
   *[other] , most under { $names } ({ $count } each)
}
quoted = “{ $text }”
takeaway-profile-none = { $name } has no highlights.
takeaway-coverage = Of { $indicators } indicators that at least one city reports, { $shared } are reported by more than one city and { $all } by every city.
takeaway-coverage-themes = Of { $themes } themes, { $all } have figures from every city; most cities, { $most }, report under { $best }.
alt-profile-missing = No highlights under: { $names }.
alt-coverage-missing = An empty cell means not reported, which does not mean zero.
data-other-cities = not broken down by city
data-highlights = highlights
data-figures = Figures reported
words-missing-heading = Not reported (not the same as zero):
words-notes-heading = Notes:
words-region-and-indicator = { $region }, { $indicator }
words-as-printed = { $text } (as printed: { $printed })
words-with-care = { $text } – compare with care: { $reasons }

## Briefs
brief-title = { $region }: { $title }
brief-skip = Skip to the content
brief-lead = { $region } reports { $figures } and { $highlights }. Indicators that it does not report are listed at the end; “not reported” does not mean zero.
brief-glance-heading = At a glance
brief-figures-caption = { $theme }: figures that { $region } reports
brief-pictures-heading = Pictures
brief-neighbours-heading = Beside its neighbours
brief-neighbours-caption = Number of indicators of { $region } and each neighbour, by whether they can be compared
brief-only-neighbour = only the neighbour
brief-missing-heading = What is not reported
brief-missing-text = Other cities report the indicators below; { $region } does not. That does not mean zero: the sources do not say.
brief-missing-item = { $name } (reported by { $cities })
brief-missing-none = It reports every indicator that any other city reports.
brief-sources-heading = Sources
brief-note-mark = .{" "}
brief-data = Data set { $id } · SHA-256 { $hash }
brief-facts = facts both report

## Marks and the keyboard
mark-position = { $name }; item { $position } of { $total }
map-spoken = Map of cities
list-spoken = List of cities
map-spoken-keys = Arrow keys move between cities, Enter selects, C compares.

## Comparing two cities
takeaway-context-all = {" "}(all of them background figures)
takeaway-context-some = {" "}({ $count } of them background figures)
comparison-not-zero = “Not reported” does not mean zero.
comparison-only = Reported only by { $city } ({ $count })
comparison-empty = No figures match this filter. Choose “Everything” to see what either city reports.
comparison-note-numbers = Numbers only; facts stated in words are left out.
comparison-note-comparable = Only what both cities report and what may be compared; the rest is left out.
comparison-note-per-residents = Counts are per 10,000 residents (resident population at the end of the year) where that means something.
comparison-per-10k = { $value } { $unit } per 10,000 residents
comparison-related = { $count ->
    [one] { $count } related figure
   *[other] { $count } related figures
}
comparison-related-line = { $city } – { $name }: { $value }. { $reason }
difference-none = the same as A
difference-ratio = { $ratio } times A
difference-points-above = { $points } percentage points above A
difference-points-below = { $points } percentage points below A
telling-ratio = “{ $indicator }”: { $more-value } in { $more }, { $ratio } times { $less }’s { $less-value }.
telling-points = “{ $indicator }”: { $more-value } in { $more }, { $points } percentage points above { $less }’s { $less-value }.
compare-choose = Compare { $a } with…
compare-choose-a = Choose city A
compare-picker-a = City A: { $name }
compare-picker-b = City B: { $name }
compare-none = none yet
compare-filter-hint = Filter cities
compare-no-city = No matching city
compare-pin = Keep A
compare-pin-hover = Keep A: choosing another city on the map or list changes only B
compare-pick = Pick B on map
compare-banner = Choose the second city on the map or in the list: click it, or move to it with the arrow keys and press Enter. Esc cancels.
compare-cancel = Cancel
compare-end = End
compare-alike = Most alike in what they report:
compare-different = Least alike:
compare-suggestion = { $city } ({ $percent })
compare-suggestion-hover = { $shared ->
    [0] Highlights overlap by { $percent } across themes; no indicator is reported by both (background figures aside). By what they report, not by how well they do.
    [one] Highlights overlap by { $percent } across themes; { $shared } indicator is reported by both (background figures aside). By what they report, not by how well they do.
   *[other] Highlights overlap by { $percent } across themes; { $shared } indicators are reported by both (background figures aside). By what they report, not by how well they do.
}
compare-show = Show
compare-filter-all = Everything
compare-filter-numbers = Numbers only
compare-filter-comparable = Comparable only
compare-copy-data = Copy data
command-pin-a = Keep city A
command-pick-second = Pick city B on the map

## Exporting figures
save-title = Save figure: { $name }
save-format = Format
save-letters = Lettering
save-replace = “{ $file }” already exists. Replacing it cannot be undone.
button-replace = Replace
button-keep = Keep the existing file
format-txt = Text
format-png-about = A picture made of pixels, for documents, slides and the web.
format-svg-about = A picture made of shapes: sharp at every size, and open to editing in Inkscape or Illustrator.
format-csv-about = What the figure shows, as a table with printed numbers, verdicts and sources; opens in any spreadsheet.
format-json-about = The same data with title, notes and source, for programs.
format-txt-about = Title, values, what is missing, notes and source, in words.
svg-text-text = Editable text
svg-text-outlines = Outlines
svg-text-text-about = Words can be searched, copied and edited. They look the same as here only where Noto Sans SC is installed.
svg-text-outlines-about = Looks the same everywhere, but words can no longer be searched or edited.

## Home page
items-counted = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
home-lead = { $figures }, { $facts } and { $highlights } from { $region } and its { $cities } cities ({ $period }). The cities report different things: of { $indicators } indicators, { $shared } are reported by more than one city. What a city does not report is marked as such and does not mean zero.
home-cards-heading = { $region } at a glance
home-of-target = { $rate } of target
home-suggestions-heading = Worth comparing
home-suggestions-none = No two cities report numbers that can be compared. The matrix below shows what each of them does report.
home-same-number = { $name }: { $a } { $value-a }, { $b } { $value-b }
home-near-numbers = { $name }: { $a } { $value-a }, { $b } { $value-b } (defined differently)
home-and-more = { $sentence }; { $count } more
home-and-related = { $name } and related
home-span = { $name }: { $low } ({ $low-city }) to { $high } ({ $high-city })
home-themes-heading = What each city reports, by theme
home-themes-legend = 3 + 2: three entries and two highlights
home-indicators-heading = What each city reports, by indicator
home-indicators-none = No indicator is reported by so many cities.
home-rows-shown = { $shown } of { $total } indicators
home-least-all = All
home-least = At least { $count } cities
home-hint-city = Open { $name }. Ctrl+click to compare it with the selected city.
home-hint-ranking = Show “{ $name }” across all cities
home-hint-theme = Show all figures under “{ $name }” in the table
home-group = { $name } ({ $count })
home-group-folded = { $name }, { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}, folded
home-group-open = { $name }, { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}, unfolded

## Table and its filters
heading-theme = Theme
heading-unit = Unit
heading-qualifier = Qualifier
heading-status = Status
heading-note = Note
heading-place = Place
status-reported = reported
status-derived = derived
status-context = context
table-all = all
table-region = Region: { $name }
table-theme = Theme: { $name }
table-status = Status: { $name }
table-pair = Only A and B
table-missing = Show missing
table-columns = Columns
table-rows = { $shown } of { $total } rows
table-clear = Clear filters
table-none = No row matches. Clear the filters or type less.
table-sort-none = { $name }, not sorted
table-sort-up = { $name }, sorted ascending
table-sort-down = { $name }, sorted descending
table-sort-hint = Sort by { $name }: ascending, descending, original order
table-spoken = Table, { $total } rows
table-spoken-row = Row { $row } of { $total }. { $text }
table-hint = Arrow keys: move; Enter: show the source; Ctrl+C: copy rows; Shift+F10: menu
table-copy-cell = Copy cell
table-copy-rows = { $count ->
    [one] Copy row
   *[other] Copy { $count } rows
}
table-open = Show source
command-copy-table = Copy table
command-copy-citation = Copy citation
command-toggle-drawer = Fold or unfold the source panel
command-previous-figure = Previous figure of the same place
command-next-figure = Next figure of the same place
notice-copied-cell = Cell copied to the clipboard
notice-copied-rows = { $count ->
    [one] { $count } row copied to the clipboard
   *[other] { $count } rows copied to the clipboard
}
notice-copied-table = Table copied to the clipboard ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
})
notice-copied-citation = Citation copied to the clipboard
notice-copied-address = Address copied to the clipboard
notice-no-citation = Nothing to cite: this figure is not reported. Choose one that is.

## Source drawer, details
drawer-same-item = The same item also gives
drawer-highlights = The same item also says
drawer-related-heading = Related figures of the same place
drawer-position = { $at } of { $total }
drawer-fold = Fold the source panel
drawer-unfold = Unfold the source panel
drawer-web = Source online: { $host }
drawer-web-ask = Open this address in your web browser?
drawer-web-open = Open { $host }
drawer-web-copy = Copy address
citation = { $region }, { $name } ({ $period }): { $value } (as printed: “{ $printed }”). { $title } ({ $publication }).
citation-mark = ,{" "}

## Going back, views, settings, notices
command-save-view = Save view…
command-open-view = Open view…
command-undo = Undo
command-redo = Redo
command-notices = Notices
travel-to = { $command } to: { $place }
travel-no-past = Nothing to go back to yet
travel-no-future = Nothing to go forward to
recent-menu = Recent data files
recent-missing = { $name } – not found
recent-why = { $path } has been moved, renamed or deleted, or its drive is not connected.
status-zoom = Zoom { $percent }%
view-save-title = Save view
view-open-title = Open view
view-would-replace = { $path } exists and is not a view file. Choose another name.
view-refused = Cannot open the view { $path }: { $reason }
view-of-other-data = It was made for “{ $title }”; what the open data also have is shown.
view-of-changed-data = The data have changed since it was saved.
view-unknown-ids = Not in the open data: { $ids }.
view-unreadable = Not understood by this version: { $fields }.
notice-view-opened = View opened: { $path }.
notice-view-saved = View saved: { $path }
notice-not-shown = No file manager answered. The path was copied instead: { $path }
notice-not-reopened = The data file that was open last could not be opened again: { $path }: { $reason } The built-in data are shown instead.
notice-kind-info = Note
notice-kind-warning = Warning
notice-kind-error = Error
notice-mark = :{" "}
notice-dismiss = Dismiss
notice-show-in-folder = Show in folder
notice-open-list = Click to see all notices
notices-button = { $unread ->
    [0] Notices
   *[other] Notices ({ $unread })
}
notices-counted = { $all ->
    [0] No notices yet
    [one] { $all } notice
   *[other] { $all } notices
}{ $unread ->
    [0] {""}
    [one] , { $unread } unread warning or error
   *[other] , { $unread } unread warnings or errors
}
notices-heading = Notices
notices-none = Nothing yet. What the program reports, such as a picture that was saved or a file that could not be opened, is listed here.
notices-copy-all = Copy all
notices-clear = Clear all
settings-broken = The settings in { $path } could not be read ({ $reason }). City Atlas starts with the usual ones; the old file was kept as { $aside }.
settings-broken-stays = The settings in { $path } could not be read ({ $reason }) and could not be put aside either ({ $why }).
settings-newer = The settings in { $path } were written by a newer version. What this version does not know is left as it is.
settings-partly = Some settings in { $path } are not understood and were left alone: { $fields }.
settings-failed = Settings cannot be kept in { $path }: { $reason }. Everything works, but nothing is remembered.
settings-homeless = The system names no folder for settings, so nothing is remembered. Set { $variable } to a folder to change that.
crash-saved-both = City Atlas has stopped because of a fault in the program. A report was saved as { $report }, the view as { $view }.
crash-saved = City Atlas has stopped because of a fault in the program. A report was saved as { $report }.
crash-not-saved = City Atlas has stopped because of a fault in the program. No report could be saved: { $reason }
crash-last-time = City Atlas stopped last time because of a fault in the program. A report and the view at that moment were saved: { $report }

## Commands, menus, palette and key help
command-palette = Command palette…
command-lang-zh = 中文 (Chinese)
command-lang-en = English
command-menus = Open the menus
obstacle-no-change = Nothing to undo yet
obstacle-no-undone = Nothing to redo
obstacle-no-second = Choose a second city first.
obstacle-not-per-residents = The chosen indicator is not a count that can be set against residents.
obstacle-one-map = The data set has only one map.
palette-name = Command palette
palette-hint = Type a command, city or indicator
palette-recent = Recently used
palette-commands = Commands
palette-cities = Go to city
palette-indicators = Show indicator
palette-figures = Show figure
palette-none = No command matches “{ $text }”. Try fewer letters, or the command’s name in Chinese.
keys-filter = Filter by command or key
keys-none = No command matches.
keys-group-pointing = Moving about
keys-alt = Alt or F10: open the menus; arrow keys, letters, Enter and Escape work in them.
menu-spoken = { $name }, { $keys }
menu-spoken-blocked = { $name }: { $why }

## List and search
list-filter = Filter cities by name, pinyin or initials
list-filter-hint = Filter cities
list-filter-clear = Clear the filter
list-filtered = { $count } of { $total }
list-none = No city matches “{ $text }”.
list-none-hint = Try part of the name, in English, Chinese or pinyin: hangzhou, hz, 杭.
list-sort = Order:
search-field = Search cities, indicators, highlights and sources
search-hint-keys = Search ({ $keys })
search-sources = Sources
search-recent = Recent searches
search-suggested = Try
search-more = { $count } more
search-group = { $name } · { $count }
search-nothing = Nothing found for “{ $text }”
search-nothing-hint = Try fewer words, Chinese, pinyin or its initials, or a number as printed.
trail-marked = Marked: “{ $words }”
trail-forget = Remove the marks

## Scatter plots
figure-scatter = Scatter
scatter-title = { $y } vs { $x }
scatter-subtitle = Each point is one city · { $reporting } of { $total } cities report both
scatter-axis-title = { $name } ({ $unit }) · { $period }
scatter-scaled = { $value } { $unit } per 10,000 residents
scatter-spoken = { $city }. { $x }; { $y }
scatter-plot = Plot area. With the focus on it: plus and minus zoom, arrow keys move, 0 shows everything.
scatter-legend-rounded = ring: the source gives a round figure
scatter-only = { $count ->
    [one] Not drawn: { $count } city reports only “{ $name }”
   *[other] Not drawn: { $count } cities report only “{ $name }”
}
scatter-neither = { $count ->
    [one] Not drawn: { $count } city reports neither (not the same as zero)
   *[other] Not drawn: { $count } cities report neither (not the same as zero)
}
scatter-not-applicable = { $count ->
    [one] Not drawn: not applicable to { $count } city
   *[other] Not drawn: not applicable to { $count } cities
}
scatter-unseen = { $count ->
    [one] { $count } city lies outside this view
   *[other] { $count } cities lie outside this view
}
scatter-side-x = horizontal axis
scatter-side-y = vertical axis
scatter-periods-of = “{ $name }” – { $period }
scatter-note-periods = Different dates or periods: { $text }.
scatter-note-rounded = “{ $name }”: the source gives a round figure for { $cities }.
scatter-note-derived = “{ $name }”: worked out, not published, for { $cities }.
scatter-note-far = On the { $side }, { $city } lies far from the other cities, which are therefore drawn close together.
scatter-note-not-zero = The { $side } does not start at zero.
scatter-note-neither-zero = Neither axis starts at zero.
scatter-note-no-claim = The plot shows where each city stands; it does not show that one figure explains the other.
scatter-all = all { $total } cities report both “{ $x }” and “{ $y }”
scatter-some = { $reporting } of { $total } cities report both “{ $x }” and “{ $y }”
scatter-lead = ; “{ $name }” is highest in { $names } ({ $value })
scatter-lead-too = , “{ $name }” in { $names } ({ $value })
scatter-why-fact = “{ $name }” is stated in words, so it has no place on an axis.
scatter-why-alone = { $count ->
    [0] No city reports “{ $name }”; a scatter plot needs three cities with both figures.
    [one] Only { $reporting } city reports “{ $name }”; a scatter plot needs three cities with both figures.
    [2] Only { $reporting } cities report “{ $name }”; a scatter plot needs three cities with both figures.
   *[other] No other indicator is reported by three of the { $reporting } cities that report “{ $name }”, as a scatter plot needs.
}
scatter-why-few = { $count ->
    [0] No city reports both “{ $x }” and “{ $y }”; a scatter plot needs three.
    [one] Only { $reporting } city reports both “{ $x }” and “{ $y }”; a scatter plot needs three.
   *[other] Only { $reporting } cities report both “{ $x }” and “{ $y }”; a scatter plot needs three.
}
scatter-why-same = The same indicator is on both axes; choose two different ones.
scatter-works-with = “{ $name }” can be plotted against { $names }.
scatter-works = What can be plotted: { $text }.
scatter-pair = “{ $a }” against “{ $b }”
scatter-works-none = No two indicators are reported by the same three cities.
scatter-drawer-other = On the other axis
scatter-drawer-place = As printed: { $printed } · { $place }
command-swap-axes = Swap the axes of the scatter plot

## The plots tab
plots-axis-x = Horizontal axis
plots-axis-y = Vertical axis
plots-axis-spoken = { $axis }: { $name }
plots-axis-none = Choose an indicator
plots-swap-axes = Swap axes
plots-zoom-reset = Show all
plots-zoom-hint = Ctrl+wheel zooms, dragging moves, a double click shows everything. Saved pictures always show everything.
plots-few = { $count ->
    [0] no city reports both
    [one] only { $count } city reports both
   *[other] only { $count } cities report both
}
plots-few-alone = { $count ->
    [one] only { $count } city reports it
   *[other] only { $count } cities report it
}
plots-no-city = no city reports it
plots-fact = stated in words
plots-sort = Sort
plots-instead = Show instead:
plots-cannot = Cannot be plotted against “{ $name }”
plots-cannot-alone = Cannot be plotted
scatter-lead-both = ; both are highest in { $names } ({ $x }; { $y })
obstacle-no-scatter = Show a scatter plot first.

## The map
legend-fact = star: reported in words, not as a number
legend-missing = not reported (not zero)
map-zoom-in = Enlarge the map (+)
map-zoom-out = Reduce the map (−)
map-fit = Show the whole map (0)
classing-name = Classes…
classing-heading = Classes
classing-natural = Natural breaks: where the values leave gaps
classing-quantile = Quantiles: as many cities in each class
classing-equal = Equal intervals: classes of the same width
classing-by-hand = Limits set by hand
classing-hint = One to four numbers written in full, rising, with semicolons between them; each begins a new class.
classing-apply = Apply
classing-no-number = “{ $word }” is not a number.
classing-count = Enter one to four limits.
classing-not-rising = Each limit must be larger than the one before.
classing-not-finite = Each limit must be an ordinary number.
command-motion-system = Motion as on the desktop
command-motion-reduced = Reduce motion
command-motion-full = Allow motion
keys-map = On the map: + and − zoom, 0 shows the whole map, Shift with the arrow keys moves it. The mouse wheel zooms, dragging moves, a double click shows the whole map.

# Screen reader: what is said beside what is seen
spoken-difference-none = The two are equal.
spoken-difference-ratio = { $b }’s figure is { $ratio } times { $a }’s.
spoken-difference-points = { $b } is { $points } percentage points above { $a }.
spoken-chosen = { $name }; selected
drawer-edge = Height of the source panel

# Help pages
command-help-accessibility = Accessibility
command-help-format = Data file format
command-help-promises = What is promised of your files
# A table row read aloud: each cell after its column's heading, and what stands between two cells.
help-cell = { $column }: { $text }
help-cells-join = {";"}{" "}
# Why a file was not saved
write-no-file-name = “{ $path }” names no file. Add a file name.
write-folder-missing = Cannot save { $path }: there is no folder { $folder }. Create it or choose another.
write-not-in-a-folder = Cannot save { $path }: { $folder } is not a folder. Choose another.
write-is-a-folder = Cannot save { $path }: it is a folder. Add a file name.
write-not-a-file = Cannot save { $path }: it is a device or a pipe. Choose an ordinary file.
write-read-only = Cannot replace { $path }: it is marked read-only. Lift the mark or choose another name.
write-not-permitted = You may not write { $path } ({ $reason }). Choose a folder of your own.
write-disk-full = No room to save { $path } ({ $reason }). Please free some space or choose another disk.
write-bad-name = Cannot save { $path }: the system takes no such name ({ $reason }). Choose a shorter, simpler one.
write-other = Cannot save { $path } ({ $reason }). Try another folder or disk.
picture-too-small = This figure needs at least { $least_width } × { $least_height } points; { $width } × { $height } were asked for. Choose a larger size.
picture-shorter = “{ $figure }” is shorter and fits.
picture-too-large = A picture of { $width } × { $height } pixels is too large. Choose a smaller size or scale.
export-failed = The file could not be made ({ $reason }). Close other programs and try again.

# Parts of the window
part-header = Menus and search
part-map = Indicator and map
part-list = Cities
part-main = Main area
part-drawer = Source
part-status = Status
command-next-part = Next part of the window
command-previous-part = Previous part of the window
# Sound
command-play-figure = Play this figure as sound
command-sound-slow = Sound: slow
command-sound-medium-speed = Sound: medium speed
command-sound-fast = Sound: fast
command-sound-soft = Sound: soft
command-sound-medium-volume = Sound: medium volume
command-sound-loud = Sound: loud
sound-playing = Playing “{ $title }”: the higher the tone, the larger the value; a click means not reported. Esc stops.
sound-no-numbers = Nothing to play: this figure shows no numbers, and no city reports one for the chosen indicator.
sound-no-player = No sound: this computer has no program that plays sound files (pw-play, paplay or aplay).
sound-no-device = No sound: no sound device answered. The figure’s data are in its description and table.
keys-sound = H plays a ranking or comparison: tones from 220 Hz (zero) to 880 Hz (largest value), A on the left, B on the right; a soft click means not reported. H or Esc stops.

# Small windows
tab-side = Map
command-toggle-side = Map and list
obstacle-all-in-sight = Map and list are in sight already.
command-toggle-large = Large text and buttons
tab-source = Source
command-save-sound = Save figure as sound (WAV)

## Periods
command-previous-period = Previous period
command-next-period = Next period
command-play-periods = Step through the periods, or stop
command-go-into = Show its parts
command-go-up = Show the level above
obstacle-first-period = This is the first period.
obstacle-last-period = This is the last period.
obstacle-one-period = The data set has one period only.
obstacle-no-parts = Choose a place whose parts are in the data set first.
obstacle-at-top = There is no level above.
period-name = Period
period-spoken = Period: { $name }
period-play = Step through the periods
period-stop = Stop
period-lack = “{ $indicator }” has no figures for { $period }.
period-offer = Show { $period }
change-up = up { $bound }{ $amount } on { $period }
change-down = down { $bound }{ $amount } on { $period }
change-none = the same as in { $period }
change-about = about{" "}
change-at-least = at least{" "}
change-at-most = at most{" "}
change-with-part = { $amount } ({ $part })
change-points = { $number } points
change-unknown = no figure for { $period }, so no change is stated
change-not-comparable = not comparable with { $period } ({ $value }): { $why }
change-status = one of the two is worked out from other figures.
change-no-number = one of the two is stated in words.
figure-trend = Over time
figure-multiples = Small charts
trend-coverage = { $reporting } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } have figures for more than one period
trend-spoken = { $region }, { $period }: { $value }
trend-missing = { $count ->
    [one] { $count } { $level ->
        [city] city
        [county] county
       *[place] place
    } reports it for no period
   *[other] { $count } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } report it for no period
}
trend-more = { $count ->
    [one] { $count } more { $level ->
        [city] city
        [county] county
       *[place] place
    } is in the table, not in the picture.
   *[other] { $count } more { $level ->
        [city] cities
        [county] counties
       *[place] places
    } are in the table, not in the picture.
}
trend-gap = No line is drawn across a period without a figure.
trend-break = { $region }, { $period }: { $text }
trend-scale = All charts share one scale: { $low } at the bottom, the highest point { $high }, { $first } to { $last }.
legend-trend-others = other { $level ->
        [city] cities
        [county] counties
       *[place] places
    }
legend-trend-break = dashed, with a bar: what is counted, or the remark on it, changes
legend-trend-rounded = hollow: rounded by the source
takeaway-trend = { $reporting ->
    [one] { $word } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } reports “{ $name }” for more than one of { $periods } periods
   *[other] { $word } of { $total } { $level ->
        [city] cities
        [county] counties
       *[place] places
    } report “{ $name }” for more than one of { $periods } periods
}
takeaway-trend-region = { $region }: { $first } in { $first_period }, { $last } in { $last_period }
takeaway-trend-broken = { $region }: { $first } in { $first_period }, { $last } in { $last_period }, not to be compared throughout, for what is counted changes
why-one-period = The data set has no figures of several periods; with some, a line over time is possible.
why-no-line = No place reports “{ $name }” as a number for more than one period.
multiple-spoken = { $region }: { $values }
multiple-point = { $value } ({ $period })
change-not-comparable-short = not comparable with { $period }
change-unknown-short = no figure for { $period }
trend-unreported = No place reports it for { $periods }; lines run across.
levels-show = Show the { $count } parts of { $name }
levels-elsewhere = Elsewhere
levels-found = { $name } ({ $around })
status-parts = { $name }, { $count ->
    [one] { $count } part
   *[other] { $count } parts
}
excess-one = { $region }, { $indicator }, { $period }: { $whole } is less than its { $count } parts together ({ $sum })
excess-more = and { $count } more of the kind
excess-notice = { $count ->
    [one] One figure is smaller than all its parts together: { $first }
   *[other] { $count } figures are smaller than all their parts together; the first: { $first }
}

## News for those who listen
news-mark = ;{" "}
news-undone = Undone. { $what }
news-redone = Redone. { $what }
news-back = Back. { $what }
news-forward = Forward. { $what }
news-on = { $what }: on
news-off = { $what }: off
news-language-zh = Language: Chinese
news-language-en = Language: English
news-chosen = { $city } chosen
news-chosen-second = { $city } chosen as city B
news-none-chosen = No city chosen
news-comparing = Comparing { $a } with { $b }
news-compared-no-more = Comparison ended; { $city } is still chosen
news-tab = { $tab } tab
news-figure = Figure: { $name }
news-source = Source of “{ $indicator }”, { $region }
news-root = Parts of { $region }
news-order = Order: { $order }
news-map-tiles = Map of tiles
news-map-outlines = Map of outlines
news-classes = Classes: { $name }
news-rows = Rows: { $filter }
news-drawer-folded = Source panel folded
news-drawer-unfolded = Source panel unfolded
news-unsorted = Table in its original order
news-found = { $count ->
    [0] No city matches
   *[other] { $count } of { $total } cities
}
