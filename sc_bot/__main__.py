"""Starts the command line."""

from sc_bot.commands import main

if __name__ == "__main__":
    main()
