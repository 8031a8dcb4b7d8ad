"""The home screen: the library as a front page, and what can be found in it."""
