"""Following up: a short model, sleeping workers, killed workers, every time zone."""
