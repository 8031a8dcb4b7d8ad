"""NLTK imported without SciPy: where that happens to be installed, it takes longer to import than all the rest.

NLTK asks it for a measure of word pairs, and for a parser where scikit-learn is there too; Reader needs neither.
It is left out while NLTK is imported, and fetched when somebody else in this process asks for the measure after all.
"""

import sys
from importlib import import_module
from importlib.util import find_spec


def _fisher_exact(*arguments: object, **options: object) -> object:
    measure: object = import_module("scipy.stats").fisher_exact(*arguments, **options)
    return measure


if "nltk" not in sys.modules and "scipy" not in sys.modules and find_spec("scipy") and not find_spec("sklearn"):
    sys.modules["scipy"] = None  # type: ignore[assignment]  # Python's own way to say: not to be imported
    try:
        from nltk.metrics import association
    finally:
        del sys.modules["scipy"]
    association.fisher_exact = _fisher_exact
