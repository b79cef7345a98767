//! Properties that hold for any triangles.
#![expect(clippy::cast_precision_loss, reason = "pixel coordinates of small pictures")]

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureOptions, pos2, vec2};
use proptest::prelude::*;

use super::{EVERYWHERE, SIZE_PX, as_triangles, block, painted, rasterizer, render, with_texture};

fn coordinate() -> impl Strategy<Value = f32> {
    prop_oneof![
        8 => -40.0..70.0_f32,
        2 => (-40..70_i16).prop_map(f32::from),
        1 => -4000.0..7000.0_f32,
        1 => any::<f32>(),
    ]
}

fn position() -> impl Strategy<Value = Pos2> {
    (coordinate(), coordinate()).prop_map(|(x, y)| pos2(x, y))
}

fn colour() -> impl Strategy<Value = Color32> {
    any::<[u8; 4]>().prop_map(|[r, g, b, a]| Color32::from_rgba_unmultiplied(r, g, b, a))
}

/// Whether a pixel's centre lies in a rectangle, with the slack of snapping.
fn may_touch(bounds: Rect, x: u32, y: u32) -> bool {
    let slack = 1.0 / 256.0;
    let centre = pos2(x as f32 + 0.5, y as f32 + 0.5);
    bounds.expand(slack).contains(centre)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn triangles_stay_in_their_box_and_clip(
        corners in prop::array::uniform3((position(), position(), colour())),
        clip in (position(), position()),
        scale_ppp in 0.25..4.0_f32,
    ) {
        let mesh = Mesh {
            vertices: corners
                .map(|(pos, uv, color)| Vertex { pos, uv, color })
                .to_vec(),
            indices: vec![0, 1, 2],
            ..Mesh::default()
        };
        let bounds = mesh.calc_bounds() * scale_ppp;
        let clip_rect = Rect::from_two_pos(clip.0, clip.1);
        let primitive = ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) };
        let pixmap = rasterizer().render(&[primitive], SIZE_PX, scale_ppp, Color32::WHITE);
        for (x, y) in painted(&pixmap) {
            prop_assert!(may_touch(bounds, x, y), "{x}, {y} outside {bounds:?}");
            let clip_px = (clip_rect * scale_ppp).expand(0.5 + 1e-3);
            prop_assert!(may_touch(clip_px, x, y), "{x}, {y} outside {clip_px:?}");
        }
    }

    /// A fan of triangles around a point tiles its square: no gap, no pixel twice.
    #[test]
    fn a_fan_paints_each_pixel_once(
        middle in (4.0..20.0_f32, 4.0..20.0_f32),
        ring in prop::collection::vec(0.0..80.0_f32, 1..12),
    ) {
        let half = Color32::from_rgba_premultiplied(0, 0, 0, 128);
        let mut ring = ring;
        ring.extend([0.0, 20.0, 40.0, 60.0]);
        ring.sort_by(f32::total_cmp);
        let on_square = |along: f32| {
            let along_side = along % 20.0 + 2.0;
            match along {
                ..20.0 => pos2(along_side, 2.0),
                20.0..40.0 => pos2(22.0, along_side),
                40.0..60.0 => pos2(24.0 - along_side, 22.0),
                _ => pos2(2.0, 24.0 - along_side),
            }
        };
        let mut mesh = Mesh::default();
        mesh.colored_vertex(pos2(middle.0, middle.1), half);
        for along in &ring {
            mesh.colored_vertex(on_square(*along), half);
        }
        let count = u32::try_from(ring.len()).expect("few");
        for index in 0..count {
            mesh.add_triangle(0, 1 + index, 1 + (index + 1) % count);
        }
        let pixmap = render(&rasterizer(), EVERYWHERE, mesh);
        let expected = block(2..22, 2..22);
        for (x, y) in &expected {
            prop_assert_eq!(pixmap.pixel(*x, *y), Some([127, 127, 127, 255]), "at {}, {}", x, y);
        }
        prop_assert_eq!(painted(&pixmap), expected);
    }

    /// Copying a glyph's texels gives what painting its two triangles gives.
    #[test]
    fn rectangles_equal_their_triangles(
        corner in (0..20_u8, 0..20_u8),
        size in (1..8_u8, 1..8_u8),
        texel in (0..8_u8, 0..8_u8),
        scale_ppp in prop::sample::select(vec![1.0_f32, 1.25, 1.5, 2.0, 3.0]),
        texels in prop::collection::vec(colour(), 256),
        tint in colour(),
    ) {
        let image = ColorImage::new([16, 16], texels);
        let rasterizer = with_texture(image, TextureOptions::LINEAR);
        let [corner, size, texel] =
            [corner, size, texel].map(|(x, y)| vec2(f32::from(x), f32::from(y)));
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(
            Rect::from_min_size((corner / scale_ppp).to_pos2(), size / scale_ppp),
            Rect::from_min_size((texel / 16.0).to_pos2(), size / 16.0),
            tint,
        );
        let render = |mesh| {
            let primitive = ClippedPrimitive {
                clip_rect: EVERYWHERE,
                primitive: Primitive::Mesh(mesh),
            };
            rasterizer.render(&[primitive], SIZE_PX, scale_ppp, Color32::WHITE)
        };
        prop_assert_eq!(render(mesh.clone()), render(as_triangles(mesh)));
    }

    /// Between corners no channel leaves the range of the corners'.
    #[test]
    fn gradients_stay_between_their_corners(
        corners in prop::array::uniform3((position(), 0..=255_u8)),
    ) {
        let mesh = Mesh {
            vertices: corners
                .map(|(pos, grey)| Vertex::untextured(pos, Color32::from_gray(grey)))
                .to_vec(),
            indices: vec![0, 1, 2],
            ..Mesh::default()
        };
        let greys = corners.map(|(_, grey)| grey);
        let [darkest, brightest] = [greys.iter().min(), greys.iter().max()];
        let primitive = ClippedPrimitive {
            clip_rect: EVERYWHERE,
            primitive: Primitive::Mesh(mesh),
        };
        let outside = Color32::from_rgb(1, 2, 3);
        let pixmap = rasterizer().render(&[primitive], SIZE_PX, 1.0, outside);
        for [red, green, _, _] in pixmap.rgba.as_chunks::<4>().0 {
            let is_painted = red == green;
            prop_assert!(!is_painted || (Some(red) >= darkest && Some(red) <= brightest));
        }
    }

    /// A picture painted strip by strip is the picture painted at once.
    #[test]
    fn strips_make_the_whole(
        corners in prop::collection::vec((position(), position(), colour()), 12),
        clip in (position(), position()),
        scale_ppp in 0.25..4.0_f32,
        strip_px in 1..25_u32,
        background in prop::sample::select(vec![Color32::WHITE, Color32::TRANSPARENT]),
    ) {
        let mut mesh = Mesh {
            vertices: corners
                .iter()
                .map(|(pos, uv, color)| Vertex { pos: *pos, uv: *uv, color: *color })
                .collect(),
            indices: (0..12).collect(),
            ..Mesh::default()
        };
        mesh.add_colored_rect(Rect::from_two_pos(clip.0, pos2(16.0, 12.0)), Color32::RED);
        let clip_rect = Rect::from_two_pos(clip.0, clip.1);
        let primitives = [clip_rect, EVERYWHERE].map(|clip_rect| ClippedPrimitive {
            clip_rect,
            primitive: Primitive::Mesh(mesh.clone()),
        });
        let texels = (0..16).map(|it: u8| Color32::from_gray(it * 17)).collect();
        let rasterizer = with_texture(ColorImage::new([4, 4], texels), TextureOptions::LINEAR);
        let whole = rasterizer.render(&primitives, SIZE_PX, scale_ppp, background);
        let mut rgba = Vec::new();
        let size = (SIZE_PX, strip_px);
        let taken = rasterizer.strips(&primitives, size, scale_ppp, background, |strip| {
            rgba.extend_from_slice(strip);
            Ok::<_, ()>(())
        });
        prop_assert_eq!(taken, Ok(()));
        prop_assert_eq!(rgba, whole.rgba);
    }
}
