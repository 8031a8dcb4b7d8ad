"""Weights of a claim's confidence; written by training/confidence/fit.py."""

WEIGHTS: tuple[float, ...] = (
    -2.3181,  # always
    0.5541,  # content
    0.1889,  # cue
    0.1498,  # tie of content to cue
    0.2206,  # source
    0.1309,  # tie of cue to source
    0.4682,  # no source found
    0.4042,  # quoted
)
