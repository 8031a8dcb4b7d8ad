"""The invented events of `events.toml` as articles with claims, as if the engine had found each."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.model import Actor, Analysis, Claim, ClaimKind
from reader.article import article_from_text
from reader.compare.model import Key, Side
from reader.compare.statements import Statement

_BODIES = frozenset(("Corvane Bank", "Lionheart Pictures", "Sweetwater", "staff union"))
Line = tuple[str, str, str, str]
"""Who is said to have spoken, the speaker's name, the content, the statements that it reports."""


@dataclass(frozen=True)
class OwnEvent:
    """Papers, and which statements each of their claims reports."""

    name: str
    sides: list[Side]
    reported: dict[Key, set[str]]

    def judge(self, one: Statement, other: Statement) -> float:
        """1 where two claims have a statement in common, else 0."""
        return float(bool(self.reported[one.key] & self.reported[other.key]))


def read_own_events() -> list[OwnEvent]:
    """All of them."""
    told = tomllib.loads((Path(__file__).parent / "events.toml").read_text(encoding="utf-8"))
    events = []
    for event in told["event"]:
        papers = [_read(lines) for lines in event["papers"]]
        reported = {(at, claim): said for at, (_, of_claims) in enumerate(papers) for claim, said in of_claims.items()}
        events.append(OwnEvent(event["name"], [side for side, _ in papers], reported))
    return events


def _read(lines: list[Line]) -> tuple[Side, dict[str, set[str]]]:
    """A paper of one paragraph a claim."""
    shown = [f"{source} said that {content}." for source, _, content, _ in lines]
    article = article_from_text("\n\n".join(shown))
    actors: dict[str, Actor] = {}
    claims: list[Claim] = []
    reported: dict[str, set[str]] = {}
    at = 0
    for number, ((source, name, content, said), line) in enumerate(zip(lines, shown, strict=True)):
        start = article.text.index(line, at)
        at = start + len(line)
        begin = start + len(source) + len(" said that ")
        whole = content.startswith("“") and content.endswith("”")
        kind: ClaimKind = "direct" if whole else "mixed" if "“" in content else "indirect"
        span = (begin + whole, begin + len(content) - whole)
        if name:
            actors.setdefault(name, Actor(f"a{len(actors) + 1}", name, "organisation" if name in _BODIES else "person"))
        speaker = actors[name].id if name else None
        claim = Claim(
            f"c{number}",
            kind,
            "said",
            (span,),
            source=((start, start + len(source)),),
            speaker=speaker,
            speaker_name=name or source,
        )
        claims.append(claim)
        reported[claim.id] = set(said.split(","))
    return Side(article, Analysis(actors=tuple(actors.values()), claims=tuple(claims))), reported
