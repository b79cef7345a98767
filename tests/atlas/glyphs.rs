//! No shipped text asks for a character that the shipped fonts lack.

use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn both_weights_have_every_character_of_data_catalogues_and_help() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![root.join("data.ron")];
    for folder in ["assets/i18n", "assets/help"] {
        let files = fs::read_dir(root.join(folder)).unwrap();
        texts.extend(files.map(|it| it.unwrap().path()));
    }
    let mut wanted = BTreeSet::new();
    for text in texts {
        let text = fs::read_to_string(text).unwrap();
        wanted.extend(text.chars().filter(|c| !c.is_control()));
    }
    assert!(wanted.contains(&'浙') && wanted.contains(&'Z'));
    for weight in ["Regular", "SemiBold"] {
        let path = root.join(format!("assets/fonts/NotoSansSC-{weight}.ttf"));
        let bytes = fs::read(path).unwrap();
        let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
        let lacking: Vec<_> = wanted.iter().filter(|c| face.glyph_index(**c).is_none()).collect();
        assert!(lacking.is_empty(), "{weight} lacks {lacking:?}; run assets/fonts/subset.sh");
    }
}
