//! GeoJSON (RFC 7946) → what a map needs of it: ids, places of names, rings.
//!
//! Read straight into rows of points. A tree of JSON values would take thirty times the file.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::value::RawValue;

use super::outlines::Degrees;

/// A feature collection.
#[derive(Debug, Deserialize)]
pub(super) struct Collection<'a> {
    #[serde(rename = "type")]
    kind: Kind,
    #[serde(borrow)]
    pub(super) features: Vec<Feature<'a>>,
}

#[derive(Debug, Deserialize)]
enum Kind {
    FeatureCollection,
}

/// One feature.
#[derive(Debug, Deserialize)]
pub(super) struct Feature<'a> {
    #[serde(borrow)]
    pub(super) properties: Option<Properties<'a>>,
    pub(super) geometry: Option<Geometry>,
}

/// What the program reads of a feature's properties, unread where it may be anything.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Properties<'a> {
    #[serde(borrow, default)]
    pub(super) id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(super) label_point: Option<&'a RawValue>,
}

/// The shape of a feature.
#[derive(Debug, Deserialize)]
pub(super) struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    coordinates: Option<Coordinates>,
}

impl Geometry {
    /// The rings, polygon by polygon; nothing where this is no area.
    ///
    /// # Errors
    ///
    /// Where the coordinates are nested otherwise than the kind says.
    pub(super) fn polygons(&self) -> Result<Vec<Vec<&[Degrees]>>, NotNested> {
        let height = match self.kind.as_str() {
            "Polygon" => 3,
            "MultiPolygon" => 4,
            _ => return Ok(Vec::new()),
        };
        let Some(all) = &self.coordinates else {
            return Err(NotNested);
        };
        // Where all is empty the height is not known, and there is nothing to draw either.
        if all.points.is_empty() {
            return Ok(Vec::new());
        }
        if all.height != height {
            return Err(NotNested);
        }
        let mut polygons = Vec::new();
        let mut first_ring = 0;
        // A polygon of its own has no list around it that would end it.
        let ends = if height == 3 { &[all.ring_ends.len()][..] } else { &all.polygon_ends };
        for end in ends {
            let rings = (first_ring..*end).filter_map(|at| all.ring(at)).collect();
            polygons.push(rings);
            first_ring = *end;
        }
        Ok(polygons)
    }
}

/// Coordinates that are not nested as they should be.
#[derive(Clone, Copy, Debug)]
pub(super) struct NotNested;

/// All points of a geometry in a row.
#[derive(Debug, Default)]
struct Coordinates {
    points: Vec<Degrees>,
    /// How many points stand before the end of each ring.
    ring_ends: Vec<usize>,
    /// How many rings stand before the end of each polygon.
    polygon_ends: Vec<usize>,
    /// How many lists stand around a number.
    height: usize,
}

impl Coordinates {
    fn ring(&self, at: usize) -> Option<&[Degrees]> {
        let start = at.checked_sub(1).and_then(|at| self.ring_ends.get(at)).copied();
        self.points.get(start.unwrap_or(0)..*self.ring_ends.get(at)?)
    }

    /// Notes that a list ended that holds lists of `height` levels.
    fn end(&mut self, height: usize) {
        match height {
            1 => self.ring_ends.push(self.points.len()),
            2 => self.polygon_ends.push(self.ring_ends.len()),
            _ => {}
        }
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut all = Self::default();
        let height = Level(&mut all).deserialize(from)?;
        all.height = height.unwrap_or(0);
        Ok(all)
    }
}

/// Reads one list or number and gives how many lists stand in it around a number; `None` where
/// there is no number.
struct Level<'a>(&'a mut Coordinates);

/// A number stands beside lists, or lists of unlike depth beside each other.
const UNEVEN: &str = "coordinates that are not evenly nested";

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

/// One entry of a list: a number, or how deep a list is.
enum Entry {
    Number(f64),
    List(Option<usize>),
}

struct EntrySeed<'a>(&'a mut Coordinates);

impl<'de> DeserializeSeed<'de> for EntrySeed<'_> {
    type Value = Entry;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Entry, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for EntrySeed<'_> {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a list")
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Entry, E> {
        Ok(Entry::Number(number))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Entry, E> {
        Ok(Entry::Number(number as f64))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Entry, E> {
        Ok(Entry::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, entries: A) -> Result<Entry, A::Error> {
        Level(self.0).visit_seq(entries).map(Entry::List)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of coordinates")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let Level(all) = self;
        let mut place: [Option<f64>; 2] = [None; 2];
        let mut numbers = 0_usize;
        let mut height: Option<usize> = None;
        let mut has_lists = false;
        while let Some(entry) = entries.next_element_seed(EntrySeed(all))? {
            match entry {
                Entry::Number(number) => {
                    // What follows longitude and latitude is a height.
                    if let Some(free) = place.get_mut(numbers) {
                        *free = Some(number);
                    }
                    numbers += 1;
                }
                Entry::List(inner) => {
                    has_lists = true;
                    if inner.is_some() && height.is_some() && inner != height {
                        return Err(A::Error::custom(UNEVEN));
                    }
                    height = height.or(inner);
                }
            }
        }
        match (numbers, has_lists, place) {
            (0, true, _) => {
                if let Some(height) = height {
                    all.end(height);
                }
                Ok(height.map(|height| height + 1))
            }
            (0, false, _) => Ok(None),
            (_, false, [Some(longitude), Some(latitude)]) => {
                all.points.push([longitude, latitude]);
                Ok(Some(1))
            }
            _ => Err(A::Error::custom(UNEVEN)),
        }
    }
}

impl<'a> Collection<'a> {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// Why it is no feature collection.
    pub(super) fn read(text: &'a str) -> serde_json::Result<Self> {
        let collection: Self = serde_json::from_str(text)?;
        let Kind::FeatureCollection = collection.kind;
        Ok(collection)
    }
}
