"""The demo's page in a real browser: what is on the screen, by clicking as each role."""
