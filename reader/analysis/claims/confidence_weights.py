"""Weights of a claim's confidence; written by training/confidence/fit.py."""

WEIGHTS: tuple[float, ...] = (
    -1.0065,  # always
    0.5167,  # content
    -0.0132,  # cue
    0.0813,  # tie of content to cue
    0.2806,  # source
    0.2385,  # tie of cue to source
    -0.8096,  # no source found
    -0.0137,  # quoted
)
