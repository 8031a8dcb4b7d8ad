"""What runs beside the screen: threads, the process that analyses, and the early opening of an article."""
