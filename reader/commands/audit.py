"""`reader audit`: what each article tells of itself."""

from collections.abc import Sequence
from typing import Literal

from reader.commands import streams
from reader.commands.problems import told
from reader.commands.sources import analyse_told


def run(sources: Sequence[str], *, format: Literal["text", "json"], voices: bool = False) -> int:
    """Print an audit of each source, in order, and of several their shares of voice (with `voices` nothing else); one
    that fails is told and passed over. Gives the exit status."""
    from reader.compare.audit import audit
    from reader.compare.voice import shares_of_voice
    from reader.export.audit import audit_as_json, audit_as_text, voices_as_json, voices_as_text

    failed = False
    done = []
    for number, source in enumerate(sources):
        try:
            article, analysis = analyse_told(source)
        except Exception as error:
            streams.complain(told(error), source)
            failed = True
            continue
        done.append((article, analysis))
        if voices:
            continue
        found = audit(article, analysis)
        if format == "json":
            streams.write(audit_as_json(article, found) + "\n")
        else:
            between = "\n" if number else ""
            streams.write(between + audit_as_text(article, analysis, found, columns=streams.columns()) + "\n")
    if voices and format == "json":
        streams.write(voices_as_json(shares_of_voice(done), len(done)) + "\n")
    elif voices or (len(done) > 1 and format == "text"):
        between = "" if voices else "\n"
        streams.write(between + voices_as_text(shares_of_voice(done), len(done), columns=streams.columns()) + "\n")
    return int(failed)
