"""The process in which untrusted pages are taken apart: reads jobs on standard input, writes articles to output.

A job is the length of its head (4 bytes, big-endian), the head as JSON (`id`, `size` and what `parse` takes; or `warm`
alone) and `size` bytes. Its answer is one line of JSON with the job's `id` and the article as plain values, or an
`error`. JSON, and not pickle: what comes out of here is trusted no more than what went in.
"""

import json
import os
import select
from io import FileIO
from typing import Any

from reader.article.model import Article, ArticleError, Block, Item, Link

IDLE_SECONDS = 120.0


def article_as_values(article: Article) -> dict[str, Any]:
    """An article as values that JSON knows."""
    return {
        "text": article.text,
        "blocks": [[block.kind, *block.span, block.level] for block in article.blocks],
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "site": article.site,
        "url": article.url,
        "language": article.language,
        "links": [[*link.span, link.url] for link in article.links],
        "notes": article.notes,
        "items": [[i.source, i.title, i.byline, i.published, i.url, i.words] for i in article.items],
        "excerpt": article.excerpt,
    }


def article_from_values(values: dict[str, Any]) -> Article:
    """The article that `article_as_values` took apart."""
    return Article(
        text=values["text"],
        blocks=tuple(Block(kind, (start, end), level) for kind, start, end, level in values["blocks"]),
        source=values["source"],
        title=values["title"],
        byline=tuple(values["byline"]),
        published=values["published"],
        site=values["site"],
        url=values["url"],
        language=values["language"],
        links=tuple(Link((start, end), url) for start, end, url in values["links"]),
        notes=tuple(values["notes"]),
        items=tuple(
            Item(source, title, tuple(byline), published, url, words)
            for source, title, byline, published, url, words in values["items"]
        ),
        excerpt=values["excerpt"],
    )


def main(memory: int) -> None:
    """Works jobs off until input ends, or none has come for `IDLE_SECONDS`, in so many bytes of address space."""
    jobs = os.fdopen(os.dup(0), "rb", buffering=0)
    answers = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    _limit_memory(memory)
    while _waiting(jobs.fileno()):
        head = _exactly(jobs, 4)
        if not head:
            return
        job = json.loads(_exactly(jobs, int.from_bytes(head, "big")))
        if "warm" in job:
            _warm()
            continue
        data = _exactly(jobs, job["size"])
        answer = _work(job, data)
        del data
        answers.write(json.dumps({"id": job["id"], **answer}).encode("ascii") + b"\n")
        answers.flush()


def _exactly(jobs: FileIO, size: int) -> bytes:
    """So many bytes of the input; none when it has ended. Unbuffered, so that `select` sees all there is."""
    data = bytearray()
    while len(data) < size:
        part = jobs.read(min(size - len(data), 1 << 20))
        if not part:
            return b""
        data += part
    return bytes(data)


def _work(job: dict[str, Any], data: bytes) -> dict[str, Any]:
    from reader.article.parsing import parse

    try:
        facts = {key: job[key] for key in ("source", "name", "url", "charset", "item")}
        article = parse(data, **facts)
        return {"article": article_as_values(article)}
    except ArticleError as problem:
        return {"error": str(problem)}
    except MemoryError:
        return {"error": "it takes more memory than an article may; open a smaller part of it"}
    except Exception as problem:  # whatever a parser trips over, the next job must find the worker alive
        return {"error": f"it is damaged in a way that was not expected ({type(problem).__name__}); paste its text"}


def _warm() -> None:
    from reader.article.html.body import extractor

    extractor()


def _limit_memory(most: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return


def _waiting(jobs: int) -> bool:
    """Whether a job came before the idle time ran out. Windows cannot wait on a pipe: there reading waits."""
    return os.name != "posix" or bool(select.select([jobs], [], [], IDLE_SECONDS)[0])
