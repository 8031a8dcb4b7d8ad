"""Weights of the pronoun model, one a feature; written by training/coreference/fit.py."""

WEIGHTS: tuple[float, ...] = (
    1.5095,  # sentences 0
    0.6145,  # sentences 1
    0.4540,  # sentences 2
    -0.0423,  # sentences 3 to 4
    -1.1467,  # sentences 5 to 8
    -0.5045,  # sentences 9 or more
    -2.3888,  # words apart
    -0.3134,  # paragraphs apart
    1.0312,  # last was subject
    0.3974,  # last was pronoun
    0.0157,  # subject of the sentence before
    0.4714,  # subject of this sentence
    -0.0991,  # latest of all
    -0.1022,  # mentions between
    1.4783,  # gender agrees
    -0.5939,  # gender unknown
    -0.1457,  # gender unknown, another agrees
    0.3825,  # last pronoun of this gender
    0.3035,  # times mentioned
    0.5075,  # share of all mentions
    0.1084,  # speaker of the last claim
    -0.0188,  # last was quoted, pronoun is not
    -0.9467,  # pronoun is quoted, last is not
    -0.2925,  # possessive and subject of this sentence
    0.4738,  # subject pronoun and named in this sentence
    -1.1167,  # object and subject of this sentence
    1.3576,  # starts the sentence and subject before
    0.4265,  # in a source
    0.6378,  # in a source and speaker of the last claim
    0.4008,  # in a source and subject of the sentence before
    0.3066,  # in a source behind a quotation
    2.5826,  # in a source behind a quotation and speaker of the last claim
    0.0970,  # in a source behind a quotation and subject of the sentence before it
    0.5403,  # in the title
    -1.8844,  # nobody
    -0.3952,  # nobody and quoted
    0.4483,  # nobody and no gender agrees
    0.1053,  # nobody and no one near
)
