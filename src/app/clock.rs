//! The clock on the wall.

/// The time of day here and now, such as `14:05`.
pub(super) fn time_of_day() -> String {
    jiff::ZonedDateTime::now().strftime("%H:%M").to_string()
}

/// The present moment as part of a file name, such as `20260131-140500`, in UTC, so that names
/// sort by age.
pub(super) fn stamp() -> String {
    jiff::Timestamp::now().strftime("%Y%m%d-%H%M%S").to_string()
}
