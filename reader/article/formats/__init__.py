"""One file for each format that an article comes in."""
