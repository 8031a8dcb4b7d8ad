from benchmarks.archive.speed import main

if __name__ == "__main__":
    main()
