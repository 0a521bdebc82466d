"""What the bot keeps about people, and how it ends."""
