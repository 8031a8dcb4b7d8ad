"""`reader audit`: what each article tells of itself."""

from collections.abc import Sequence
from typing import Literal

from reader.commands import streams
from reader.commands.problems import told
from reader.commands.sources import analyse_told


def run(sources: Sequence[str], *, format: Literal["text", "json"]) -> int:
    """Print an audit of each source, in order; one that fails is told and passed over. Gives the exit status."""
    from reader.compare.audit import audit
    from reader.export.audit import audit_as_json, audit_as_text

    failed = False
    for number, source in enumerate(sources):
        try:
            article, analysis = analyse_told(source)
        except Exception as error:
            streams.complain(told(error), source)
            failed = True
            continue
        found = audit(article, analysis)
        if format == "json":
            streams.write(audit_as_json(article, found) + "\n")
        else:
            between = "\n" if number else ""
            streams.write(between + audit_as_text(article, analysis, found, columns=streams.columns()) + "\n")
    return int(failed)
