"""Weights of a claim's confidence; written by training/confidence/fit.py."""

WEIGHTS: tuple[float, ...] = (
    -1.1184,  # always
    0.5475,  # content
    0.1248,  # cue
    0.2512,  # tie of content to cue
    0.1365,  # source
    0.0575,  # tie of cue to source
    -0.3873,  # no source found
    0.1650,  # quoted
)
