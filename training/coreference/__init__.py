"""Who he, she, it, they and "the company" are, what kind each name has, and how sure an actor is: their weights."""
