"""What the bot keeps about people: how long, what, for whom to see, and how it ends."""
