"""Very many articles: how fast (`python -m benchmarks.archive`), and what it withstands (`.killed`, `.hostile`)."""
