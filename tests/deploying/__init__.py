"""The files with which it is run stay in step with the program."""
