"""The reading screen: the article beside its panels, and the commands that work on it."""
