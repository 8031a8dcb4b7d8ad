"""From an `Analysis` to what others read: JSON, Markdown, CSV, citations."""
