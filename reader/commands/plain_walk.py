"""The walk through an article that is read out line by line: a letter in, lines out. It knows no screen and no file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article
from reader.article.text.counted import many
from reader.commands.parser import read_number
from reader.export import spoken, summary_as_text
from reader.export.cells import make_visible
from reader.export.claim_words import speaker_actors

HELP = (
    "Each command is a letter and Enter.",
    "Enter alone: on, as before.",
    "p: next paragraph. n: next claim. b: back by one.",
    "c: the paragraph in which the claim stands.",
    "m: more by the same speaker; m and a name: the next claim by that one.",
    "A number: the claim of that number. / and words: the next paragraph with these words.",
    "s: summary. a: actors, and who says how much. t: title and facts. r: the last answer again.",
    "j, k: next and previous article, where there are several. l: the list of them.",
    "h: this help. q: quit.",
)
HINT = "Enter reads on, n next claim, h help, q quit."
_HEAD = frozenset(("title", "byline", "date"))
"""Blocks that the head of the reading tells."""

END = "End of the article. t begins again, q quits."
_count = partial(many, commas=True)


@dataclass(slots=True)
class Walk:
    """Stands at a paragraph (`block`, an index; -1 at the head) or at a claim (`claim`, an index; -1 at none)."""

    article: Article
    analysis: Analysis
    block: int = -1
    claim: int = -1
    walks_claims: bool = False
    """Whether Enter and b go from claim to claim, and not from paragraph to paragraph."""
    claims: tuple[Claim, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.claims = self.analysis.outer

    def head(self) -> list[str]:
        """Title, facts and length; whoever begins here begins again."""
        self.block, self.claim, self.walks_claims = -1, -1, False
        stats = self.analysis.stats
        length = f"{_count(stats.reading_minutes, 'minute')}, {_count(stats.words, 'word')}" if stats.words else ""
        return list(filter(None, (*title(self.article), length, *self._notes())))

    def _notes(self) -> list[str]:
        return [make_visible(f"Note: {note}.".replace("..", ".")) for note in self.analysis.notes]

    def summary(self) -> list[str]:
        """The summary's lines, after a line that says how many of how many."""
        picked = self.analysis.summary.sentences
        if not picked:
            return ["There is no summary."]
        lines = summary_as_text(self.article, self.analysis).split("\n")
        return [f"Summary: {len(picked)} of {len(self.analysis.sentences)} sentences.", *lines]

    def answer(self, asked: str) -> list[str]:
        """The lines that answer a command; one that is unknown is told so."""
        asked = asked.strip()
        letter, rest = asked[:1].casefold(), asked[1:].strip()
        if asked.isdecimal():
            return self._to_claim(read_number(asked) - 1)
        if letter == "/":
            return self._find(rest)
        if letter == "m" and (not rest or asked[1].isspace()):
            return self._more(rest)
        commands: dict[str, Callable[[], list[str]]] = {
            "": lambda: self._step(1),
            "p": self._paragraphs,
            "n": self._claims,
            "b": lambda: self._step(-1),
            "c": self._context,
            "s": self.summary,
            "a": self._actors,
            "t": self.head,
        }
        if rest or letter not in commands:
            return [f"{make_visible(asked[:20])} is no command; h tells all."]
        return commands[letter]()

    def everything(self) -> list[str]:
        """All paragraphs, then all claims: for one who cannot be asked."""
        blocks = [index for index in range(len(self.article.blocks)) if self._is_read(index)]
        text = [line for index in blocks for line in spoken.paragraph(self.article, self.article.blocks[index])]
        claims = [self._claim_line(index) for index in range(len(self.claims))]
        return [*text, *([f"{_count(len(claims), 'claim')}:"] if claims else []), *claims]

    # Steps ---------------------------------------------------------------------------------------------------

    def _paragraphs(self) -> list[str]:
        self.walks_claims = False
        return self._step(1)

    def _claims(self) -> list[str]:
        self.walks_claims = True
        return self._step(1)

    def _step(self, direction: int) -> list[str]:
        return self._step_claim(direction) if self.walks_claims else self._step_block(direction)

    def _step_block(self, direction: int) -> list[str]:
        index = self.block + direction
        while 0 <= index < len(self.article.blocks) and not self._is_read(index):
            index += direction
        if index >= len(self.article.blocks):
            return [END]
        if index < 0:
            return ["This is the beginning."]
        self.block, self.claim = index, -1
        return spoken.paragraph(self.article, self.article.blocks[index])

    def _step_claim(self, direction: int) -> list[str]:
        if not self.claims:
            return ["No claims were found in this article; p reads it."]
        if self.claim >= 0:
            index = self.claim + direction
        else:
            here = self.article.blocks[self.block].span[0] if self.block >= 0 else 0
            behind = (number for number, claim in enumerate(self.claims) if claim.span[1] > here)
            index = next(behind, len(self.claims)) - (direction < 0)
        if index < 0:
            return ["This is the first claim." if self.claim >= 0 else "No claim stands before this."]
        if index >= len(self.claims):
            return ["No more claims. b goes back, t to the beginning, q quits."]
        return self._to_claim(index)

    def _to_claim(self, index: int) -> list[str]:
        if not 0 <= index < len(self.claims):
            return [f"There are {_count(len(self.claims), 'claim')}."]
        self.claim, self.walks_claims = index, True
        self.block = self.article.block_at(self.claims[index].span[0])
        return [self._claim_line(index)]

    def _claim_line(self, index: int) -> str:
        words = spoken.claim(self.article, self.analysis, self.claims[index])
        doubt = ", doubtful" if self.claims[index].is_doubtful else ""
        return f"{words} ({index + 1} of {len(self.claims)}{doubt})"

    def _context(self) -> list[str]:
        if self.block < 0:
            return ["Nothing was read yet: Enter begins."]
        return spoken.paragraph(self.article, self.article.blocks[self.block])

    # Speakers and words --------------------------------------------------------------------------------------

    def _more(self, name: str) -> list[str]:
        if name:
            wanted = [index for index in range(len(self.claims)) if self._is_by(index, name)]
            if not wanted:
                return [f"Nobody called {make_visible(name[:40])} is quoted; a tells who is."]
        elif self.claim < 0:
            return ["More by whom? n goes to a claim; or m and a name."]
        else:
            key = _speaker(self.claims[self.claim])
            wanted = [index for index, claim in enumerate(self.claims) if _speaker(claim) == key]
        later = next((index for index in wanted if index > self.claim), None)
        if later is None:
            return [f"No more by them; they have {_count(len(wanted), 'claim')} in all."]
        return self._to_claim(later)

    def _is_by(self, index: int, name: str) -> bool:
        claim = self.claims[index]
        found = speaker_actors(self.analysis, claim)
        names = [claim.speaker_name or "", *(name for each in found for name in (each.name, *each.aliases))]
        return any(name.casefold() in each.casefold() for each in names)

    def _actors(self) -> list[str]:
        counts: dict[str, int] = {}
        for claim in self.claims:
            for id in claim.speakers or ((claim.speaker,) if claim.speaker else ()):
                counts[id] = counts.get(id, 0) + 1
        ordered = sorted(self.analysis.actors, key=lambda actor: -counts.get(actor.id, 0))
        lines = [spoken.actor(actor, counts[actor.id]) for actor in ordered if actor.id in counts]
        silent = ", ".join(make_visible(actor.name) for actor in ordered if actor.id not in counts)
        lines = [f"{_count(len(lines), 'speaker')}:", *lines] if lines else ["Nobody is quoted by name."]
        return [*lines, *([f"Named, and not quoted: {silent}"] if silent else [])]

    def _find(self, words: str) -> list[str]:
        if not words:
            return ["Find what? / and words."]
        texts = [make_visible(self.article.words_of(block.span)).casefold() for block in self.article.blocks]
        order = (*range(self.block + 1, len(texts)), *range(self.block + 1))
        found = next((index for index in order if words.casefold() in texts[index]), None)
        if found is None:
            return [f"{make_visible(words[:60])} does not stand in this article."]
        self.block, self.claim, self.walks_claims = found, -1, False
        return spoken.paragraph(self.article, self.article.blocks[found])

    def _is_read(self, index: int) -> bool:
        return self.article.blocks[index].kind not in _HEAD


def title(article: Article) -> list[str]:
    """The title, and where the article is from."""
    return [line for line in (make_visible(article.title or ""), spoken.facts(article)) if line]


def listed(titles: Sequence[str]) -> list[str]:
    """Several articles to pick from by number."""
    lines = [f"{number}: {make_visible(words)}" for number, words in enumerate(titles, 1)]
    return [f"{_count(len(lines), 'article')}:", *lines, "A number opens one."]


def _speaker(claim: Claim) -> str:
    return claim.speaker or claim.speaker_name or ""
