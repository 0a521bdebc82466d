"""Solutions from the ground: proposed by those who live it, tried on a small scale, rolled out or stopped."""
