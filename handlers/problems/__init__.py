"""Problems: the command, the shortcut, the buttons, the windows, and what is typed to the bot."""
