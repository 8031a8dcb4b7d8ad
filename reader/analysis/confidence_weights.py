"""Weights of a claim's confidence; written by training/confidence/fit.py."""

WEIGHTS: tuple[float, ...] = (
    -0.9502,  # always
    0.5880,  # content
    0.0755,  # cue
    0.2535,  # tie of content to cue
    0.1433,  # source
    0.0332,  # tie of cue to source
    -0.1959,  # no source found
    0.2576,  # quoted
)
