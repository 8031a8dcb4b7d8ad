"""Claims of whole articles as people read them, and what they say of what is found there."""
