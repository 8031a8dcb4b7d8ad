"""A page becomes an article: cleaned, its body found, its facts and figures read."""
