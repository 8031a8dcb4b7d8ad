"""How the shipped weights were made; nothing here is needed at run time."""
