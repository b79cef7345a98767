//! What a frame of the window costs, without drawing it on a screen: layout and shapes of each tab,
//! and the work after a click. A display of 60 Hz leaves 16.7 ms for a frame.

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::{Action, Tab, ViewState},
    ui::{Scene, theme},
};
use divan::Bencher;
use egui::{Context, RawInput, Rect, pos2, vec2};

fn main() {
    divan::main();
}

const TABS: [Tab; 5] = Tab::ALL;

/// The app on `tab`, with two cities chosen, after the frames in which it settles.
fn settled(tab: Tab) -> Option<(Context, AtlasApp)> {
    let loaded = files::built_in().ok()?;
    let mut state = ViewState::first(&loaded.data, Lang::Zh);
    state.tab = tab;
    state.selected = Some("taizhou".into());
    state.compared = Some("lishui".into());
    let mut app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    let ctx = Context::default();
    theme::install(&ctx);
    for _ in 0..4 {
        frame(&ctx, &mut app);
    }
    Some((ctx, app))
}

fn frame(ctx: &Context, app: &mut AtlasApp) -> usize {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0));
    let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    let output = ctx.run_ui(input, |ui| app.show(ui));
    let shapes = output.shapes.len();
    output.drop_without_applying_deltas();
    shapes
}

/// One frame at rest.
#[divan::bench(args = TABS.map(|tab| tab as usize))]
fn at_rest(bencher: Bencher<'_, '_>, tab: usize) {
    let Some((ctx, mut app)) = TABS.get(tab).and_then(|tab| settled(*tab)) else { return };
    bencher.bench_local(|| frame(&ctx, &mut app));
}

/// A click on another city and the frame that shows it.
#[divan::bench(args = TABS.map(|tab| tab as usize))]
fn after_a_click(bencher: Bencher<'_, '_>, tab: usize) {
    let Some((ctx, mut app)) = TABS.get(tab).and_then(|tab| settled(*tab)) else { return };
    let mut cities = ["hangzhou", "wenzhou"].into_iter().cycle();
    bencher.bench_local(|| {
        let city = cities.next().unwrap_or_default();
        app.act(&ctx, Action::Select(city.to_owned()));
        frame(&ctx, &mut app)
    });
}

/// Working out everything that the window shows.
#[divan::bench(args = TABS.map(|tab| tab as usize))]
fn scene(bencher: Bencher<'_, '_>, tab: usize) {
    let Some(loaded) = files::built_in().ok() else { return };
    let mut state = ViewState::first(&loaded.data, Lang::Zh);
    state.tab = TABS.get(tab).copied().unwrap_or_default();
    bencher.bench(|| Scene::new(&loaded.data, &state));
}

/// Loading and checking the shipped file, with its map.
#[divan::bench]
fn load() -> bool {
    files::built_in().is_ok()
}
