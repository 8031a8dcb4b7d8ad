"""The trees of the `news` summariser."""
