//! City Atlas.
