"""What the engine got wrong, set right on the screen: who said it, which words, whether at all, and who is who."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Actor, Claim
from reader.app.panels.actors import ActorRows
from reader.app.reading.actions.keeping import KeepingActions
from reader.app.reading.kept import Kept, correct
from reader.app.screens.dialogs import Choice, Way, offer
from reader.app.screens.picker import Pick, Picker
from reader.app.screens.question import Question
from reader.app.state.place_words import why_no_claims
from reader.app.state.speakers import by_importance, speaker_label
from reader.app.widgets.wrapping import shortened
from reader.article.model import Span
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.corrections import Correction
    from reader.library.setting_right import Wish

_NOBODY = "nobody named"
_TYPED = "another name, typed …"


class CorrectActions(KeepingActions):
    """W sets right: the current claim, what is selected, the actor whose row one is at."""

    SECTION = "Library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("W", "set_right", "Wrong? Set it right", False, id="reading.set-right"),
    ]

    def action_set_right(self) -> None:
        """Choose what is wrong here, and what is right."""
        if not self.keeps():
            return
        if self.now.analysis is None:
            self.say(why_no_claims(self.now), so_far=True)
            return
        actor = self._actor_meant()
        selected = self.article_view.selected_span
        claim = self.now.current_claim if actor is None else None
        rows: list[Way] = []
        if selected is not None and actor is None:
            rows += self._of_selection(selected)
        if claim is not None:
            rows += self._of_claim(claim, selected)
        actor = actor or (self.now.analysis.actor(claim.speaker) if claim is not None and claim.speaker else None)
        if actor is not None:
            rows += self._of_actor(actor)
        if self.session.corrections:
            many = len(self.session.corrections)
            rows.append((Choice("What was set right here", f"{many}: take one back"), self._list_corrections))
        if not rows:
            self.say(
                "What is wrong? ‹reading.next-claim› goes to a claim, ‹reading.select› selects words, "
                "‹reading.actors› goes to the actors; then ‹reading.set-right› sets it right."
            )
            return
        remark = (
            ""
            if selected or (actor is not None and claim is None)
            else "a claim that was missed: select it (‹reading.select›)"
        )
        offer(self.app, "Set right", rows, remark=remark)

    def _actor_meant(self) -> Actor | None:
        """Whose row has the cursor, where the actors have the keys."""
        rows = self.focused
        if isinstance(rows, ActorRows) and rows.actors:
            found = rows.actors[rows.cursor]
            return self.now.analysis.actor(found.id) if self.now.analysis else None
        return None

    # Claims ------------------------------------------------------------------------------------------------------

    def _of_claim(self, claim: Claim, selected: Span | None) -> list[Way]:
        from reader.library.setting_right import no_claim, other_speaker, other_words

        text, said_by = self.now.article.text, speaker_label(claim)

        def speaker(name: str) -> None:
            self._correct(other_speaker(text, claim, name), f"✓ said by {name or _NOBODY}")

        rows: list[Way] = [(Choice("Somebody else said it", f"not {said_by}"), partial(self._ask_who, speaker, claim))]
        if selected is None:
            rows.append((Choice("What was said are other words", "typed"), partial(self._ask_words, claim)))
        else:
            words = partial(self._correct, other_words(text, claim, selected), "✓ these words were said")
            rows.append((Choice("What was said are the selected words"), words))
        rows.append((Choice("It is no claim"), partial(self._correct, no_claim(text, claim), "✓ no claim")))
        return rows

    def _of_selection(self, selected: Span) -> list[Way]:
        from reader.library.setting_right import missed

        text = self.now.article.text

        def speaker(name: str) -> None:
            self._correct(missed(text, selected, name), f"✓ a claim of {name or _NOBODY}")

        return [(Choice("A claim was missed", "the selected words"), partial(self._ask_who, speaker, None))]

    def _ask_words(self, claim: Claim) -> None:
        from reader.library.setting_right import other_words, place_of

        article = self.now.article
        start, end = claim.content[0][0], claim.content[-1][1]

        def take(answer: str) -> str:
            try:
                span = place_of(article.text, answer, near=(start, end))
            except LibraryError as problem:
                return str(problem)
            self._correct(other_words(article.text, claim, span), "✓ these words were said")
            return ""

        words = " ".join(article.text[start:end].split())
        self.app.push_screen(
            Question("What was said:", take, value=words, remark="words of the article, from the first to the last")
        )

    # Actors ------------------------------------------------------------------------------------------------------

    def _of_actor(self, actor: Actor) -> list[Way]:
        from reader.library.setting_right import another_actor, one_actor, other_name, other_role

        text, name = self.now.article.text, actor.name

        def same(other: str) -> None:
            self._correct(one_actor(name, other), f"✓ {other} is {name}")

        def called(answer: str) -> None:
            self._correct(other_name(name, answer), f"✓ called {answer}")

        def role(answer: str) -> None:
            self._correct(other_role(name, answer), f"✓ {name}: {answer or 'no role'}")

        short = shortened(name, 24)
        rows: list[Way] = [
            (Choice(f"{short} is also another one of the list"), partial(self._ask_other, same, actor)),
            (
                Choice(f"{short} is called otherwise"),
                partial(self._ask_line, "Name:", called, name, "enter sets it"),
            ),
            (
                Choice(f"{short} has another role", actor.role or "none"),
                partial(self._ask_line, "Role:", role, actor.role or "", "enter sets it; a - for none", "-"),
            ),
        ]
        place = self._mention_stood_at(actor)
        if place is not None:

            def another(other: str) -> None:
                self._correct(another_actor(text, actor, place, other), f"✓ {other} is meant there")

            words = shortened(self.now.article.words_of(place).replace("\n", " "), 24)
            rows.append(
                (
                    Choice(f"“{words}” here is somebody else"),
                    partial(self._ask_who, another, None, nobody=False, but=actor),
                )
            )
        return rows

    def _mention_stood_at(self, actor: Actor) -> Span | None:
        """The mention that the walk from mention to mention has come to, else the one that says who claims it."""
        reading = self.now
        mentions = sorted(actor.mentions)
        if reading.followed == actor.id and 0 <= reading.mention < len(mentions):
            return mentions[reading.mention]
        claim = reading.current_claim
        sources = claim.source if claim is not None and claim.speaker == actor.id else ()
        return next((each for each in mentions if any(a <= each[0] and each[1] <= b for a, b in sources)), None)

    # Asking ------------------------------------------------------------------------------------------------------

    def _actors(self) -> Sequence[Actor]:
        return by_importance(self.now.everybody, self.now.shares)

    def _ask_who(
        self, take: Callable[[str], None], claim: Claim | None, *, nobody: bool = True, but: Actor | None = None
    ) -> None:
        """Ask for one of the actors, nobody, or a name that is typed."""
        now = speaker_label(claim) if claim is not None else ""
        names = [each.name for each in self._actors() if each.name != now and (but is None or each.id != but.id)]
        picks = [Pick(_TYPED), *([Pick(_NOBODY)] if nobody else ())]
        picks += [Pick(name, heading="Actors") for name in names]

        def picked(index: int | None) -> None:
            if index is None:
                return
            name = picks[index].name
            if name == _TYPED and index == 0:
                self._ask_line("Name:", take, "", "who said it" if nobody else "who is meant")
            else:
                take("" if nobody and index == 1 else name)

        start = 0 if not names else len(picks) - len(names)
        self.app.push_screen(Picker("who", picks, at=start), picked)

    def _ask_other(self, take: Callable[[str], None], actor: Actor) -> None:
        names = [each.name for each in self._actors() if each.id != actor.id and each.kind != "group"]
        self.ask(f"{actor.name} is the same as", [Choice(name) for name in names], lambda index: take(names[index]))

    def _ask_line(
        self, title: str, take: Callable[[str], None], value: str, remark: str, none: str | None = None
    ) -> None:
        def taken(answer: str) -> str:
            take("" if answer == none else answer)
            return ""

        self.app.push_screen(Question(title, taken, value=value, remark=remark))

    # Keeping -----------------------------------------------------------------------------------------------------

    def _correct(self, wish: "Wish", words: str) -> None:
        self.clear_selection()
        kind, data = wish
        article, source = self.now.article, self.session.source
        make = partial(correct, article=article, source=source, kind=kind, data=data)
        self.change(
            make,
            f"{words} · ‹reading.undo› takes it back",
            lambda made: partial(_take_back, made),
            "✓ as it was found",
        )

    def _list_corrections(self) -> None:
        """Choose one of the corrections of this article, and take it back."""
        from reader.library.setting_right import told

        made = self.session.corrections

        def chosen(index: int) -> None:
            self.change(partial(_take_back, made[index]), "✓ taken back")

        rows = [Choice(told(each)) for each in made]
        self.ask("Set right in this article", rows, chosen, remark="enter takes it back · esc close")

    def take_kept(self, kept: Kept) -> None:
        self.session.corrections = kept.corrections
        super().take_kept(kept)


def _take_back(made: "Correction", library: "Library") -> None:
    library.undo(made)
