"""The gate on quality: how well the engine does on articles and pages of our own, against a baseline in the repository.

`marks` reads what a careful reader marked (`tests/gold`); `claims`, `actors`, `summaries` and `pages` each compare one
part of the engine's work with it, as shares of right ones; `figures` compares the shares with the baseline.
"""
