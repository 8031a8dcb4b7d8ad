"""The screen: Textual app, screens, widgets, commands, themes, clipboard."""
