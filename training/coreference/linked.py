"""Whom the engine takes it and they for, on GUM: what reaches the reader, and not what the fits say of themselves.

    python -m training.coreference.linked --gum DATA/gum/dev --score SCORE [--each]

An it or they (and their forms) is right where the actor that lists it is the one of its gold group: most of the
actor's matched names are of that group. Told for those that a named person or organisation stands behind (how many are
right, how many wrong), for all links made (how many are wrong), and for those that stand for people or bodies without a
name. `--each` prints every pronoun of the first kind and every wrong link.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.analysis import analyse
from reader.analysis.actors.references import PRONOUNS
from reader.article import article_from_text

SPOKEN_FOR = ("person", "organization")


@dataclass(frozen=True)
class Link:
    """One pronoun: where it stands, whether a named person or organisation is behind it, and what was made of it."""

    doc: str
    word: str
    around: str
    named: bool
    linked: str | None
    right: bool


def list_links(doc: dict[str, Any]) -> Iterator[Link]:
    """Every it and they of a document."""
    import run_actors
    import run_claims

    article = article_from_text(doc["text"], source=doc["name"])
    found = analyse(article)
    gold = run_actors.Gold(doc)
    span = run_claims.mapper(article.text, doc["text"])
    told = [
        (number, raw, article.text[slice(*mention)])
        for number, actor in enumerate(found.actors)
        for mention in actor.mentions
        if (raw := span(*mention)) and raw[0] >= doc["body"]
    ]
    matched = run_actors.match(gold, told)
    votes: dict[int, Counter[Any]] = defaultdict(Counter)
    for index, mention in matched.items():
        if gold.m[mention]["must"]:
            votes[told[index][0]][gold.m[mention]["group"]] += 1
    owner = {number: groups.most_common(1)[0][0] for number, groups in votes.items()}
    linked = {raw[0]: number for number, raw, words in told if words.lower() in PRONOUNS}
    for token in doc["tokens"]:
        start, end = token["span"]
        word = doc["text"][start:end].lower()
        if word not in PRONOUNS or start < doc["body"]:
            continue
        behind = next((m for m in doc["mentions"] if m["pronoun"] and m["span"][0] == start), None)
        group = behind["group"] if behind else None
        who = linked.get(start)
        yield Link(
            doc["name"],
            word,
            " ".join(doc["text"][max(0, start - 60) : end + 40].split()),
            behind is not None and behind["group_type"] in SPOKEN_FOR and group in gold.named_groups,
            None if who is None else found.actors[who].name,
            who is not None and group is not None and owner.get(who) == group,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True, help="folder of .conllu files")
    parser.add_argument("--score", required=True, help="the folder that holds gum.py, run_actors.py and run_claims.py")
    parser.add_argument("--each", action="store_true")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import gum

    links = [link for doc in gum.load(args.gum) for link in list_links(doc)]
    for form in ("it", "they", "it and they"):
        these = [one for one in links if one.word.startswith("it") == (form == "it") or " " in form]
        named, made = [one for one in these if one.named], [one for one in these if one.linked]
        right = sum(one.right for one in named)
        wrong = sum(one.linked is not None and not one.right for one in named)
        off = sum(not one.right for one in made)
        print(
            f"{form}: {len(these)}, a named person or organisation behind {len(named)}: right {right} "
            f"({right / max(1, len(named)):.1%}), wrong {wrong}; links {len(made)}, of them wrong {off} "
            f"({off / max(1, len(made)):.1%})"
        )
    if args.each:
        for one in links:
            if one.named or (one.linked and not one.right):
                state = "right" if one.right else "WRONG" if one.linked else "lost"
                print(f"{state:5} {'named' if one.named else '     '} {one.doc:28} {one.linked or '-':24} {one.around}")


if __name__ == "__main__":
    main()
