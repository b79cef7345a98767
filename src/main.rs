//! Parses the command line and hands over.

use std::process::ExitCode;

fn main() -> ExitCode {
    city_atlas::cli::main()
}
