"""One function per thing the bot does. Each passes free text through the privacy gate, then opens one unit of work."""
