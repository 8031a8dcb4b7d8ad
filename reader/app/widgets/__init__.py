"""Small parts that screens and panels are made of."""
