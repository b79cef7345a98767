//! Build step: turns the Fluent catalogues into one function a message.
//!
//! A message that one language lacks, or whose variables differ between the languages, stops the
//! build, so that no screen can ask for words that do not exist.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// What a build needs to know of one message.
struct Message {
    variables: Vec<String>,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = catalogues(&PathBuf::from(env::var("CARGO_MANIFEST_DIR")?));
    println!("cargo::rerun-if-changed={}", folder.display());
    let en = read(&folder.join("en.ftl"))?;
    let zh = read(&folder.join("zh.ftl"))?;
    check(&en, &zh)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("texts.rs"), generate(&en)?)?;
    Ok(())
}

/// The folder of the catalogues: in that of the package, or above it for the fuzz targets.
fn catalogues(package: &Path) -> PathBuf {
    let mut folders = package.ancestors().map(|it| it.join("assets/i18n"));
    folders.find(|it| it.is_dir()).unwrap_or_else(|| package.join("assets/i18n"))
}

fn read(path: &Path) -> Result<BTreeMap<String, Message>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let resource = parser::parse(text.as_str())
        .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let name = message.id.name.to_owned();
        let pattern = message.value.ok_or_else(|| format!("{name} has no value"))?;
        let mut variables = Vec::new();
        collect(&pattern, &mut variables);
        let text = text_of(&pattern);
        if messages.insert(name.clone(), Message { variables, text }).is_some() {
            return Err(format!("{}: {name} stands twice", path.display()).into());
        }
    }
    Ok(messages)
}

fn text_of(pattern: &Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable { .. } => "…".to_owned(),
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn collect(pattern: &Pattern<&str>, variables: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut Vec<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            for variant in variants {
                collect(&variant.value, variables);
            }
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } if !variables.iter().any(|v| v == id.name) => {
            variables.push(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        _ => {}
    }
}

fn check(
    en: &BTreeMap<String, Message>,
    zh: &BTreeMap<String, Message>,
) -> Result<(), Box<dyn Error>> {
    let mut problems = String::new();
    for name in en.keys().filter(|name| !zh.contains_key(*name)) {
        writeln!(problems, "zh.ftl lacks {name}")?;
    }
    for name in zh.keys().filter(|name| !en.contains_key(*name)) {
        writeln!(problems, "en.ftl lacks {name}")?;
    }
    for (name, message) in en {
        let Some(other) = zh.get(name) else { continue };
        let ours: BTreeSet<_> = message.variables.iter().collect();
        let theirs: BTreeSet<_> = other.variables.iter().collect();
        if ours != theirs {
            writeln!(problems, "{name}: variables differ: en {ours:?}, zh {theirs:?}")?;
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}

fn generate(en: &BTreeMap<String, Message>) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    let plain: Vec<_> = en.iter().filter(|(_, m)| m.variables.is_empty()).collect();
    writeln!(code, "const PLAIN: &[&str] = &[")?;
    for (name, _) in &plain {
        writeln!(code, "    {name:?},")?;
    }
    writeln!(code, "];\n\nimpl Texts {{")?;
    for (at, (name, message)) in plain.iter().enumerate() {
        let function = name.replace('-', "_");
        writeln!(code, "    /// “{}”", message.text)?;
        writeln!(
            code,
            "    #[must_use]\n    pub fn {function}(&self) -> &str {{ self.plain({at}) }}"
        )?;
    }
    for (name, message) in en.iter().filter(|(_, m)| !m.variables.is_empty()) {
        let function = name.replace('-', "_");
        let mut variables = message.variables.clone();
        variables.sort();
        let parameters: Vec<_> = variables
            .iter()
            .map(|v| format!("{}: impl Into<FluentValue<'a>>", v.replace('-', "_")))
            .collect();
        let pairs: Vec<_> =
            variables.iter().map(|v| format!("({v:?}, {}.into())", v.replace('-', "_"))).collect();
        writeln!(code, "    /// “{}”; arguments in alphabetical order.", message.text)?;
        writeln!(code, "    #[must_use]")?;
        let reason = "one argument for each variable of the message";
        writeln!(code, "    #[allow(clippy::too_many_arguments, reason = {reason:?})]")?;
        writeln!(
            code,
            "    pub fn {function}<'a>(&self, {}) -> String {{\n        self.filled({name:?}, [{}])\n    }}",
            parameters.join(", "),
            pairs.join(", ")
        )?;
    }
    writeln!(code, "}}")?;
    Ok(code)
}
