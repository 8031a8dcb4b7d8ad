"""`python -m reader` and `reader`: ctrl+C is quiet also while the command line is being imported."""


def main() -> int:
    """Run the command line and give its exit status."""
    try:
        from reader.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
