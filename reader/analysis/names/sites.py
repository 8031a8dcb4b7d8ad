"""Names of sites, which end in their domain: "Harbour.com", "Quayside.co.uk"."""

import re

_DOMAIN = re.compile(
    r"\.(?:(?:com?|org|net|gov|ac)(?:\.(?:uk|au|nz|za|in))?|info|news|tv|io|ai|fm|eu|de|fr)\b(?![/@\w-])", re.ASCII
)


def match_site(behind: str) -> re.Match[str] | None:
    """The domain that text behind a name begins with."""
    return _DOMAIN.match(behind)


def cut_domain(word: str) -> str:
    """A word without the domain that it ends in."""
    at = word.find(".", 1)
    found = _DOMAIN.match(word, at) if at > 0 else None
    return word[:at] if found is not None and found.end() == len(word) else word
