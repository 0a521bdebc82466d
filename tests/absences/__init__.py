"""Who covers, by pure rules: chains, circles, continua."""
