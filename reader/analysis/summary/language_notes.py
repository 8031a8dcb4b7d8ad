"""What the summariser lacks for an article's language, for the user."""

from reader.article.model import Article


def language_notes(article: Article) -> tuple[str, ...]:
    """One-line remarks on what a summary in this language does without; none for English."""
    code = article.language.lower().partition("-")[0]
    if code in ("", "en"):
        return ()
    from reader.analysis.summary.document import language

    lacking = language(code).lacking
    if not lacking:
        return ()
    return (f"the summary in this language ({code}) is made without {' and without '.join(lacking)}",)
