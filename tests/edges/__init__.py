"""The small edges: settings, the Web API client, its answers and what they mean, ticks, Socket Mode."""
