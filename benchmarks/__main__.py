"""Everything that needs no data of its own."""

from benchmarks import samples, screen, speed, startup


def main() -> None:
    startup.main()
    speed.main([])
    screen.main()
    samples.main(verbose=False)
    print("\nWith the shared data at hand: python -m benchmarks.shared_scores FOLDER")


if __name__ == "__main__":
    main()
