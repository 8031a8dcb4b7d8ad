"""What a user is told when something raised."""

from reader.commands import streams


def told(error: Exception) -> str:
    """One line on what is wrong: the error's own words where they were written for users, else an internal error."""
    from reader.article.model import ArticleError

    if isinstance(error, ArticleError):
        return str(error)
    if isinstance(error, MemoryError):
        from reader.child_process import NO_MEMORY

        return NO_MEMORY
    from reader.analysis.summary import MethodRefused

    return str(error) if isinstance(error, MethodRefused) else streams.internal_error(error)
