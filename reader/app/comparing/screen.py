"""The comparing screen: two texts walked through at once, two editions as one, or a table of who carries what."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.background.work import Cancelled, Work
from reader.app.comparing.exporting import ExportingScene
from reader.app.comparing.subjects import compare_subjects, names_of, pairs_of
from reader.app.comparing.table import CarriedRows
from reader.app.comparing.text import ComparedText
from reader.app.messages import LeaveComparison, ReadAt
from reader.app.settings.settings import Settings
from reader.app.state.columns import MIDDLING
from reader.app.state.key_names import with_keys
from reader.app.state.laid import Compared, How, Laid, Subject, only_differing, stepped
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import RowList
from reader.article.model import ArticleError

_STEPS = Binding.Group("walk", compact=True)


class ComparingScreen(ExportingScene):
    """Opens, analyses and compares beside the screen, then shows it. Esc goes back to where it was asked for."""

    AUTO_FOCUS = ""
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

    def again(self) -> "ComparingScreen":
        """A new screen of the same comparison, where this one stands, to come back to it."""
        screen = ComparingScreen(self.subjects, self.how, self.work, self.settings, stdin=self._stdin)
        screen.compared, screen.laid, screen.in_table = self.compared, self.laid, self.in_table
        return screen

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
            work_beside(self, self._compare, group="comparing", exclusive=True)

    # The work --------------------------------------------------------------------------------------------------

    async def _compare(self) -> None:
        """Open and analyse what is not yet, compare, and show it; or one sentence on why it could not be done."""
        wanted = True

        def progress(doing: str, share: float | None = None) -> None:
            if not wanted:
                raise Cancelled
            self.app.call_later(self._report, doing)

        work = partial(compare_subjects, self.subjects, self.how, self.work, self.settings, self._stdin, progress)
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
            words = (
                f"{joint.number} of {laid.last_number} · {joint.words}"
                if joint
                else with_keys(f"‹comparing.next› walks {_NOUNS[self.how]}")
            )
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
            work_beside(self, partial(self._lay_pair, pair), group="pair", exclusive=True)

    async def _lay_pair(self, pair: tuple[int, int]) -> None:
        compared = self.compared
        if compared is None:
            return
        row = self.rows.cursor
        words = compared.table.rows[row].words if compared.table else ""
        pairs, names = pairs_of(self.subjects), names_of(self.subjects, self.how)
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


_NOUNS: dict[How, str] = {
    "articles": "what both carry",
    "editions": "the changes",
    "record": "the quotations",
}


def _begins_with(laid: Laid, joint: int, words: str) -> bool:
    """Whether a joint's words on either side are those of a statement of the table."""
    begun = words.partition(" … ")[0]
    return any(
        " ".join(text.words_of(spans[0]).split()) == begun
        for text, spans in zip(laid.texts, laid.joints[joint].spans, strict=False)
        if spans
    )
