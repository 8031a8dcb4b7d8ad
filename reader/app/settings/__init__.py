"""The user's settings and keys, read from TOML files."""
