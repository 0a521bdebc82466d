"""Two communities in one workspace: nothing of one reaches the people of the other."""
