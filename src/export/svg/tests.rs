//! Shapes of every kind, written and painted.

use egui::{
    Color32, CornerRadius, FontId, Mesh, Rect, Shape, Stroke, StrokeKind, Ui,
    epaint::{ClippedShape, CubicBezierShape, EllipseShape, PathStroke, RectShape, TextShape},
    pos2, vec2,
};
use resvg::{tiny_skia, usvg};

use super::{Lang, SvgError, SvgText, Walker};
use crate::{
    export::{
        offscreen::{self, OffscreenSpec},
        testing,
    },
    figure::style,
};

const SPEC: OffscreenSpec =
    OffscreenSpec { width_pt: 200.0, height_pt: 120.0, scale_ppp: 1.0, background: Color32::WHITE };

const RED: Color32 = Color32::from_rgb(200, 30, 30);

fn written(shapes: &[ClippedShape], text: SvgText) -> Result<String, SvgError> {
    let mut walker = Walker::new(Lang::Zh, text, SPEC.scale_ppp, "p".to_owned())?;
    shapes.iter().try_for_each(|shape| walker.add(shape))?;
    let (defs, body) = walker.finish();
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"200\" height=\"120\"><defs>{defs}</defs>\
         <rect width=\"200\" height=\"120\" fill=\"#fff\"/>{body}</svg>"
    ))
}

/// What `draw` shows, as SVG in outlines, and the share of ink in which its picture differs from the
/// painted one: the sum of the differences over the sum of what is not white.
fn compared(draw: impl Fn(&Ui)) -> (String, f64) {
    let ctx = testing::context();
    let shapes = offscreen::shapes(&ctx, &SPEC, |ui| draw(ui)).unwrap();
    let svg = written(&shapes, SvgText::Outlines).unwrap();
    let painted = offscreen::render(&ctx, &SPEC, |ui| draw(ui)).unwrap().pixmap;
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    let mut second = tiny_skia::Pixmap::new(painted.width_px, painted.height_px).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut second.as_mut());
    let pairs = painted.rgba.iter().zip(second.data());
    let (apart, ink) = pairs.fold((0.0, 0.0), |(apart, ink), (a, b)| {
        (apart + f64::from(a.abs_diff(*b)), ink + f64::from(255 - a))
    });
    (svg, apart / ink)
}

#[test]
fn strokes_lie_where_egui_paints_them() {
    for kind in [StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside] {
        for radius in [0, 6] {
            let (svg, apart) = compared(|ui| {
                let rect = Rect::from_min_size(pos2(20.0, 20.0), vec2(120.0, 60.0));
                ui.painter().rect(rect, radius, Color32::YELLOW, Stroke::new(4.0, RED), kind);
            });
            assert!(apart < 0.02, "{kind:?} {radius}: {apart:.3} in {svg}");
        }
    }
}

#[test]
fn circles_curves_corners_and_lines_are_the_same_picture() {
    let (svg, apart) = compared(|ui| {
        let painter = ui.painter();
        painter.circle(pos2(40.0, 40.0), 20.0, Color32::YELLOW, Stroke::new(4.0, RED));
        let ellipse = EllipseShape::filled(pos2(100.0, 30.0), vec2(25.0, 12.0), Color32::BLUE);
        painter.add(ellipse);
        let points = [pos2(10.0, 80.0), pos2(60.0, 70.0), pos2(30.0, 110.0), pos2(90.0, 100.0)];
        painter.add(CubicBezierShape::from_points_stroke(
            points,
            false,
            Color32::TRANSPARENT,
            PathStroke::new(3.0, RED),
        ));
        let corners = CornerRadius { nw: 12, ne: 0, se: 12, sw: 4 };
        painter.rect_filled(
            Rect::from_min_size(pos2(110.0, 60.0), vec2(60.0, 40.0)),
            corners,
            Color32::GREEN,
        );
        let ends = [pos2(140.0, 10.0), pos2(190.0, 50.0)];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(2.0, RED), 6.0, 3.0));
    });
    assert!(apart < 0.04, "{apart:.3} in {svg}");
    // Dashes are one path.
    assert_eq!(svg.matches("stroke-width=\"2\"").count(), 1, "{svg}");
}

#[test]
fn what_is_cut_on_the_screen_is_cut_in_the_file() {
    let (svg, apart) = compared(|ui| {
        let rect = Rect::from_min_size(pos2(40.0, 30.0), vec2(60.0, 40.0));
        let cut = ui.painter().with_clip_rect(rect);
        cut.rect_filled(Rect::from_min_size(pos2(0.0, 0.0), vec2(80.0, 200.0)), 0, RED);
        // Outside of it altogether, so nowhere to be seen.
        cut.circle_filled(pos2(180.0, 100.0), 10.0, Color32::BLUE);
    });
    assert!(apart < 0.01, "{apart:.3} in {svg}");
    assert!(svg.contains("clip-path=\"url(#pc0)\"") && !svg.contains("<circle"), "{svg}");
}

#[test]
fn meshes_become_areas_without_seams() {
    let (svg, apart) = compared(|ui| {
        let mut mesh = Mesh::default();
        for (x, y) in [(10.0, 10.0), (100.0, 5.0), (150.0, 60.0), (90.0, 110.0), (20.0, 90.0)] {
            mesh.colored_vertex(pos2(x, y), RED);
        }
        for corner in 1..4 {
            mesh.add_triangle(0, corner, corner + 1);
        }
        ui.painter().add(mesh);
    });
    // egui does not soften the edges of meshes.
    assert!(apart < 0.03, "{apart:.3} in {svg}");
    assert_eq!(svg.matches("<path").count(), 1, "{svg}");
}

fn label(ui: &Ui, angle: f32) -> Shape {
    let mut job = egui::text::LayoutJob::default();
    for (text, is_bold) in [("杭州 <A&B> ", false), ("AVATAR 2023", true)] {
        let format = egui::TextFormat::simple(style::font(20.0, is_bold), Color32::BLACK);
        job.append(text, 0.0, format);
    }
    let galley = ui.painter().layout_job(job);
    TextShape::new(pos2(20.0, 40.0), galley, Color32::BLACK).with_angle(angle).into()
}

#[test]
fn letters_stand_on_the_same_line_in_both_weights_and_when_turned() {
    // Half a pixel at the edge of each letter, since egui puts them on whole pixels.
    for (angle, most) in [(0.0, 0.3), (0.3, 0.5)] {
        let (svg, apart) = compared(|ui| {
            ui.painter().add(label(ui, angle));
        });
        assert!(apart < most, "{angle}: {apart:.3}");
        assert!(svg.contains("aria-label=\"杭州 &lt;A&amp;B&gt; AVATAR 2023\""), "{svg}");
        assert_eq!(svg.contains("rotate("), angle > 0.0);
    }
}

#[test]
fn each_look_is_a_run_of_its_own() {
    let ctx = testing::context();
    let shapes = offscreen::shapes(&ctx, &SPEC, |ui| {
        ui.painter().add(label(ui, 0.0));
    });
    let svg = written(&shapes.unwrap(), SvgText::Text).unwrap();
    assert!(svg.contains(">杭州 &lt;A&amp;B&gt;</text>"), "{svg}");
    assert!(svg.contains("font-weight=\"600\"") && svg.contains(">AVATAR 2023</text>"), "{svg}");
}

#[test]
fn what_cannot_be_written_is_an_error_and_not_left_out() {
    let rect = Rect::from_min_size(pos2(10.0, 10.0), vec2(50.0, 50.0));
    let fails = |shape: Shape| {
        let shapes = [ClippedShape::new(Rect::EVERYTHING, shape)];
        let error = written(&shapes, SvgText::Text).unwrap_err();
        assert!(error.to_string().contains("choose PNG"), "{error}");
    };
    fails(RectShape::filled(rect, 0, RED).with_blur_width(4.0).into());
    fails(RectShape::filled(rect, 0, RED).with_texture(egui::TextureId::User(1), rect).into());
    let mut shaded = Mesh::default();
    shaded.add_colored_rect(rect, RED);
    shaded.vertices[0].color = Color32::BLUE;
    fails(Shape::mesh(shaded));
    fails(Shape::Vec(vec![Shape::line_segment(
        [pos2(0.0, f32::NAN), pos2(1.0, 1.0)],
        Stroke::new(1.0, RED),
    )]));
    let ctx = testing::context();
    let foreign = offscreen::shapes(&ctx, &SPEC, |ui| {
        let text = egui::RichText::new("x").underline().font(FontId::proportional(14.0));
        ui.label(text);
    });
    assert!(written(&foreign.unwrap(), SvgText::Text).is_err());
}
