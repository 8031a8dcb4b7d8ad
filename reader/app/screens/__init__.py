"""The other screens: home, a list to choose from, loading, help and questions."""
