"""Antecedents out of articles that nobody labelled: a name that comes again gives way to a pronoun or to "the company".

    python -m training.tagger.masked --unlabelled DATA/summary/extra --base BASE --out FOLDER/masked.xz

After Kocijan et al., "WikiCREM: A Large Unsupervised Corpus for Coreference Resolution" (EMNLP 2019). Of an
organisation, a person or a country that is named again within three sentences, the later naming becomes a pronoun,
and the earlier ones are its antecedents; so are things told again ("the report … the report said"). An "it" that stands
for nothing is taught as such.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import cast

from reader.analysis.actors.clusters import Cluster, cluster_names
from reader.analysis.document.document import Document
from reader.analysis.engine import find_attributions
from reader.analysis.tagger import features as f
from reader.article import article_from_text
from training.tagger import packed
from training.tagger.corpora import Labelled, read_source
from training.tagger.masking import Masker, Reading
from training.tagger.tokenizer import load_tokenizer

SHARES = {"guardian": 1300, "cnn_stories": 600, "rss_summaries": 700, "fakenewsnet": 250, "fakehealth": 150}
"""Articles taken of each source, out of its part for training, from between those of `packing.SHARES`."""
WORDS = 700
"""Of an article no more are read, to the end of a paragraph."""
TURNS, FEWEST = 4, 2
"""So often each article is read, other namings giving way each time; a reading with fewer of them is left out."""


def read(name: str, document: Document, clusters: Sequence[Cluster]) -> Reading:
    """What is needed of a document."""
    text, blocks = document.article.text, document.article.blocks
    quoted = bytearray(len(text) + 1)
    for one in document.quotations:
        quoted[one.outer[0] : one.outer[1]] = b"\x01" * (one.outer[1] - one.outer[0])
    return Reading(name, text, blocks[1].span[0] if len(blocks) > 1 else 0, document.words, bytes(quoted), clusters)


def dense(lab: Labelled) -> Labelled:
    """The title, and of the paragraphs those from an asking word back to the last name before it."""
    opens = [a for a, _ in lab.paragraphs]
    block = [bisect_right(opens, a) - 1 for a, _ in lab.words]
    asking = lab.antecedents
    kept = {0}
    for word, behind in asking.items():
        kept.update(range(max((block[x] for x in behind if x not in asking), default=block[word]), block[word] + 1))
    parts: list[str] = []
    spans: list[f.Span] = []
    moved: dict[int, int] = {}
    size = 0
    for number in sorted(kept):
        a, b = lab.paragraphs[number]
        for word in range(bisect_left(block, number), bisect_right(block, number)):
            moved[word] = len(spans)
            spans.append((lab.words[word][0] - a + size, lab.words[word][1] - a + size))
        parts.append(lab.text[a:b])
        size += b - a + 2
    text = "\n\n".join(parts)
    found = {moved[w]: [moved[x] for x in back if x in moved] for w, back in asking.items() if w in moved}
    return Labelled(lab.name, lab.genre, text, spans, f.split_blocks(text), antecedents=found)


def articles(folder: Path, few: int) -> Iterator[tuple[str, str]]:
    """Names and beginnings of articles, one of every `few` that are meant."""
    for name, most in SHARES.items():
        lines = read_source(folder, name)
        for number in range(0, most, few):
            entry = lines[int((number + 0.5) * len(lines) / most)]
            parts, count = [], 0
            for part in (entry.get("title", ""), *entry["text"].split("\n")):
                if part.strip() and count <= WORDS:
                    parts.append(part.strip())
                    count += len(part.split())
            yield f"{name}-{number}", "\n\n".join(parts)


def named(entry: tuple[str, str]) -> Reading:
    """An article read by the product's own tagger."""
    document, attributions, names, _ = find_attributions(article_from_text(entry[1], source=entry[0]))
    return read(entry[0], document, cluster_names(document, names, (s for one in attributions for s in one.source)))


def written(readings: Iterable[Reading]) -> Iterator[Labelled]:
    """The articles with their pronouns, each as often as there are turns that found some."""
    for reading in readings:
        for turn in range(TURNS):
            lab = dense(Masker(reading, random.Random(f"{reading.name} {turn}")).write())
            if sum(map(bool, lab.antecedents.values())) >= FEWEST:
                yield lab


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--unlabelled", type=Path, required=True, help="folder of articles as .jsonl.gz")
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model")
    ap.add_argument("--few", type=int, default=1, help="one of so many articles, to see that it runs")
    ap.add_argument("--out", type=Path, required=True, help="the pack")
    o = ap.parse_args()
    with Pool() as pool:
        texts = list(written(pool.imap(named, articles(o.unlabelled, o.few), 8)))
    rows = packed.pack(((x, True) for x in texts), cast(f.Encoder, load_tokenizer(o.base)))
    packed.write(o.out, rows)
    told = Counter(
        x.text[slice(*x.words[w])].lower() if back else "none" for x in texts for w, back in x.antecedents.items()
    )
    print(len(texts), "texts", len(rows), "pieces", told.most_common(), flush=True)


if __name__ == "__main__":
    main()
