"""What the summariser lacks for an article's language, and the language's name, for the user."""

import re

from reader.article.model import Article


def note_language(article: Article) -> tuple[str, ...]:
    """One-line remarks on what a summary in this language does without; none for English."""
    code = article.language.lower().partition("-")[0]
    if code in ("", "en"):
        return ()
    from reader.analysis.summary.sumy_document import load_language

    lacking = load_language(code).lacking
    if not lacking:
        return ()
    name = name_language(code)
    called = f"{name} ({code})" if name else f"this language ({code})"
    return (f"the summary in {called} is made without {' and without '.join(lacking)}",)


def name_language(code: str) -> str:
    """The English name of a language by its ISO 639 code of two or three letters (a region after it is ignored).

    "" for a code that names none. The first call for a language but English reads a table: a tenth of a second.
    """
    code = re.split("[-_]", code.lower())[0]
    if code == "en":
        return "English"
    if len(code) not in (2, 3):
        return ""
    import pycountry

    found = pycountry.languages.get(**{f"alpha_{len(code)}": code})
    return re.sub(r"^Modern | \(.*\)$", "", found.name) if found else ""
