"""How sure a finder is of a name and its kind, from 0 to 1, by what vouches for it.

Only the order counts, and where each stands beside `SETTLED` and `SHOWN`: a naming that is settled gives its kind to
the others of its spelling, and one that is not shown is no name.
"""

LABEL = 0.95
"""What a transcript calls the speaker of a turn."""
VOUCHED = 0.9
"""On a list: of places, of given names with a surname behind, in a word that organisations are called by at an end of
the name, behind a title or an office."""
HOLDS_BODY = 0.8
"""A word that organisations are called by inside the name, or a title in front of it inside a run of capitals; and what
a tagger must be sure of to overrule a list of places."""
BESIDE_CUE = 0.75
"""Two or three capitalised words with a comma or a verb of saying beside them."""
SETTLED = 0.7
"""From here on a naming gives its kind to the others of its spelling: initials do, and who follows another naming."""
LEANING = 0.6
"""A given name alone, a word with a verb of saying behind it, a word behind "in" or "from"."""
SHAPED = 0.55
"""Two or three capitalised words with nothing beside them."""
UNKNOWN = 0.5
"""Nothing is known of it."""
LONG = 0.45
"""More than three capitalised words, which are more often a body than a person."""
SHOWN = 0.4
"""One capitalised word with nothing beside it. What is less sure is no name."""
