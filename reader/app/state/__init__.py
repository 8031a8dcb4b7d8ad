"""What is read, searched and shown, as values that know no screen."""
