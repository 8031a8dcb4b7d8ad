"""What the process beside the screen's is asked to do: each job is a value that pickles, and knows how it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader.analysis.model import Analysis, Sentence
from reader.app.state.findings import Finding, findings_of
from reader.app.state.laid import Compared, How, Laid
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.analysis.summary import Ranking
    from reader.compare import Comparison

Step = Callable[[str], None]
Result_co = TypeVar("Result_co", covariant=True)


class Job(Protocol[Result_co]):
    """Work whose steps are told while it is done."""

    def do(self, step: Step) -> Result_co: ...


@dataclass(frozen=True, slots=True)
class Analyse:
    """Everything that is found in an article; an unknown method is the default one."""

    article: Article
    method: str | None = None
    sentences: int | None = None
    voices: bool = False

    def do(self, step: Step) -> Analysis:
        from reader.analysis import analyse
        from reader.analysis.summary import METHODS

        method = self.method if self.method in METHODS else None
        return analyse(self.article, method=method, sentences=self.sentences, voices=self.voices, on_progress=step)


@dataclass(frozen=True, slots=True)
class Remark:
    """Whether an article is too short for a summary, and the name of its language."""

    article: Article
    sentences: tuple[Sentence, ...]

    def do(self, step: Step) -> tuple[bool, str]:
        from reader.analysis.summary import is_too_short, name_language

        return is_too_short(self.article, self.sentences), name_language(self.article.language)


@dataclass(frozen=True, slots=True)
class Rank:
    """The sentences ranked by a method."""

    article: Article
    sentences: tuple[Sentence, ...]
    method: str

    def do(self, step: Step) -> "Ranking":
        from reader.analysis.summary import rank

        return rank(self.article, self.sentences, self.method, on_progress=step)


@dataclass(frozen=True, slots=True)
class RankVoices:
    """The sentences ranked by a method, the main speakers moved up."""

    article: Article
    analysis: Analysis
    method: str

    def do(self, step: Step) -> "Ranking":
        from reader.analysis.summary import add_voices, rank

        ranking = rank(self.article, self.analysis.sentences, self.method, on_progress=step)
        return add_voices(self.article, self.analysis, ranking)


@dataclass(frozen=True, slots=True)
class RankAbout:
    """The sentences that bear on words or a question."""

    article: Article
    analysis: Analysis
    query: str

    def do(self, step: Step) -> "Ranking":
        from reader.analysis.summary import rank_query

        actors = self.analysis.actors
        return rank_query(self.article, self.analysis.sentences, self.query, actors=actors, on_progress=step)


@dataclass(frozen=True, slots=True)
class RankSpeaker:
    """What one actor says."""

    article: Article
    analysis: Analysis
    actor: str

    def do(self, step: Step) -> "Ranking":
        from reader.analysis.summary import rank_speaker

        return rank_speaker(self.article, self.analysis, self.actor, on_progress=step)


@dataclass(frozen=True, slots=True)
class RankSides:
    """One sentence for each of the main speakers."""

    article: Article
    analysis: Analysis

    def do(self, step: Step) -> "Ranking":
        from reader.analysis.summary import rank_sides

        return rank_sides(self.article, self.analysis, on_progress=step)


@dataclass(frozen=True, slots=True)
class Compare:
    """Articles about one event; or, by `how`, two editions of one page, or an article and (last) its record.

    Gives what was found and how it is laid out. `subjects` are articles with what was found in them.
    """

    subjects: tuple[tuple[Article, Analysis], ...]
    names: tuple[str, ...]
    how: How

    def do(self, step: Step) -> Compared:
        from reader.app.state import laying
        from reader.compare import Side, check_record, compare, compare_editions
        from reader.compare.weaving import weave

        step("comparing")
        if self.how == "articles":
            found = compare(self.subjects)
            table = laying.tabulate(self.subjects, self.names, found) if len(self.subjects) > 2 else None
            return Compared(found, laying.lay_articles(self.subjects, self.names, found), table)
        one, other = self.subjects
        if self.how == "editions":
            changes = compare_editions(one, other)
            return Compared(changes, laying.lay_editions(self.names, changes, weave(Side(*one), Side(*other))))
        quotes = check_record(one, other[0])
        return Compared(quotes, laying.lay_record(one, other[0], self.names, quotes))


@dataclass(frozen=True, slots=True)
class LayPair:
    """Two of the articles that were compared, side by side."""

    subjects: tuple[tuple[Article, Analysis], ...]
    names: tuple[str, ...]
    found: "Comparison"
    pair: tuple[int, int]

    def do(self, step: Step) -> Laid:
        from reader.app.state.laying import lay_articles

        return lay_articles(self.subjects, self.names, self.found, self.pair)


@dataclass(frozen=True, slots=True)
class LookThrough:
    """What an article tells of itself."""

    article: Article
    analysis: Analysis

    def do(self, step: Step) -> tuple[Finding, ...]:
        from reader.compare.audit import audit

        return findings_of(self.article, audit(self.article, self.analysis))


def work(job: bytes, step: Callable[[bytes], None]) -> bytes:
    """Do a pickled job, in the other process, and pickle what it gives."""
    import pickle

    wanted: Job[object] = pickle.loads(job)
    return pickle.dumps(wanted.do(lambda doing: step(doing.encode("utf-8", "replace"))))
