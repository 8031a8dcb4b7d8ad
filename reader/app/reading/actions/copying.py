"""Copying and saving: what is current, the summary, a citation in the style asked for, a report."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.screens.dialogs import Choice, Chooser
from reader.app.screens.question import Question
from reader.article.model import Span

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen

STYLES = (
    ("quote", "with speaker, title, site, date and address"),
    ("plain", "the words alone"),
    ("markdown", "Markdown block quote"),
    ("bibtex", "BibTeX entry"),
    ("json", "JSON object"),
    ("link", "address that points at the words"),
)
EXPORTS = (
    ("Markdown report", "summary, who said what, the article", ".md"),
    ("Claims as CSV", "for a spreadsheet", ".csv"),
    ("Everything as JSON", "as `reader analyze` prints it", ".json"),
)


def copy_text(screen: "ReadingScreen", text: str) -> None:
    """Copy, and tell how it went."""
    screen.run_worker(_copy(screen, text), exit_on_error=False)


async def _copy(screen: "ReadingScreen", text: str) -> None:
    from reader.app.clipboard.copy import copy

    screen.notify(await copy(text, app=screen.app, by=screen.sitting.settings.copy_by), markup=False)


def copy_current(screen: "ReadingScreen", style: str | None = None) -> None:
    """Copy the selection, the summary when its panel has the keys, else the current claim with its citation."""
    reading = screen.now
    if style is None and (selected := screen.get_selected_text()):
        copy_text(screen, selected)
        return
    if style is None and screen.focused is screen.summary_panel.rows:
        copy_summary(screen)
        return
    if reading.analysis is None or reading.current_claim is None:
        screen.notify("No claim is current: n goes to the next one, v selects a sentence.", markup=False)
        return
    from reader.export import cite_claim, list_styles

    wanted = style or screen.sitting.settings.copy_style
    if wanted not in list_styles(reading.article):
        screen.notify(
            "This article has no web address, so there is no link to copy: Y offers other styles.", markup=False
        )
        return
    copy_text(screen, cite_claim(reading.article, reading.analysis, reading.current_claim, style=wanted))


def copy_passage(screen: "ReadingScreen", span: Span, style: str) -> None:
    """Copy a stretch of the article with where it comes from."""
    from reader.export import cite_passage

    try:
        copy_text(screen, cite_passage(screen.now.article, span, style))
    except ValueError as problem:
        screen.notify(str(problem)[:1].upper() + str(problem)[1:], markup=False)


def copy_summary(screen: "ReadingScreen") -> None:
    """Copy the summary, or the view shown in its place, with its citation."""
    reading = screen.now
    if reading.analysis is None or not reading.analysis.summary.sentences:
        screen.notify("There is no summary to copy yet.", markup=False)
        return
    from reader.export import summary_as_text

    lines = reading.analysis.summary.sentences
    speakers = {index: name for index, name in zip(lines, reading.said_by, strict=False) if name}
    text = summary_as_text(reading.article, reading.analysis, cited=True, speakers=speakers)
    if reading.plain_summary is not None:
        name = reading.analysis.summary.method
        text = f"{name[:1].upper()}{name[1:]}:\n{text}"
    copy_text(screen, text)


def ask_style(screen: "ReadingScreen") -> None:
    """Choose how to copy the selection, else the current claim; without either, the whole article."""
    article, selected = screen.now.article, screen.article_view.selected_span
    styles = [each for each in STYLES if each[0] != "link" or article.url]
    if selected is None and screen.now.current_claim is None:
        _ask_whole(screen)
        return

    def chosen(index: int | None) -> None:
        if index is None:
            return
        if selected is not None:
            copy_passage(screen, selected, styles[index][0])
        else:
            copy_current(screen, styles[index][0])

    what = "the claim" if selected is None else "the selection"
    choices = [
        Choice(name, remark if selected is None else remark.replace("with speaker, title", "with title"))
        for name, remark in styles
    ]
    screen.app.push_screen(Chooser(f"Copy {what} as …", choices), chosen)


def _ask_whole(screen: "ReadingScreen") -> None:
    """Choose what to copy where nothing is current."""
    article, analysis = screen.now.article, screen.now.analysis
    ways: list[tuple[Choice, Callable[[], str]]] = [(Choice("text", "the whole article"), lambda: article.text)]
    if analysis is not None:

        def report() -> str:
            from reader.export import report_as_markdown

            return report_as_markdown(article, analysis)

        ways.append((Choice("markdown", "summary, who said what, and the article"), report))
    if address := article.url:
        ways.append((Choice("address", address), lambda: address))

    def chosen(index: int | None) -> None:
        if index is not None:
            copy_text(screen, ways[index][1]())

    remark = "n goes to a claim to copy, v selects a sentence · esc close"
    screen.app.push_screen(Chooser("Copy the article as …", [each[0] for each in ways], remark=remark), chosen)


def ask_export(screen: "ReadingScreen") -> None:
    """Choose a format, then a file."""
    if screen.now.analysis is None:
        screen.notify("There is nothing to save before the analysis is done.", markup=False)
        return

    def chosen(index: int | None) -> None:
        if index is not None:
            _ask_file(screen, EXPORTS[index][2])

    screen.app.push_screen(Chooser("Save …", [Choice(name, remark) for name, remark, _ in EXPORTS]), chosen)


def _ask_file(screen: "ReadingScreen", suffix: str) -> None:
    suggestion = _free_name(screen.now.article.title or "article", suffix)
    take = partial(save, screen)
    screen.app.push_screen(Question("Save as:", take, value=suggestion, remark="enter saves", paths=True))


def _free_name(title: str, suffix: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    stem = "-".join(words[:8]) or "article"
    number = 1
    while Path(name := f"{stem}{'' if number == 1 else f'-{number}'}{suffix}").exists():
        number += 1
    return name


def save(screen: "ReadingScreen", name: str) -> str:
    """Write the article's findings in the format of the file's ending; gives why it could not be done, or ""."""
    from reader.export import analysis_as_json_line, format_claims, report_as_markdown

    reading = screen.now
    if reading.analysis is None:
        return "There is nothing to save before the analysis is done."
    try:
        path = Path(name).expanduser()
        if path.is_dir():
            return f"{path} is a folder: write the name of a file in it"
        if path.exists():
            return f"{path} is there already: choose another name"
        if path.suffix == ".csv":
            text = format_claims("csv", reading.article, reading.analysis, claims=reading.claims)
        elif path.suffix == ".json":
            text = analysis_as_json_line(reading.article, reading.analysis) + "\n"
        else:
            text = report_as_markdown(reading.article, reading.analysis) + "\n"
        # Spreadsheets take CSV for UTF-8 only when it begins with a mark, and its line ends are its own.
        path.write_text(text, encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", newline="")
    except OSError as error:
        return f"{name} could not be written: {error.strerror}"
    except (ValueError, RuntimeError) as error:  # a NUL in the name, no such user behind ~
        return f"{name} is no name for a file: {error}"
    screen.notify(f"Saved {path}.", markup=False)
    return ""
