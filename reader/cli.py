"""The command line: thin, imports the screen only to show it."""


def main() -> int:
    """Run the command line and give its exit status."""
    return 0
