"""Weights of the pronoun model, one a feature; written by training/coreference/fit.py."""

WEIGHTS: tuple[float, ...] = (
    1.6098,  # sentences 0
    0.6007,  # sentences 1
    0.4825,  # sentences 2
    -0.0915,  # sentences 3 to 4
    -1.1290,  # sentences 5 to 8
    -0.6075,  # sentences 9 or more
    -2.2834,  # words apart
    -0.3128,  # paragraphs apart
    1.0411,  # last was subject
    0.4447,  # last was pronoun
    0.1296,  # subject of the sentence before
    0.4645,  # subject of this sentence
    -0.1273,  # latest of all
    -0.1521,  # mentions between
    1.4013,  # gender agrees
    -0.5363,  # gender unknown
    -0.0813,  # gender unknown, another agrees
    0.3703,  # last pronoun of this gender
    0.2756,  # times mentioned
    0.4975,  # share of all mentions
    0.1527,  # speaker of the last claim
    -0.0348,  # last was quoted, pronoun is not
    -0.9325,  # pronoun is quoted, last is not
    -0.3003,  # possessive and subject of this sentence
    0.4044,  # subject pronoun and named in this sentence
    -1.2599,  # object and subject of this sentence
    1.3284,  # starts the sentence and subject before
    0.6109,  # in a source
    0.5272,  # in the title
    -1.8650,  # nobody
    -0.3896,  # nobody and quoted
    0.4550,  # nobody and no gender agrees
    0.0555,  # nobody and no one near
)
