#![expect(clippy::cast_precision_loss, reason = "pixel coordinates of small pictures")]

use std::collections::HashSet;

use super::{Pixmap, Rasterizer};
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{
    Color32, ColorImage, Pos2, Rect, Shape, TextureId, TextureOptions, TexturesDelta, pos2, vec2,
};

mod properties;

const SIZE_PX: [u32; 2] = [32, 24];
const WHITE: [u8; 4] = [255; 4];
const EVERYWHERE: Rect = Rect::EVERYTHING;

/// A rasteriser whose default texture has a white texel where plain shapes look.
fn rasterizer() -> Rasterizer {
    with_texture(ColorImage::filled([4, 4], Color32::WHITE), TextureOptions::LINEAR)
}

fn with_texture(image: ColorImage, options: TextureOptions) -> Rasterizer {
    let mut rasterizer = Rasterizer::new();
    update(&mut rasterizer, ImageDelta::full(image, options));
    rasterizer
}

fn update(rasterizer: &mut Rasterizer, change: ImageDelta) {
    let mut delta = TexturesDelta::default();
    delta.push(TextureId::default(), change);
    rasterizer.update_textures(&mut delta);
}

fn render(rasterizer: &Rasterizer, clip_rect: Rect, mesh: Mesh) -> Pixmap {
    let primitive = ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) };
    rasterizer.render(&[primitive], SIZE_PX, 1.0, Color32::WHITE)
}

fn triangle(corners: [Pos2; 3], colour: Color32) -> Mesh {
    Mesh {
        vertices: corners.map(|corner| Vertex::untextured(corner, colour)).to_vec(),
        indices: vec![0, 1, 2],
        ..Mesh::default()
    }
}

fn plain_rect(rect: Rect, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, colour);
    mesh
}

/// The same triangles in an order that is not recognised as a rectangle.
fn as_triangles(mut mesh: Mesh) -> Mesh {
    for three in mesh.indices.chunks_exact_mut(3) {
        three.rotate_left(1);
    }
    mesh
}

fn painted(pixmap: &Pixmap) -> HashSet<(u32, u32)> {
    let columns = 0..pixmap.width_px;
    columns
        .flat_map(|x| (0..pixmap.height_px).map(move |y| (x, y)))
        .filter(|(x, y)| pixmap.pixel(*x, *y) != Some(WHITE))
        .collect()
}

fn block(columns: std::ops::Range<u32>, rows: std::ops::Range<u32>) -> HashSet<(u32, u32)> {
    columns.flat_map(|x| rows.clone().map(move |y| (x, y))).collect()
}

#[test]
fn a_rectangle_covers_exactly_its_pixels() {
    let rect = Rect::from_min_max(pos2(3.0, 5.0), pos2(11.0, 9.0));
    for mesh in [plain_rect(rect, Color32::BLACK), as_triangles(plain_rect(rect, Color32::BLACK))] {
        let pixmap = render(&rasterizer(), EVERYWHERE, mesh);
        assert_eq!(painted(&pixmap), block(3..11, 5..9));
        assert_eq!(pixmap.pixel(3, 5), Some([0, 0, 0, 255]));
    }
}

#[test]
fn a_pixel_belongs_to_the_shape_over_its_centre() {
    let rect = Rect::from_min_max(pos2(2.5, 2.51), pos2(5.5, 5.49));
    let pixmap = render(&rasterizer(), EVERYWHERE, plain_rect(rect, Color32::BLACK));
    // The left centre lies on the edge and counts, the right one does not.
    assert_eq!(painted(&pixmap), block(2..5, 3..5));
}

#[test]
fn a_shared_diagonal_is_blended_once() {
    let rect = Rect::from_min_max(pos2(2.0, 2.0), pos2(30.0, 22.0));
    let half = Color32::from_rgba_premultiplied(0, 0, 0, 128);
    let pixmap = render(&rasterizer(), EVERYWHERE, as_triangles(plain_rect(rect, half)));
    for (x, y) in block(2..30, 2..22) {
        assert_eq!(pixmap.pixel(x, y), Some([127, 127, 127, 255]), "at {x}, {y}");
    }
    assert_eq!(painted(&pixmap), block(2..30, 2..22));
}

#[test]
fn clip_rectangles_are_rounded_like_the_windows_painter_does() {
    let everything = Rect::from_min_max(pos2(-5.0, -5.0), pos2(99.0, 99.0));
    let clip = Rect::from_min_max(pos2(3.5, 4.4), pos2(7.49, 8.5));
    for mesh in [
        plain_rect(everything, Color32::BLACK),
        as_triangles(plain_rect(everything, Color32::BLACK)),
    ] {
        let pixmap = render(&rasterizer(), clip, mesh);
        assert_eq!(painted(&pixmap), block(4..7, 4..9));
    }
    let inverted = Rect::from_min_max(pos2(9.0, 9.0), pos2(3.0, 3.0));
    let pixmap = render(&rasterizer(), inverted, plain_rect(everything, Color32::BLACK));
    assert!(painted(&pixmap).is_empty());
}

#[test]
fn blending_matches_a_calculation_by_hand() {
    let primitive = ClippedPrimitive {
        clip_rect: EVERYWHERE,
        primitive: Primitive::Mesh(plain_rect(
            Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
            Color32::from_rgba_premultiplied(100, 50, 0, 128),
        )),
    };
    let below = Color32::from_rgb(10, 20, 30);
    let pixmap = rasterizer().render(&[primitive], [2, 1], 1.0, below);
    // 100 + 10 · 127/255 = 104.98, 50 + 20 · 127/255 = 59.96, 0 + 30 · 127/255 = 14.94
    assert_eq!(pixmap.pixel(0, 0), Some([105, 60, 15, 255]));
    assert_eq!(pixmap.pixel(1, 0), Some([10, 20, 30, 255]));
    assert!(pixmap.is_opaque());
}

#[test]
fn a_transparent_background_gives_straight_colours() {
    let primitive = ClippedPrimitive {
        clip_rect: EVERYWHERE,
        primitive: Primitive::Mesh(plain_rect(
            Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
            Color32::from_rgba_premultiplied(100, 50, 0, 128),
        )),
    };
    let pixmap = rasterizer().render(&[primitive], [2, 1], 1.0, Color32::TRANSPARENT);
    assert_eq!(pixmap.pixel(0, 0), Some([199, 100, 0, 128]));
    assert_eq!(pixmap.pixel(1, 0), Some([0, 0, 0, 0]));
    assert!(!pixmap.is_opaque());
}

#[test]
fn light_can_be_added_without_wrapping_around() {
    let light = Color32::from_rgb_additive(200, 10, 0);
    let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let primitive = ClippedPrimitive {
        clip_rect: EVERYWHERE,
        primitive: Primitive::Mesh(plain_rect(rect, light)),
    };
    let grey = Color32::from_gray(100);
    let pixmap = rasterizer().render(&[primitive], [1, 1], 1.0, grey);
    assert_eq!(pixmap.pixel(0, 0), Some([255, 110, 100, 255]));
}

#[test]
fn colours_are_interpolated_linearly() {
    let mut mesh = plain_rect(Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 20.0)), Color32::BLACK);
    for vertex in &mut mesh.vertices {
        if vertex.pos.x > 0.0 {
            vertex.color = Color32::from_rgb(200, 0, 100);
        }
    }
    let pixmap = render(&rasterizer(), EVERYWHERE, mesh);
    for y in [0, 7, 19] {
        // 200 · 0.5/20 = 5, 200 · 10.5/20 = 105, 200 · 19.5/20 = 195; blue is half of red.
        assert_eq!(pixmap.pixel(0, y), Some([5, 0, 3, 255]));
        assert_eq!(pixmap.pixel(10, y), Some([105, 0, 53, 255]));
        assert_eq!(pixmap.pixel(19, y), Some([195, 0, 98, 255]));
    }
}

#[test]
fn textures_are_filtered_as_their_options_say() {
    let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
    let mut mesh = Mesh::default();
    mesh.add_rect_with_uv(
        Rect::from_min_max(pos2(0.0, 0.0), pos2(4.0, 2.0)),
        Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
        Color32::WHITE,
    );
    let reds = |options| {
        let pixmap = render(&with_texture(image.clone(), options), EVERYWHERE, mesh.clone());
        [0, 1, 2, 3].map(|x| pixmap.pixel(x, 1).map(|[red, ..]| red))
    };
    let expected = |reds: [u8; 4]| reds.map(Some);
    assert_eq!(reds(TextureOptions::LINEAR), expected([0, 64, 191, 255]));
    assert_eq!(reds(TextureOptions::NEAREST), expected([0, 0, 255, 255]));
    assert_eq!(reds(TextureOptions::LINEAR_REPEAT), expected([64, 64, 191, 191]));
}

#[test]
fn a_partial_update_replaces_only_its_texels() {
    let mut rasterizer =
        with_texture(ColorImage::filled([4, 4], Color32::BLACK), TextureOptions::NEAREST);
    // One column and one row reach over the edge and are cut off.
    let patch = ColorImage::filled([3, 3], Color32::RED);
    update(&mut rasterizer, ImageDelta::partial([2, 2], patch, TextureOptions::NEAREST));
    let mut mesh = Mesh::default();
    mesh.add_rect_with_uv(
        Rect::from_min_max(pos2(5.0, 6.0), pos2(9.0, 10.0)),
        Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
        Color32::WHITE,
    );
    for mesh in [mesh.clone(), as_triangles(mesh)] {
        let pixmap = render(&rasterizer, EVERYWHERE, mesh);
        for (x, y) in block(5..9, 6..10) {
            let expected = if x >= 7 && y >= 8 { [255, 0, 0, 255] } else { [0, 0, 0, 255] };
            assert_eq!(pixmap.pixel(x, y), Some(expected), "at {x}, {y}");
        }
    }
}

#[test]
fn a_freed_texture_is_still_there_for_the_frame_that_frees_it() {
    let mut rasterizer = rasterizer();
    let mut delta = TexturesDelta::default();
    delta.free(TextureId::default());
    rasterizer.update_textures(&mut delta);
    assert!(delta.is_empty(), "egui panics over changes left behind");
    let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(2.0, 2.0));
    let mesh = plain_rect(rect, Color32::BLACK);
    assert_eq!(painted(&render(&rasterizer, EVERYWHERE, mesh.clone())).len(), 4);
    rasterizer.update_textures(&mut TexturesDelta::default());
    assert!(painted(&render(&rasterizer, EVERYWHERE, mesh)).is_empty());
}

#[test]
fn a_feathered_circle_fades_at_its_edge_only() {
    let ctx = crate::export::testing::context();
    let mut delta = ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta;
    let mut rasterizer = Rasterizer::new();
    rasterizer.update_textures(&mut delta);
    let centre = pos2(16.0, 12.0);
    let circle = Shape::circle_filled(centre, 10.0, Color32::BLACK);
    let clipped = egui::epaint::ClippedShape::new(EVERYWHERE, circle);
    let primitives = ctx.tessellate(vec![clipped], 1.0);
    let pixmap = rasterizer.render(&primitives, SIZE_PX, 1.0, Color32::WHITE);
    for (x, y) in block(0..32, 0..24) {
        let middle = vec2(0.5, 0.5) + vec2(x as f32, y as f32);
        let distance = middle.to_pos2().distance(centre);
        let [red, ..] = pixmap.pixel(x, y).expect("inside");
        if distance < 9.3 {
            assert_eq!(red, 0, "inside, at {x}, {y}");
        } else if distance > 10.8 {
            assert_eq!(red, 255, "outside, at {x}, {y}");
        } else if (9.8..10.1).contains(&distance) {
            assert!((30..=225).contains(&red), "{red} on the edge, at {x}, {y}");
        }
    }
}

#[test]
fn odd_corners_do_no_harm() {
    let odd = [0.0, 7.5, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 1e-40];
    let colour = Color32::from_rgba_premultiplied(1, 2, 3, 4);
    for x in odd {
        for y in odd {
            for z in odd {
                let corners = [pos2(x, y), pos2(y, z), pos2(z, x)];
                render(&rasterizer(), EVERYWHERE, triangle(corners, colour));
                let mut mesh = Mesh::default();
                mesh.add_rect_with_uv(
                    Rect::from_min_max(pos2(0.0, x), pos2(9.0, 9.0)),
                    Rect::from_min_max(pos2(y, z), pos2(z, x)),
                    colour,
                );
                render(&rasterizer(), Rect::from_min_max(pos2(x, y), pos2(y, z)), mesh);
            }
        }
    }
    let mut dangling = triangle([pos2(0.0, 0.0); 3], colour);
    dangling.indices = vec![0, 1, 7, u32::MAX, 2, 0, 1];
    render(&rasterizer(), EVERYWHERE, dangling);
}

#[test]
fn lines_without_area_paint_nothing() {
    let corners = [pos2(1.0, 1.0), pos2(20.0, 20.0), pos2(10.0, 10.0)];
    let pixmap = render(&rasterizer(), EVERYWHERE, triangle(corners, Color32::BLACK));
    assert!(painted(&pixmap).is_empty());
}

#[test]
fn triangles_that_reach_far_outside_still_cover_the_picture() {
    for far in [1e7_f32, 1e12, 1e30] {
        let corners = [pos2(-far, -far), pos2(far, -far), pos2(0.0, far)];
        let pixmap = render(&rasterizer(), EVERYWHERE, triangle(corners, Color32::BLACK));
        assert!(painted(&pixmap) == block(0..32, 0..24), "{far}");
    }
    for far in [1e7_f32, 1e12] {
        // A slanted edge keeps its place: below y = x.
        let corners = [pos2(-far, -far), pos2(far, far), pos2(-far, far)];
        let pixmap = render(&rasterizer(), EVERYWHERE, triangle(corners, Color32::BLACK));
        for (x, y) in block(0..24, 0..24) {
            if x != y {
                assert_eq!(pixmap.pixel(x, y) != Some(WHITE), y > x, "at {x}, {y}");
            }
        }
    }
}
