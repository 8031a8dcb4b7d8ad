"""The commands of the reading screen, one file for each group."""
