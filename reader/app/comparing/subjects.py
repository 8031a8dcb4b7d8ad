"""The texts that are compared: opened, analysed and compared beside the screen; what each is called."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.analysis.model import Analysis
from reader.app.background.work import Work
from reader.app.settings.settings import Settings
from reader.app.state.laid import Compared, How, Subject
from reader.article.model import Article, ArticleError

Progress = Callable[..., None]
"""Told what is being done, and perhaps how much of it is done (0 to 1)."""


def compare_subjects(
    subjects: Sequence[Subject], how: How, work: Work, settings: Settings, stdin: bytes | None, progress: Progress
) -> tuple[tuple[Subject, ...], Compared]:
    """Open and analyse what is not yet, and compare. Raises ArticleError, which names the text it was."""
    done = []
    for number, subject in enumerate(subjects):
        progress(f"opening {number + 1} of {len(subjects)}")
        try:
            article = subject.article or work.open(subject.source, stdin, progress)
        except ArticleError as error:
            raise ArticleError(_told_of(subject.source, str(error))) from error
        analysis = subject.analysis
        if analysis is None and how == "record" and number:
            analysis = Analysis(())
        if analysis is None:
            progress(f"analysing {number + 1} of {len(subjects)}")
            analysis = work.analyse(article, settings, progress)
        done.append(replace(subject, article=article, analysis=analysis))
    return tuple(done), work.compare(pairs_of(done), names_of(done, how), how, progress)


def _told_of(source: str, problem: str) -> str:
    """A problem with the name of the text that has it, where it does not tell."""
    from reader.article.text.safe import safe_text

    name = safe_text(source, lines=False)
    return problem if name in problem else f"{name}: {problem}"


def name_of(subject: Subject, article: Article, how: How) -> str:
    """What a text is called: the name given, else its outlet, else its title, with its day."""
    from reader.article.text.safe import safe_text

    if how == "editions":
        when = (article.published or "")[:16].replace("T", " ")
        return subject.name or when or safe_text(article.source, lines=False) or "pasted text"
    name = subject.name or article.site or article.title or safe_text(article.source, lines=False) or "pasted text"
    day = "" if subject.name else (article.published or "")[:10]
    return f"{name} · {day}" if day else name


def pairs_of(subjects: Sequence[Subject]) -> tuple[tuple[Article, Analysis], ...]:
    """The articles with what was found in them, of subjects that are opened and analysed."""
    return tuple((s.article, s.analysis) for s in subjects if s.article is not None and s.analysis is not None)


def names_of(subjects: Sequence[Subject], how: How) -> tuple[str, ...]:
    """What the texts of opened subjects are called."""
    return tuple(name_of(s, s.article, how) for s in subjects if s.article is not None)
