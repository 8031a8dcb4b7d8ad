"""Copying to the clipboard and pasting from it, on every platform and over ssh."""
