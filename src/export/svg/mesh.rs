//! Meshes as areas: the outline of equal-coloured triangles, so that no seam shows between them.

use std::collections::BTreeMap;

use egui::{Color32, Mesh, Pos2, epaint::WHITE_UV, pos2};

/// A corner, comparable by its exact place.
type Corner = [u32; 2];

/// Edges from corner to corner, and how many triangles have each.
type Edges = BTreeMap<(Corner, Corner), usize>;

/// An area of one colour.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Area {
    /// Its colour.
    pub color: Color32,
    /// Its closed outlines; holes run against the others.
    pub rings: Vec<Vec<Pos2>>,
}

/// The areas that `mesh` covers, in the order in which their colours first appear; `None` where it
/// has a texture, or a triangle of more than one colour, which no area can show.
pub(super) fn areas(mesh: &Mesh) -> Option<Vec<Area>> {
    if mesh.texture_id != egui::TextureId::default() {
        return None;
    }
    let mut colors: Vec<Color32> = Vec::new();
    let mut edges: Vec<Edges> = Vec::new();
    let (triangles, _) = mesh.indices.as_chunks::<3>();
    for triangle in triangles {
        let [a, b, c] = triangle.map(|at| mesh.vertices.get(at as usize));
        let corners = [a?, b?, c?];
        let [first, ..] = corners;
        if corners.iter().any(|it| it.color != first.color || it.uv != WHITE_UV) {
            return None;
        }
        let at = colors.iter().position(|it| *it == first.color).unwrap_or_else(|| {
            colors.push(first.color);
            edges.push(Edges::new());
            colors.len() - 1
        });
        outline(edges.get_mut(at)?, corners.map(|it| it.pos));
    }
    let areas = colors.into_iter().zip(edges);
    Some(areas.map(|(color, edges)| Area { color, rings: rings(&edges) }).collect())
}

/// Adds a triangle's edges; an edge that two triangles share is inside and vanishes.
fn outline(edges: &mut Edges, [a, b, c]: [Pos2; 3]) {
    let turn = (b - a).rot90().dot(c - a);
    if turn == 0.0 {
        return;
    }
    // All triangles run the same way round, so that a shared edge is met once in each direction.
    let [a, b, c] = if turn > 0.0 { [a, b, c] } else { [a, c, b] }.map(corner);
    for (from, to) in [(a, b), (b, c), (c, a)] {
        match edges.get_mut(&(to, from)) {
            Some(1) => drop(edges.remove(&(to, from))),
            Some(count) => *count -= 1,
            None => *edges.entry((from, to)).or_default() += 1,
        }
    }
}

fn corner(at: Pos2) -> Corner {
    // Adding zero makes one zero of two.
    [at.x + 0.0, at.y + 0.0].map(f32::to_bits)
}

/// Joins edges end to end into closed rings.
fn rings(edges: &Edges) -> Vec<Vec<Pos2>> {
    let mut next: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for ((from, to), count) in edges {
        next.entry(*from).or_default().extend(std::iter::repeat_n(*to, *count));
    }
    let place = |[x, y]: Corner| pos2(f32::from_bits(x), f32::from_bits(y));
    let mut rings = Vec::new();
    while let Some((&start, _)) = next.first_key_value() {
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(ways) = next.get_mut(&at) {
            ring.push(place(at));
            let way = ways.pop();
            if ways.is_empty() {
                next.remove(&at);
            }
            let Some(way) = way else { break };
            at = way;
        }
        rings.push(ring);
    }
    rings
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Mesh, Pos2, Rect, pos2, vec2};

    use super::areas;

    fn square(mesh: &mut Mesh, at: Pos2, color: Color32) {
        mesh.add_colored_rect(Rect::from_min_size(at, vec2(1.0, 1.0)), color);
    }

    #[test]
    fn triangles_of_one_colour_become_one_outline() {
        let mut mesh = Mesh::default();
        for x in [0.0, 1.0, 2.0] {
            square(&mut mesh, pos2(x, 0.0), Color32::RED);
        }
        let areas = areas(&mesh).unwrap();
        assert_eq!(areas.len(), 1);
        assert_eq!(areas[0].rings.len(), 1);
        // Eight corners, of which four lie on straight edges.
        assert_eq!(areas[0].rings[0].len(), 8);
    }

    #[test]
    fn colours_and_islands_stay_apart_and_holes_stay_open() {
        let mut mesh = Mesh::default();
        for x in [0.0, 1.0, 2.0] {
            for y in [0.0, 1.0, 2.0] {
                if (x, y) != (1.0, 1.0) {
                    square(&mut mesh, pos2(x, y), Color32::RED);
                }
            }
        }
        square(&mut mesh, pos2(10.0, 0.0), Color32::RED);
        square(&mut mesh, pos2(1.0, 1.0), Color32::BLUE);
        let areas = areas(&mesh).unwrap();
        let rings: Vec<_> = areas.iter().map(|area| (area.color, area.rings.len())).collect();
        assert_eq!(rings, [(Color32::RED, 3), (Color32::BLUE, 1)]);
    }

    #[test]
    fn shades_and_pictures_are_no_areas() {
        let mut mesh = Mesh::default();
        square(&mut mesh, pos2(0.0, 0.0), Color32::RED);
        mesh.vertices[0].color = Color32::BLUE;
        assert_eq!(areas(&mesh), None);
        let picture = Mesh::with_texture(egui::TextureId::User(7));
        assert_eq!(areas(&picture), None);
    }
}
