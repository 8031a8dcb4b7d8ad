"""What one article tells of itself."""

import sys
from types import FrameType

from reader import analyse
from reader.article import Article, article_from_text
from reader.compare.audit import audit
from reader.compare.audit_model import Audit

HEAD = "Ferry line may close two routes, minister says\n\nBy Ada Poll\n\n4 May 2026\n\n"


def looked_through(*paragraphs: str, head: str = HEAD) -> tuple[Article, Audit]:
    article = article_from_text(head + "\n\n".join(paragraphs) + "\n")
    return article, audit(article, analyse(article))


def test_who_is_spoken_of_and_never_speaks_with_the_words_on_asking_them() -> None:
    article, found = looked_through(
        "The minister, Ines Falkner, said the line would be helped.",
        "The owner, Marlon Teague, bought it in 2019. Teague declined to comment on Monday.",
        "Bram Osei, a passenger, was on the last boat.",
    )
    silent = {s.actor.name: s.asked for s in found.silent}
    asked = silent["Marlon Teague"]
    assert asked is not None
    assert article.words_of(asked) == "declined to comment"
    assert silent["Bram Osei"] is None
    assert "Ines Falkner" not in silent
    assert "Ada Poll" not in silent


def test_who_would_not_speak_is_not_the_one_whose_wife_or_manager_it_was() -> None:
    article, found = looked_through(
        "The minister, Ines Falkner, said the line would be helped. Her husband, Marlon Teague, would not comment.",
        "Halden Ferries' chief executive, Piers Aldous, could not be reached.",
        "The manager of Farley United, Colin Bright, refused to speak to the press.",
    )
    asked = {s.actor.name: article.words_of(s.asked) for s in found.silent if s.asked is not None}
    assert asked == {
        "Marlon Teague": "would not comment",
        "Piers Aldous": "could not be reached",
        "Colin Bright": "refused to speak",
    }


def test_unnamed_sources_and_the_reason_given() -> None:
    article, found = looked_through(
        "Two routes will close in June, said an official who asked not to be named because nothing was decided.",
        "An employee said that the boats were empty in winter.",
        "Ines Falkner, the minister, said that the boats were empty in winter.",
    )
    by_source = {article.words_of(u.claim.source[0]).split()[1]: u for u in found.unnamed}
    reason = by_source["official"].reason
    assert reason is not None
    assert article.words_of(reason).startswith("who asked not to be named because")
    assert by_source["employee"].reason is None
    second = by_source["employee"].seconded
    assert second is not None
    assert second.speaker_name == "Ines Falkner"


def test_nobody_is_no_unnamed_source() -> None:
    article, found = looked_through(
        "No official said on Monday that the boats were empty.",
        "No one among the workers said that the boats were empty.",
        "Neither official said that the boats were full.",
        "One official said that the boats were blue.",
    )
    assert [article.words_of(u.claim.source[0]) for u in found.unnamed] == ["One official"]


def test_what_is_not_said_rests_on_nobody() -> None:
    article, found = looked_through(
        "The boats have stood idle since June, the harbour office said on Monday.",
        "A spokesman declined to say whether they would sail.",
        "An official said that the boats were blue.",
    )
    assert [article.words_of(u.claim.source[0]) for u in found.unnamed] == ["An official"]


def test_two_who_say_the_same() -> None:
    _, found = looked_through(
        "Ines Falkner, the minister, said the winter boats had been empty for ten years.",
        "“The winter boats have been empty for ten years,” said Bram Osei, the captain.",
    )
    assert [(t.one.speaker_name, t.other.speaker_name) for t in found.twice] == [("Ines Falkner", "Bram Osei")]


def test_what_a_headline_stands_on() -> None:
    article, found = looked_through(
        "Ines Falkner, the minister, said the ferry line might close two routes in June.",
        "The boats are blue.",
        head="Ferry line to close two routes\n\n4 May 2026\n\n",
    )
    line = found.lines[0]
    assert (line.kind, line.support) == ("title", "attributed")
    lost = [article.words_of(span) for span in line.lost]
    assert "might" in lost
    assert "said" in lost
    _, other = looked_through("The boats are blue.", head="Council votes on school dinners\n\n4 May 2026\n\n")
    assert other.lines[0].support == "nowhere"


def test_figures_and_who_vouches_for_them() -> None:
    article, found = looked_through(
        "The line carries 4,000 passengers a day on its two winter routes.",
        "Bram Osei, the captain, said it carries 3,500 passengers a day on the winter routes.",
    )
    shown = {article.words_of(f.span): f for f in found.figures}
    assert shown["4,000 passengers"].claim is None
    vouched = shown["3,500 passengers"].claim
    assert vouched is not None
    assert vouched.speaker_name == "Bram Osei"
    assert [article.words_of(span) for span in shown["4,000 passengers"].against] == ["3,500 passengers"]


def test_a_figure_is_shown_as_it_is_written_and_a_decade_is_none() -> None:
    article, found = looked_through(
        "Ines Falkner said €3.5m was left of US$40 000, or 12% less than in the 1990s and the 70s, and £ 7 an hour.",
    )
    shown = [article.words_of(figure.span) for figure in found.figures]
    for words in ("€3.5m", "US$40", "12%", "£ 7"):
        assert any(each.startswith(words) for each in shown), words
    assert not [words for words in shown if "90" in words or "70" in words]


def test_a_transcript_four_times_as_long_takes_about_four_times_the_work() -> None:
    def count(times: int) -> int:
        steps = 0

        def stepped(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal steps
            steps += event in ("call", "c_call")

        said = [
            f"“The w{n}a of w{n}b is {n} w{n}c,” said {('Ines Falkner', 'Bram Osei')[n % 2]}." for n in range(times)
        ]
        article = article_from_text("\n\n".join(said))
        analysis = analyse(article)
        assert len(analysis.claims) == times
        sys.setprofile(stepped)
        try:
            audit(article, analysis)
        finally:
            sys.setprofile(None)
        return steps

    count(5)
    assert count(240) < 6 * count(60)


def test_an_empty_text() -> None:
    assert looked_through(head="")[1] == Audit()


def test_who_speaks_through_a_verb_beside_the_name_is_not_silent_and_a_place_is_nobody() -> None:
    _, found = looked_through(
        "The minister, Ines Falkner, said the line would be helped. Bram Osei, a passenger, left Upper Wend in June.",
        "Officials in Upper Wend were told of it by Falkner. Bram Osei was seen at the quay.",
        "A worker, who asked not to be named, said the boats were old. The worker said nobody had looked.",
    )
    silent = {s.actor.name for s in found.silent}
    assert "Bram Osei" in silent
    assert not silent & {"Ines Falkner", "Upper Wend"}
    assert found.unnamed[0].reason is not None


def test_a_headline_that_is_somebodys_word_or_quotes_somebody_stands_on_that_claim() -> None:
    body = ("“The boats are as old as my mother,” said Bram Osei, the captain. The sea was calm on Monday.",)
    article, found = looked_through(*body, head="‘As old as my mother’: captain on the boats\n\n4 May 2026\n\n")
    line = found.lines[0]
    assert line.support == "attributed"
    assert line.claim is not None
    assert line.claim.speaker_name == "Bram Osei"
    assert line.sentence is not None
    assert article.words_of(line.sentence).startswith("“The boats are as old")
    _, found = looked_through(*body, head="The sea was calm, for once\n\n4 May 2026\n\n")
    assert found.lines[0].support == "reporter"
