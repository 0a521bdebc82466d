"""Try-outs, as Slack sends them."""
