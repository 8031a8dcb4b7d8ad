"""Speed and quality, each a command that prints a table: `python -m benchmarks` runs those that need no data."""
