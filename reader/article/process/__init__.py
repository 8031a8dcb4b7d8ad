"""The process apart in which bytes from outside are parsed, so that it can be stopped at any time."""
