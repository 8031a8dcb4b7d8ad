"""Who is who among the people of the library: two of one name asked about, two joined, one taken away again."""

from functools import partial
from typing import TYPE_CHECKING

from reader.app.background.beside import work_beside
from reader.app.background.desk import Desk
from reader.app.home.asked_screen import AskedScreen
from reader.app.home.changes import Changes
from reader.app.home.drawing import flat
from reader.app.screens.dialogs import Choice, Way, offer
from reader.app.screens.picker import Pick, Picker
from reader.library.model import Person, Question

if TYPE_CHECKING:
    from reader.library import Library

_MOST = 2_000


class Who:
    """Asks on a screen who is who, and changes it through `changes`."""

    def __init__(self, screen: AskedScreen, desk: Desk, changes: Changes) -> None:
        self._screen = screen
        self._desk = desk
        self._changes = changes

    async def ask(self, person: Person | None) -> None:
        """Offer what can be said of a person, and the pairs of one name that nobody has decided on."""
        number = person.number if person is not None else 0
        questions, joined = await self._desk.ask(partial(_look, number=number))
        ways: list[Way] = [(Choice(*_told(each)), partial(self._question, each)) for each in questions]
        if person is not None:
            ways.append((Choice(f"{flat(person.name)} is also another one …"), partial(self._begin_other, person)))
            if joined:
                words = f"{flat(joined[0])}, joined to {flat(person.name)}, is somebody else"
                ways.append((Choice(words), partial(self._screen.change, partial(self._changes.part, person))))
        if ways:
            offer(self._screen.app, "Who is who?", ways)
        else:
            self._screen.notify("Nobody is quoted yet in what you have read.", markup=False)

    def _question(self, question: Question) -> None:
        one, other = question.one, question.other
        ways = [
            (words, partial(self._screen.change, partial(self._changes.decide, one, other, same)))
            for words, same in ((Choice("They are one person"), True), (Choice("They are two"), False))
        ]
        offer(self._screen.app, " · ".join(_told(question)), ways)

    def _begin_other(self, person: Person) -> None:
        work_beside(self._screen, partial(self._other, person))

    async def _other(self, person: Person) -> None:
        people = await self._desk.ask(lambda library: library.people(limit=_MOST))
        others = [each for each in people if each.number != person.number]
        picks = [Pick(flat(each.name), _facts(each)) for each in others]

        def picked(index: int | None) -> None:
            if index is not None:
                self._screen.change(partial(self._changes.decide, person, others[index], True))

        await self._screen.app.push_screen(Picker(f"{flat(person.name)} is the same as", picks), picked)


def _look(library: "Library", *, number: int) -> tuple[list[Question], list[str]]:
    questions = library.questions()
    about = [each for each in questions if number in (each.one.number, each.other.number)]
    return about or questions, library.joined(number)


def _told(question: Question) -> tuple[str, str]:
    """A name, and what tells the two of it apart."""
    return f"{flat(question.one.name)}: one or two?", f"{_facts(question.one)} / {_facts(question.other)}"


def _facts(person: Person) -> str:
    role = flat(person.roles[-1]) if person.roles else person.first
    return f"{role} ({person.claims})" if role else f"({person.claims})"
