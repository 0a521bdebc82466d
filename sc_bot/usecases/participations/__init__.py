"""Several institutions, one problem: one leads, others are asked to contribute, and answer."""
