"""The commands behind the command line, one file each; this imports none, to keep `reader --help` quick."""
