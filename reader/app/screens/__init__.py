"""The other screens: the first page, loading, lists to pick from, help, an audit and questions."""
