"""Themes read from TOML files, and the contrast of their colours."""
