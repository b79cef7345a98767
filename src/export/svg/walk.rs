//! From egui's display list to SVG elements, one shape after the other.

use egui::{
    Color32, Pos2, Rect, Shape, Stroke, StrokeKind,
    emath::{GuiRounding as _, TSTransform},
    epaint::{
        CircleShape, ClippedShape, ColorMode, CubicBezierShape, EllipseShape, PathShape,
        PathStroke, QuadraticBezierShape, RectShape, TextShape,
    },
};

use super::{
    SvgError, SvgText,
    letters::Letters,
    mesh, paths,
    text::{self, Run},
    xml::{Element, number},
};
use crate::model::Lang;

/// How far a shape may reach over the edge of its clip rectangle unseen, in points.
const CLIP_TOLERANCE_PT: f32 = 0.01;

/// Turns shapes into elements, in the order in which they are painted.
pub(super) struct Walker {
    /// The elements so far.
    body: String,
    /// What they refer to by number.
    clips: Vec<Rect>,
    letters: Letters,
    /// The clip rectangle of the group that is open.
    open_clip: Option<Rect>,
    /// Lines of one look that wait to be written as one path.
    lines: Vec<[Pos2; 2]>,
    line_stroke: Stroke,
    text: SvgText,
    /// Pixels a point of the layout, to whose pixels edges are drawn as in a picture.
    scale_ppp: f32,
    /// Starts every id, so that two files can stand in one page.
    prefix: String,
}

impl Walker {
    /// A walker over shapes laid out at `scale_ppp`.
    ///
    /// # Errors
    /// When a shipped font cannot be read.
    pub(super) fn new(
        lang: Lang,
        text: SvgText,
        scale_ppp: f32,
        prefix: String,
    ) -> Result<Self, SvgError> {
        Ok(Self {
            body: String::new(),
            clips: Vec::new(),
            letters: Letters::new(lang)?,
            open_clip: None,
            lines: Vec::new(),
            line_stroke: Stroke::NONE,
            text,
            scale_ppp,
            prefix,
        })
    }

    /// Adds what is seen of `clipped`.
    ///
    /// # Errors
    /// When SVG cannot show it, or nobody taught this walker how.
    pub(super) fn add(&mut self, clipped: &ClippedShape) -> Result<(), SvgError> {
        if clipped.transform_after_tessellation != TSTransform::IDENTITY {
            return Err(SvgError::Unsupported { what: "a shape on its way to its place" });
        }
        self.add_shape(&clipped.shape, clipped.clip_rect)
    }

    fn add_shape(&mut self, shape: &Shape, clip: Rect) -> Result<(), SvgError> {
        if let Shape::Vec(shapes) = shape {
            return shapes.iter().try_for_each(|shape| self.add_shape(shape, clip));
        }
        let bounds = shape.visual_bounding_rect();
        if bounds == Rect::NOTHING {
            return Ok(());
        }
        if !bounds.is_finite() || !has_place(shape) {
            return Err(SvgError::Unsupported { what: "a shape without a place" });
        }
        if !bounds.intersects(clip) {
            return Ok(());
        }
        let is_cut = !clip.expand(CLIP_TOLERANCE_PT).contains_rect(bounds);
        self.clip_to(is_cut.then_some(clip));
        if let Shape::LineSegment { points, stroke } = shape {
            self.line(*points, *stroke);
            return Ok(());
        }
        self.flush_lines();
        match shape {
            Shape::Noop | Shape::Vec(_) | Shape::LineSegment { .. } => Ok(()),
            Shape::Circle(circle) => self.circle(circle),
            Shape::Ellipse(ellipse) => self.ellipse(ellipse),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Path(path) => self.path(path),
            Shape::QuadraticBezier(curve) => self.quadratic(curve),
            Shape::CubicBezier(curve) => self.cubic(curve),
            Shape::Mesh(mesh) => self.mesh(mesh),
            Shape::Text(text) => self.text(text),
            Shape::Band(_) => Err(SvgError::Unsupported { what: "a band" }),
            Shape::Callback(_) => Err(SvgError::Unsupported { what: "a callback" }),
        }
    }

    /// Starts or ends the group that is cut to a rectangle.
    fn clip_to(&mut self, clip: Option<Rect>) {
        if clip == self.open_clip {
            return;
        }
        self.flush_lines();
        if self.open_clip.is_some() {
            self.body.push_str("</g>\n");
        }
        if let Some(rect) = clip {
            let at = self.clips.iter().position(|it| *it == rect).unwrap_or_else(|| {
                self.clips.push(rect);
                self.clips.len() - 1
            });
            let reference = format!("url(#{}c{at})", self.prefix);
            Element::open(&mut self.body, "g").text("clip-path", &reference).children();
        }
        self.open_clip = clip;
    }

    /// Keeps a line back: hatching and dashes are many lines of one look, and make one path.
    fn line(&mut self, mut points: [Pos2; 2], stroke: Stroke) {
        paths::align(&mut points, stroke, self.scale_ppp);
        // Where see-through lines cross, each is seen.
        if self.line_stroke != stroke || !stroke.color.is_opaque() {
            self.flush_lines();
        }
        self.line_stroke = stroke;
        self.lines.push(points);
    }

    fn flush_lines(&mut self) {
        let data = paths::lines(&std::mem::take(&mut self.lines));
        if !data.is_empty() {
            let path = Element::open(&mut self.body, "path").text("d", &data);
            path.paint(Color32::TRANSPARENT, self.line_stroke).end();
            self.body.push('\n');
        }
    }

    fn circle(&mut self, circle: &CircleShape) -> Result<(), SvgError> {
        let CircleShape { center, radius, fill, stroke } = *circle;
        // egui's stroke lies outside of the radius, SVG's half inside and half outside.
        Element::open(&mut self.body, "circle")
            .number("cx", center.x)
            .number("cy", center.y)
            .number("r", radius + visible(stroke).width / 2.0)
            .paint(fill, stroke)
            .end();
        self.end_line()
    }

    fn ellipse(&mut self, ellipse: &EllipseShape) -> Result<(), SvgError> {
        let EllipseShape { center, radius, fill, stroke, angle } = *ellipse;
        let out = visible(stroke).width / 2.0;
        let element = Element::open(&mut self.body, "ellipse")
            .number("cx", center.x)
            .number("cy", center.y)
            .number("rx", radius.x + out)
            .number("ry", radius.y + out)
            .paint(fill, stroke);
        turned(element, center, angle.to_degrees()).end();
        self.end_line()
    }

    fn rect(&mut self, shape: &RectShape) -> Result<(), SvgError> {
        if shape.brush.is_some() || shape.blur_width > 0.0 {
            return Err(SvgError::Unsupported { what: "a rectangle with a picture or a blur" });
        }
        let stroke = visible(shape.stroke);
        let mut rect = shape.rect;
        if shape.round_to_pixels.unwrap_or(true) {
            let is_odd = (stroke.width * self.scale_ppp).round() as i64 % 2 == 1;
            rect = if shape.stroke_kind == StrokeKind::Middle && is_odd {
                rect.round_to_pixel_center(self.scale_ppp)
            } else {
                rect.round_to_pixels(self.scale_ppp)
            };
        }
        // egui's stroke may lie within or around the rectangle, SVG's has its middle on the edge.
        let outward = match shape.stroke_kind {
            StrokeKind::Inside => -stroke.width / 2.0,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => stroke.width / 2.0,
        };
        let edge = rect.expand(outward);
        let corners = shape.corner_radius;
        if !corners.is_same() {
            let data = paths::uneven_rect(edge, corners, outward);
            let element = Element::open(&mut self.body, "path").text("d", &data);
            let painted = element.paint(shape.fill, stroke);
            turned(painted, rect.center(), shape.angle.to_degrees()).end();
            return self.end_line();
        }
        let radius =
            (f32::from(corners.nw) + outward).clamp(0.0, edge.size().min_elem().max(0.0) / 2.0);
        let mut element = Element::open(&mut self.body, "rect")
            .number("x", edge.left())
            .number("y", edge.top())
            .number("width", edge.width().max(0.0))
            .number("height", edge.height().max(0.0));
        if corners.nw > 0 && radius > 0.0 {
            element = element.number("rx", radius);
        }
        turned(element.paint(shape.fill, stroke), rect.center(), shape.angle.to_degrees()).end();
        self.end_line()
    }

    fn path(&mut self, path: &PathShape) -> Result<(), SvgError> {
        let stroke = solid(&path.stroke)?;
        let mut data = paths::polyline(&path.points);
        if path.closed {
            data.push('Z');
        }
        let element = Element::open(&mut self.body, "path").text("d", &data);
        element.text("stroke-linejoin", "round").paint(path.fill, stroke).end();
        self.end_line()
    }

    fn quadratic(&mut self, curve: &QuadraticBezierShape) -> Result<(), SvgError> {
        let [from, control, to] =
            curve.points.map(|it| format!("{} {}", number(it.x), number(it.y)));
        let data = format!("M{from}Q{control} {to}");
        self.curve(data, curve.closed, curve.fill, &curve.stroke)
    }

    fn cubic(&mut self, curve: &CubicBezierShape) -> Result<(), SvgError> {
        let points = curve.points.map(|it| format!("{} {}", number(it.x), number(it.y)));
        let [from, first, second, to] = points;
        let data = format!("M{from}C{first} {second} {to}");
        self.curve(data, curve.closed, curve.fill, &curve.stroke)
    }

    fn curve(
        &mut self,
        mut data: String,
        is_closed: bool,
        fill: Color32,
        stroke: &PathStroke,
    ) -> Result<(), SvgError> {
        let stroke = solid(stroke)?;
        if is_closed {
            data.push('Z');
        }
        Element::open(&mut self.body, "path").text("d", &data).paint(fill, stroke).end();
        self.end_line()
    }

    fn mesh(&mut self, mesh: &egui::Mesh) -> Result<(), SvgError> {
        let areas = mesh::areas(mesh)
            .ok_or(SvgError::Unsupported { what: "a mesh with shades or a picture" })?;
        for area in areas {
            let data: String = area.rings.iter().map(|ring| paths::polyline(ring) + "Z").collect();
            Element::open(&mut self.body, "path").text("d", &data).fill(area.color).end();
            self.body.push('\n');
        }
        Ok(())
    }

    fn text(&mut self, shape: &TextShape) -> Result<(), SvgError> {
        let runs = text::runs(shape)?;
        if runs.is_empty() {
            return Ok(());
        }
        match self.text {
            SvgText::Text => self.letters_as_text(&runs, text::turn(shape)),
            SvgText::Outlines => self.letters_as_outlines(&runs, text::turn(shape)),
        }
        self.end_line()
    }

    /// One element a run, so that each starts where it should and is as long as it should be in any
    /// font; parts of an element may not have a length of their own in every program.
    fn letters_as_text(&mut self, runs: &[Run], turn: Option<(Pos2, f32)>) {
        let is_group = runs.len() > 1 || turn.is_some();
        if is_group {
            let group = Element::open(&mut self.body, "g");
            match turn {
                Some((at, degrees)) => turned(group, at, degrees).children(),
                None => group.children(),
            };
        }
        for run in runs {
            let element = Element::open(&mut self.body, "text");
            run_attributes(element, run).holding(&run.text);
        }
        if is_group {
            self.body.push_str("</g>");
        }
    }

    /// Outlines that need no font, under their text as a name for those who listen.
    fn letters_as_outlines(&mut self, runs: &[Run], turn: Option<(Pos2, f32)>) {
        let element = Element::open(&mut self.body, "g").text("aria-label", &text::plain(runs));
        let element = match turn {
            Some((at, degrees)) => turned(element, at, degrees),
            None => element,
        };
        element.children();
        for run in runs {
            let mut letters = String::new();
            let mut units_per_em = 1000;
            for (letter, start) in run.text.chars().zip(&run.starts) {
                let outline = self.letters.letter(letter, run.is_bold);
                units_per_em = outline.units_per_em;
                let Some(at) = outline.number else { continue };
                let x = (start - run.start()) * f32::from(units_per_em) / run.size_pt;
                let reference = format!("#{}g{at}", self.prefix);
                let mut element = Element::open(&mut letters, "use").text("xlink:href", &reference);
                if x.round() > 0.0 {
                    element = element.number("x", x.round());
                }
                element.end();
            }
            // More decimals than elsewhere: this one is multiplied by a thousand font units.
            let scale = run.size_pt / f32::from(units_per_em);
            let (x, y) = (number(run.start()), number(run.baseline));
            let place = format!("translate({x} {y})scale({scale})");
            let group = Element::open(&mut self.body, "g").text("transform", &place);
            group.fill(run.color).children().push_str(&letters);
            self.body.push_str("</g>");
        }
        self.body.push_str("</g>");
    }

    #[expect(clippy::unnecessary_wraps, reason = "ends every shape that can fail")]
    fn end_line(&mut self) -> Result<(), SvgError> {
        self.body.push('\n');
        Ok(())
    }

    /// The definitions that the elements refer to, and the elements.
    pub(super) fn finish(mut self) -> (String, String) {
        self.clip_to(None);
        self.flush_lines();
        let mut defs = String::new();
        for (at, clip) in self.clips.iter().enumerate() {
            let out = Element::open(&mut defs, "clipPath")
                .text("id", &format!("{}c{at}", self.prefix))
                .children();
            Element::open(out, "rect")
                .number("x", clip.left())
                .number("y", clip.top())
                .number("width", clip.width())
                .number("height", clip.height())
                .end();
            defs.push_str("</clipPath>\n");
        }
        for (at, outline) in self.letters.outlines().iter().enumerate() {
            let element = Element::open(&mut defs, "path");
            element.text("id", &format!("{}g{at}", self.prefix)).text("d", outline).end();
            defs.push('\n');
        }
        (defs, self.body)
    }
}

fn run_attributes<'a>(element: Element<'a>, run: &Run) -> Element<'a> {
    let mut element =
        element.number("x", run.start()).number("y", run.baseline).number("font-size", run.size_pt);
    if run.is_bold {
        element = element.text("font-weight", "600");
    }
    if run.starts.len() > 1 {
        let length = run.end - run.start();
        element = element.number("textLength", length).text("lengthAdjust", "spacingAndGlyphs");
    }
    element.fill(run.color)
}

fn turned(element: Element<'_>, at: Pos2, degrees: f32) -> Element<'_> {
    if degrees == 0.0 {
        return element;
    }
    let (degrees, x, y) = (number(degrees), number(at.x), number(at.y));
    element.text("transform", &format!("rotate({degrees} {x} {y})"))
}

/// Whether every point of `shape` is somewhere; bounds alone pass over points that are nowhere.
fn has_place(shape: &Shape) -> bool {
    let all = |points: &[Pos2]| points.iter().all(|it| it.is_finite());
    match shape {
        Shape::LineSegment { points, .. } => all(points),
        Shape::Path(path) => all(&path.points),
        Shape::QuadraticBezier(curve) => all(&curve.points),
        Shape::CubicBezier(curve) => all(&curve.points),
        Shape::Mesh(mesh) => mesh.vertices.iter().all(|it| it.pos.is_finite()),
        _ => true,
    }
}

/// A stroke that leaves no ink has no width either.
fn visible(stroke: Stroke) -> Stroke {
    if stroke.is_empty() { Stroke::NONE } else { stroke }
}

/// A path's stroke, which SVG centres on the path and paints in one colour.
fn solid(stroke: &PathStroke) -> Result<Stroke, SvgError> {
    match (&stroke.color, stroke.kind) {
        (ColorMode::Solid(color), StrokeKind::Middle) => {
            Ok(visible(Stroke::new(stroke.width, *color)))
        }
        _ if stroke.is_empty() => Ok(Stroke::NONE),
        _ => Err(SvgError::Unsupported { what: "a shaded or shifted stroke" }),
    }
}
