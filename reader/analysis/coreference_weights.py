"""Weights of the pronoun model, one a feature; written by training/coreference/fit.py."""

WEIGHTS: tuple[float, ...] = (
    1.6025,  # sentences 0
    0.5952,  # sentences 1
    0.4815,  # sentences 2
    -0.0903,  # sentences 3 to 4
    -1.1307,  # sentences 5 to 8
    -0.5920,  # sentences 9 or more
    -2.2944,  # words apart
    -0.3131,  # paragraphs apart
    1.0341,  # last was subject
    0.4418,  # last was pronoun
    0.1217,  # subject of the sentence before
    0.4660,  # subject of this sentence
    -0.1230,  # latest of all
    -0.1448,  # mentions between
    1.4013,  # gender agrees
    -0.5351,  # gender unknown
    -0.0736,  # gender unknown, another agrees
    0.3789,  # last pronoun of this gender
    0.2752,  # times mentioned
    0.5193,  # share of all mentions
    0.1189,  # speaker of the last claim
    -0.0456,  # last was quoted, pronoun is not
    -0.9331,  # pronoun is quoted, last is not
    -0.2996,  # possessive and subject of this sentence
    0.4121,  # subject pronoun and named in this sentence
    -1.2547,  # object and subject of this sentence
    1.2688,  # starts the sentence and subject before
    0.4820,  # in a source
    0.6486,  # in a source and speaker of the last claim
    0.3967,  # in a source and subject of the sentence before
    0.5295,  # in the title
    -1.8662,  # nobody
    -0.3887,  # nobody and quoted
    0.4615,  # nobody and no gender agrees
    0.0538,  # nobody and no one near
)
