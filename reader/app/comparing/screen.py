"""The comparing screen: two texts walked through at once, two editions as one, or a table of who carries what."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from reader.analysis.model import Analysis
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled, Work
from reader.app.comparing.table import CarriedRows
from reader.app.comparing.text import ComparedText
from reader.app.messages import LeaveComparison, ReadAt
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.screens.question import Question
from reader.app.screens.scene import Scene
from reader.app.settings.settings import Settings
from reader.app.state.columns import MIDDLING
from reader.app.state.laid import Compared, How, Laid, Subject, only_differing, stepped
from reader.app.state.paths import free_name, write_new
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import RowList
from reader.article.model import Article, ArticleError

FORMATS = (
    ("Markdown table", "words that differ in bold", ".md"),
    ("CSV", "for a spreadsheet", ".csv"),
    ("JSON", "as `reader compare --format json` prints it", ".json"),
)

_STEPS = Binding.Group("walk", compact=True)


class ComparingScreen(Scene[None]):
    """Opens, analyses and compares beside the screen, then shows it. Esc goes back to where it was asked for."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIDDLING, "-broad")]  # noqa: RUF012
    DEFAULT_CSS = """
    ComparingScreen { background: $background; }
    ComparingScreen #told { height: 1; padding: 0 1; color: $dim; background: $panel; }
    ComparingScreen #sides { height: 1fr; layout: horizontal; }
    ComparingScreen.-narrow #sides { layout: vertical; }
    ComparingScreen .side { width: 1fr; height: 1fr; }
    ComparingScreen.-broad #side-1 { border-left: solid $rule; }
    ComparingScreen .side-name { height: 1; padding: 0 1; background: $panel; color: $dim; text-style: bold; }
    ComparingScreen .side-name.-has-keys { color: $claim-current-mark; }
    ComparingScreen #carried { display: none; padding: 1 1 0 1; }
    ComparingScreen #waiting { display: none; height: 1fr; padding: 1 3; color: $dim; }
    ComparingScreen.-waiting #sides, ComparingScreen.-table #sides { display: none; }
    ComparingScreen.-waiting #waiting, ComparingScreen.-table #carried { display: block; }
    ComparingScreen.-one #side-1 { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "step(1)", "Next shared statement, change or quotation", group=_STEPS, id="comparing.next"),
        Binding("N", "step(-1)", "Previous", group=_STEPS, id="comparing.previous"),
        Binding("tab", "other_side", "other side", id="comparing.other-side"),
        Binding("d", "differing", "differences only", id="comparing.differing"),
        Binding("enter", "read", "read there", id="comparing.read"),
        Binding("y", "copy", "copy both", tooltip="Copy both with their citations", id="comparing.copy"),
        Binding("Y", "copy_all", "Copy all as a Markdown table", False, id="comparing.copy-all"),
        Binding("e", "save", "Save as Markdown, CSV or JSON", False, id="comparing.save"),
        Binding("t", "app.change_theme", "Theme", False, id="comparing.theme"),
        Binding("question_mark", "app.help", "help", id="comparing.help"),
        Binding("escape", "back", "back", id="comparing.back"),
    ]

    def __init__(
        self, subjects: Sequence[Subject], how: How, work: Work, settings: Settings, *, stdin: bytes | None = None
    ) -> None:
        super().__init__()
        self.subjects = tuple(subjects)
        self.how: How = how
        self.work = work
        self.settings = settings
        self.compared: Compared | None = None
        self.laid: Laid | None = None
        self.doing = "opening"
        self.problem = ""
        self.in_table = False
        self._stdin = stdin
        self._told = Static(markup=False, id="told")
        self._waiting = Static(markup=False, id="waiting")
        self._names = tuple(Static(markup=False, classes="side-name") for _ in range(2))
        self.texts = (ComparedText(0), ComparedText(1))
        self.rows = CarriedRows()
        self._foot = Foot()

    def compose(self) -> ComposeResult:
        yield self._told
        yield self._waiting
        yield self.rows
        with Container(id="sides"):
            for number in range(2):
                with Vertical(classes="side", id=f"side-{number}"):
                    yield self._names[number]
                    yield self.texts[number]
        yield Hint()
        yield self._foot

    def on_mount(self) -> None:
        self.title = "Comparing"
        self.show_state()
        if self.compared is None and not self.problem:
            self.run_worker(self._compare(), group="comparing", exclusive=True, exit_on_error=False)

    # The work --------------------------------------------------------------------------------------------------

    async def _compare(self) -> None:
        """Open and analyse what is not yet, compare, and show it; or one sentence on why it could not be done."""
        wanted = True

        def progress(doing: str, share: float | None = None) -> None:
            if not wanted:
                raise Cancelled
            self.app.call_later(self._report, doing)

        def work() -> tuple[tuple[Subject, ...], Compared]:
            done = []
            for number, subject in enumerate(self.subjects):
                progress(f"opening {number + 1} of {len(self.subjects)}")
                article = subject.article or self.work.open(subject.source, self._stdin, progress)
                analysis = subject.analysis
                if analysis is None and self.how == "record" and number:
                    analysis = Analysis(())
                if analysis is None:
                    progress(f"analysing {number + 1} of {len(self.subjects)}")
                    analysis = self.work.analyse(article, self.settings, progress)
                done.append(replace(subject, article=article, analysis=analysis))
            return tuple(done), self.work.compare(_pairs(done), _names(done, self.how), self.how, progress)

        try:
            subjects, compared = await in_background(work)
        except Cancelled:
            return
        except ArticleError as error:
            self._fail(str(error))
        except Exception as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            self._fail(f"These could not be compared ({reason}).")
        else:
            self.subjects, self.compared, self.laid = subjects, compared, compared.laid
            self.in_table = compared.table is not None
            self.show_state()
        finally:
            wanted = False

    def _report(self, doing: str) -> None:
        self.doing = doing
        if self.is_there and self.compared is None and not self.problem:
            self._waiting.update(f"{doing} …")

    def _fail(self, problem: str) -> None:
        self.problem = problem
        self.show_state()

    # What is shown ---------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Render what there is, where the screen is there to be drawn on."""
        if not self.is_there:
            return
        waits = self.compared is None
        self.set_class(waits, "-waiting")
        self.set_class(self.in_table and not waits, "-table")
        if self.compared is None or self.laid is None:
            self._waiting.update(self.problem or f"{self.doing} …")
        elif self.in_table and self.compared.table is not None:
            self._told.update(self.compared.table.words)
            if self.rows.table is not self.compared.table:
                self.rows.show(self.compared.table)
            self.rows.focus()
        else:
            laid = self.laid
            self.set_class(len(laid.texts) == 1, "-one")
            self._told.update(laid.words)
            for name, text in zip(self._names, self.texts, strict=True):
                if text.side < len(laid.texts):
                    name.update(laid.names[text.side])
                    text.show(laid)
            if self.focused not in self.texts:
                self.texts[0].focus()
        self.show_place()
        self.refresh_bindings()

    def show_place(self) -> None:
        """Tell where one stands, at the foot."""
        words = "comparing"
        right = ""
        if self.laid is not None and self.in_table:
            words = "who carries what"
        elif self.laid is not None:
            joint, laid = self.laid.current, self.laid
            shown = "differences only" if laid.only_differing else ""
            words = f"{joint.number} of {laid.last_number} · {joint.words}" if joint else _NOUNS[self.how]
            right = shown
        self._foot.update(words, right)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        beside = self.laid is not None and not self.in_table
        match action:
            case "step" | "differing":
                return beside
            case "other_side":
                return beside and self.laid is not None and len(self.laid.texts) > 1
            case "copy":
                return beside and self.laid is not None and self.laid.current is not None
            case "read":
                return beside and self.how != "editions"
            case "copy_all" | "save":
                return self.compared is not None
        return True

    def on_descendant_focus(self) -> None:
        """Light the name of the side that has the keys."""
        for name, text in zip(self._names, self.texts, strict=True):
            name.set_class(text is self.focused, "-has-keys")

    # Walking ---------------------------------------------------------------------------------------------------

    def _lay(self, laid: Laid) -> None:
        self.laid = laid
        self.show_state()

    def action_step(self, direction: int) -> None:
        """Stand at the next or previous joint, in both texts."""
        if self.laid is None:
            return
        found = stepped(self.laid, direction)
        if found is self.laid:
            nothing = not self.laid.walked
            self.tell("Nothing to walk to." if nothing else "That was the last." if direction > 0 else "The first.")
        else:
            self._lay(found)

    def action_other_side(self) -> None:
        """Give the keys to the other text."""
        self.texts[1 if self.focused is self.texts[0] else 0].focus()

    def action_differing(self) -> None:
        """Walk and colour only what differs, or all again."""
        if self.laid is not None:
            self._lay(only_differing(self.laid, not self.laid.only_differing))

    def on_compared_text_pointed(self, event: ComparedText.Pointed) -> None:
        """Stand at the joint that was clicked."""
        if self.laid is None:
            return
        joints = enumerate(self.laid.joints)
        here = next(
            (n for n, joint in joints if any(a <= event.position < b for a, b in joint.spans[event.side])), None
        )
        if here is not None:
            self._lay(replace(self.laid, at=here))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Lay the first two articles that carry a statement side by side."""
        event.stop()
        if self.compared is not None and self.compared.table is not None:
            pair = self.compared.table.rows[event.index].pair
            self.run_worker(self._lay_pair(pair), group="pair", exclusive=True, exit_on_error=False)

    async def _lay_pair(self, pair: tuple[int, int]) -> None:
        compared = self.compared
        if compared is None:
            return
        row = self.rows.cursor
        words = compared.table.rows[row].words if compared.table else ""
        pairs, names = _pairs(self.subjects), _names(self.subjects, self.how)
        try:
            lay = partial(self.work.lay_pair, pairs, names, compared.found, pair, lambda _: None)  # type: ignore[arg-type]
            laid = await in_background(lay)
        except Exception as error:
            self.tell(f"These two could not be laid side by side ({error}).")
            return
        at = next((n for n, joint in enumerate(laid.joints) if _begins_with(laid, n, words)), -1)
        self.in_table = False
        self.laid = replace(laid, at=at)
        self.show_state()

    def action_back(self) -> None:
        """From two texts to the table they were picked from, else to where the comparison was asked for."""
        if self.compared is not None and self.compared.table is not None and not self.in_table:
            self.in_table = True
            self.show_state()
        else:
            self.post_message(LeaveComparison())

    def action_read(self) -> None:
        """Read the article whose side has the keys, at the words stood at."""
        if self.laid is None:
            return
        side = next((text.side for text in self.texts if text is self.focused), 0)
        article = self.laid.texts[side]
        subject = next((s for s in self.subjects if s.article is article or s.article == article), None)
        if subject is None:
            return
        joint = self.laid.current
        top = self.texts[side].top_position
        span = joint.spans[side][0] if joint and joint.spans[side] else (top, top)
        self.post_message(ReadAt(subject.source, article, span))

    # Out of here -----------------------------------------------------------------------------------------------

    def copy_text(self, text: str) -> None:
        """Copy, and tell how it went."""

        async def copied() -> None:
            from reader.app.clipboard.copy import copy

            outcome = await copy(text, app=self.app, by=self.settings.copy_by)
            self.tell(outcome.words)

        self.run_worker(copied(), exit_on_error=False)

    def action_copy(self) -> None:
        """Copy both places stood at, each with its citation."""
        from reader.export import cite_claim, cite_passage

        joint = self.laid.current if self.laid else None
        if joint is None or self.laid is None:
            return
        lines = [f"{joint.words}:"]
        for article, spans, claim in zip(self.laid.texts, joint.spans, joint.claims, strict=False):
            found = next((s.analysis for s in self.subjects if s.article == article), None)
            if claim is not None and found is not None:
                lines.append(cite_claim(article, found, claim, style="quote"))
            elif spans:
                whole = min(a for a, _ in spans), max(b for _, b in spans)
                lines.append(cite_passage(article, whole, "quote"))
        self.copy_text("\n\n".join(lines))

    def action_copy_all(self) -> None:
        """Copy all that was found, as a Markdown table."""
        if self.compared is not None:
            self.copy_text(self._exported(".md"))

    def action_save(self) -> None:
        """Choose a format, then a file."""

        def chosen(index: int | None) -> None:
            if index is not None:
                name = free_name("comparison", FORMATS[index][2])
                self.app.push_screen(Question("Save as:", self.save, value=name, remark="enter saves", paths=True))

        self.app.push_screen(Chooser("Save …", [Choice(name, told) for name, told, _ in FORMATS]), chosen)

    def save(self, name: str) -> str:
        """Write what was found in the format of the file's ending; gives why it could not be done, or ""."""
        saved = write_new(name, self._exported)
        if isinstance(saved, str):
            return saved
        self.tell(f"Saved {saved}.")
        return ""

    def _exported(self, ending: str) -> str:
        """All that was found, as `reader compare` prints it."""
        from reader.export.comparison import found_as

        if self.compared is None:
            return ""
        pairs = _pairs(self.subjects)
        kinds = {".csv": "csv", ".json": "json"}
        text = found_as(kinds.get(ending, "markdown"), pairs, self.compared.found, editions=self.how == "editions")
        return text if text.endswith("\n") else text + "\n"


_NOUNS: dict[How, str] = {
    "articles": "n walks what both carry",
    "editions": "n walks the changes",
    "record": "n walks the quotations",
}


def name_of(subject: Subject, article: Article, how: How) -> str:
    """What a text is called: the name given, else its outlet, else its title, with its day."""
    from reader.article.text.safe import safe_text

    if how == "editions":
        when = (article.published or "")[:16].replace("T", " ")
        return subject.name or when or safe_text(article.source, lines=False) or "pasted text"
    name = subject.name or article.site or article.title or safe_text(article.source, lines=False) or "pasted text"
    day = "" if subject.name else (article.published or "")[:10]
    return f"{name} · {day}" if day else name


def _pairs(subjects: Sequence[Subject]) -> tuple[tuple[Article, Analysis], ...]:
    """The articles with what was found in them, of subjects that are opened and analysed."""
    return tuple((s.article, s.analysis) for s in subjects if s.article is not None and s.analysis is not None)


def _names(subjects: Sequence[Subject], how: How) -> tuple[str, ...]:
    """What the texts of opened subjects are called."""
    return tuple(name_of(s, s.article, how) for s in subjects if s.article is not None)


def _begins_with(laid: Laid, joint: int, words: str) -> bool:
    """Whether a joint's words on either side are those of a statement of the table."""
    begun = words.partition(" … ")[0]
    return any(
        " ".join(text.words_of(spans[0]).split()) == begun
        for text, spans in zip(laid.texts, laid.joints[joint].spans, strict=False)
        if spans
    )
