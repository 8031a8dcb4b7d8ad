"""Fetching a page: addresses, compression, limits, and the pages fetched a moment ago."""
