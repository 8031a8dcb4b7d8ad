"""The command line: what is asked is handed to its command, in `reader.commands`, and ends with an exit status.

Exit status: 0 all done, 1 a source failed, 2 wrong usage, 130 interrupted by ctrl+C.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader import __version__, privacy
from reader.commands import streams
from reader.commands.arguments import (
    ABOUT,
    ALL_COMMANDS,
    COMMANDS,
    GROUPS,
    PURPOSE,
    about_parser,
    command_first,
    parser_of,
    read_options,
    tree_of_commands,
)

if TYPE_CHECKING:
    from reader.app.state.laid import How

Handler = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with these arguments (None: the process's own) and give its exit status."""
    streams.prepare()
    privacy.stop_downloads()
    try:
        status = _run(command_first(sys.argv[1:] if argv is None else argv))
        streams.write("")  # what stands in Python's buffer, help too, is written where a failure is told
    except KeyboardInterrupt:
        status = 130
    except streams.OutputClosed:
        streams.abandon_stdout()
        status = 0
    except streams.OutputFailed as error:
        streams.abandon_stdout()
        streams.complain(f"the output could not be written: {error}")
        status = 1
    return status


def _run(argv: Sequence[str]) -> int:
    """The exit status, also where the arguments ended it (help, a mistake)."""
    try:
        return _dispatch(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)


def _dispatch(argv: Sequence[str]) -> int:
    if argv and argv[0] in GROUPS:
        return _GROUP_HANDLERS[argv[0]](argv[1:])
    if argv and argv[0] in ABOUT:
        return _about(argv[0], argv[1:])
    name = argv[0] if argv and argv[0] in COMMANDS else None
    options = read_options(parser_of(name), argv[1:] if name else argv)
    streams.quieten_libraries()
    if getattr(options, "private", False) or _keeps_nothing(options):
        privacy.begin_private()
    source = options.source if isinstance(options.source, str) else None
    try:
        return _HANDLERS[name](options)
    except (streams.OutputClosed, streams.OutputFailed):
        raise
    except Exception as error:
        from reader.commands.problems import told

        streams.complain(told(error), source)
        return 1


def _keeps_nothing(options: argparse.Namespace) -> bool:
    """Whether an address is to be fetched of which the settings ask to keep no copy."""
    sources = [options.source] if isinstance(options.source, str) else options.source
    if options.command == "add" or not any("://" in source for source in sources):
        return False
    from reader.app.settings.settings import keeps_nothing

    return keeps_nothing()


def _screen(options: argparse.Namespace) -> int:
    from reader.commands.screen import run

    return run(options.source, list(ALL_COMMANDS), plain=options.plain)


def _analyze(options: argparse.Namespace) -> int:
    from reader.commands.analyze import run

    return run(
        options.source,
        method=_method(options),
        sentences=options.summary_sentences,
        words=options.summary_words,
        voices=options.voices,
        jobs=options.jobs,
    )


def _summary(options: argparse.Namespace) -> int:
    from reader.commands import show, summaries

    one = {
        "sentences": options.sentences,
        "words": options.words,
        "share": options.share,
        "cited": options.cite,
    }
    if not isinstance(options.source, str):
        return summaries.several(options.source, method=_method(options), **one)
    if options.about:
        return summaries.about(options.source, options.about, **one)
    if options.speaker:
        return summaries.speaker(options.source, options.speaker, **one)
    if options.sides:
        return summaries.sides(options.source, **one)
    if options.voices:
        return summaries.voices(options.source, method=_method(options), **one)
    return show.summary(options.source, method=_method(options), **one)


def _claims(options: argparse.Namespace) -> int:
    from reader.commands.show import claims

    return claims(
        options.source,
        speaker=options.speaker,
        type=options.type,
        format=options.format,
        inner=options.inner,
        sure=options.sure or 0.0,
    )


def _report(options: argparse.Namespace) -> int:
    from reader.commands.show import report

    return report(options.source)


def _text(options: argparse.Namespace) -> int:
    from reader.commands.show import text

    return text(options.source, body=options.body)


def _compare(options: argparse.Namespace) -> int:
    if options.screen:
        from reader.commands import screen

        sources = [*options.source, *([options.record] if options.record is not None else [])]
        how: How = "record" if options.record is not None else "editions" if options.editions else "articles"
        return screen.run(sources, list(ALL_COMMANDS), compare=how)
    from reader.commands.compare import run

    return run(
        options.source,
        editions=options.editions,
        record=options.record,
        format=options.format,
        exit_code=options.exit_code,
    )


def _audit(options: argparse.Namespace) -> int:
    from reader.commands.audit import run

    return run(options.source, format=options.format, voices=options.voices)


def _add(options: argparse.Namespace) -> int:
    from reader.commands.add import run

    return run(options.source, tags=options.tag, format=options.format, later=options.later)


def _list(options: argparse.Namespace) -> int:
    from reader.commands.listing import run

    return run(options.source)


def _about(command: str, argv: Sequence[str]) -> int:
    from reader.commands import completion

    options = about_parser(command).parse_args(argv)
    if command == "completion":
        return completion.completion(options.shell, tree_of_commands())
    return completion.manual(tree_of_commands(), __version__, PURPOSE)


def _archive(argv: Sequence[str]) -> int:
    from reader.commands.archive import main

    return main(argv)


def _library(argv: Sequence[str]) -> int:
    from reader.commands.library import main

    return main(argv)


def _feeds(argv: Sequence[str]) -> int:
    from reader.commands.feeds import main

    return main(argv)


_GROUP_HANDLERS: dict[str, Callable[[Sequence[str]], int]] = {
    "archive": _archive,
    "feeds": _feeds,
    "library": _library,
}


_HANDLERS: dict[str | None, Handler] = {
    None: _screen,
    "analyze": _analyze,
    "summary": _summary,
    "claims": _claims,
    "report": _report,
    "text": _text,
    "compare": _compare,
    "audit": _audit,
    "list": _list,
    "add": _add,
}


def _method(options: argparse.Namespace) -> str | None:
    """The summariser's name, checked."""
    name: str | None = options.method
    if name is None:
        return None
    from reader.analysis.summary import METHODS

    if name not in METHODS:
        parser_of(options.command).error(f"unknown method {name!r}: choose from {', '.join(METHODS)}")
    return name


if __name__ == "__main__":
    raise SystemExit(main())
