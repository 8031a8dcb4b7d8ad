"""Weights of a claim's confidence; written by training/confidence/fit.py."""

WEIGHTS: tuple[float, ...] = (
    -1.5681,  # always
    0.6130,  # content
    0.0830,  # cue
    0.1208,  # tie of content to cue
    0.1593,  # source
    0.1988,  # tie of cue to source
    -0.0368,  # no source found
    -0.0173,  # quoted
)
