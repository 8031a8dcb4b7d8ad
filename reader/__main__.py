"""`python -m reader` and `reader`: ctrl+C is quiet also while the command line is being imported."""

import gc


def main() -> int:
    """Run the command line and give its exit status."""
    try:
        from reader.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130
    finally:
        # The process ends here, and its memory with it: Python need not look through all of it for circles first.
        gc.freeze()


if __name__ == "__main__":
    raise SystemExit(main())
