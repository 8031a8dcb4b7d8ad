"""He and she to names: what the model is told by name, and that its weights know each name."""

import re
from collections.abc import Sequence

import pytest

from reader.analysis import analyse
from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.features import Features
from reader.analysis.actors.pronoun_features import FEATURES, score
from reader.analysis.actors.pronoun_weights import WEIGHTS
from reader.analysis.actors.pronouns import resolve_pronouns
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.analysis.names.by_rule import find_names
from reader.article import article_from_text
from reader.article.model import Span

TEXT = """Council leader Ruth Adeyemi opened the meeting. Tom Pryce arrived late.

She said the bridge was safe. "He told me so himself," she added."""


def test_each_feature_has_a_weight() -> None:
    assert set(WEIGHTS) == set(FEATURES)


def test_a_candidate_is_told_of_by_name_and_only_where_there_is_something_to_tell() -> None:
    article = article_from_text(TEXT)
    document = read_document(article, split_sentences(article))
    asked: list[tuple[str, int, Sequence[Features]]] = []

    def teach(pronoun: Span, candidates: Sequence[int | None], told: Sequence[Features]) -> int | None:
        asked.append((article.words_of(pronoun), len(candidates), told))
        return candidates[0]

    resolve_pronouns(document, cluster_names(document, find_names(document)), teacher=teach)
    assert [(words, count) for words, count, _ in asked] == [("She", 2), ("He", 2), ("himself", 2), ("she", 2)]
    somebody, nobody = asked[0][2]
    assert somebody["gender agrees"] == 1
    assert {name for name in nobody if not name.startswith("nobody")} == set()
    for _, _, told in asked:
        assert all(value for features in told for value in features.values())
        assert {name for features in told for name in features} <= set(FEATURES)


def test_a_score_is_the_sum_of_what_is_told() -> None:
    assert score({}) == 0
    told = {"gender agrees": 1.0, "words apart": 0.5}
    assert score(told) == pytest.approx(WEIGHTS["gender agrees"] + 0.5 * WEIGHTS["words apart"])


def test_he_is_nobody_whom_he_is_reported_to_name() -> None:
    text = (
        "Radio host to leave\n\nThe host Alan Dorn has announced that he will leave.\n\nNorvik’s chief, Hugh Marks, "
        "made it clear that Dorn was not needed when he said that Dorn’s show was “a part of the revenue”.\n"
    )
    found = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in found.outer][-1] == "Hugh Marks"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Lorne Petty, a fisherman, backed the plan, which Owen Gray has promised to stop.", "Lorne Petty"),
        ("Peter Petty left the quay as Owen Gray arrived.", "Peter Petty"),
        ("Lorne Petty left the quay. Owen Gray arrived.", "Owen Gray"),
        ("As Owen Gray arrived, Merrin Petty left the quay.", "Owen Gray"),
        ("Peter Petty recalled a talk with Owen Gray, where he said Gray was early.", "Peter Petty"),
    ],
)
def test_he_is_nobody_told_of_in_passing(told: str, name: str) -> None:
    article = article_from_text(f"Harbour plan\n\nNorvik votes in May.\n\n{told} “My boat sank,” he said.\n")
    assert analyse(article).claims[-1].speaker_name == name


def test_she_is_nobody_whom_she_names_between_quotation_marks() -> None:
    text = (
        "Runner aims high\n\nAfter Laura Moore joined the team she had a letter from the Welsh runner Kirsty Wayne. "
        "“We think Laura has something special,” she wrote.\n"
    )
    assert analyse(article_from_text(text)).outer[0].speaker_name == "Kirsty Wayne"


TALK = "Quay talk\n\nAlan Marsh said that it sank. {then} He said that it was old.\n"


@pytest.mark.parametrize(
    ("then", "share", "other", "name"),
    [
        ("For Hugo Vane, that was new.", 0.9, 0.05, "Hugo Vane"),
        ("For Hugo Vane, that was new.", 0.65, 0.15, "Hugo Vane"),
        ("For Hugo Vane, that was new.", 0.5, 0.15, "Alan Marsh"),
        ("For Hugo Vane, that was new.", 0.65, 0.25, "Alan Marsh"),
        ("For Quill Vane, that was new.", 0.9, 0.05, "Quill Vane"),
        ("For Quill Vane, that was new.", 0.65, 0.15, "Alan Marsh"),
        ("For Hugo Vane’s men, that was new.", 0.9, 0.05, "Alan Marsh"),
        ("It was new to Hugo Vane and his men.", 0.9, 0.05, "Alan Marsh"),
        ("At noon Hugo Vane met his men.", 0.9, 0.05, "Hugo Vane"),
        ("Alan Marsh said that Hugo Vane left.", 0.9, 0.05, "Alan Marsh"),
    ],
)
def test_he_is_whom_the_tagger_points_at_and_at_hardly_another(
    then: str, share: float, other: float, name: str
) -> None:
    article = article_from_text(TALK.format(then=then))
    text = article.text
    document = read_document(article, split_sentences(article))
    he, vane, marsh = text.index("He said"), text.rindex("Vane"), text.index("Marsh")
    links = [((vane, vane + 4), share), ((marsh, marsh + 5), other)]
    document = document.point_back(lambda position: links if position == he else [])
    clusters = cluster_names(document, find_names(document))
    found = re.finditer(r"(Alan Marsh|He) said (that [^.]+)", text)
    resolved = resolve_pronouns(document, clusters, [(one.span(1), [one.span(2)]) for one in found])
    assert clusters[resolved.pronouns[he, he + 2]].name == name


@pytest.mark.parametrize(
    ("who", "name"), [("Dale Petty", "Dale Petty"), ("Mr Dale Petty", None), ("the fisherman Dale Petty", None)]
)
def test_a_given_name_alone_does_not_tell_whom_she_cannot_mean(who: str, name: str | None) -> None:
    article = article_from_text(
        f"It was late\n\nAt noon {who} granted it but was not happy.\n\nShe said that it was old.\n"
    )
    text = article.text
    document = read_document(article, split_sentences(article))
    she, petty = text.index("She said"), text.index("Petty")
    document = document.point_back(lambda position: [((petty, petty + 5), 0.9)] if position == she else [])
    clusters = cluster_names(document, find_names(document))
    said = (text.index("that it"), text.index(" old") + 4)
    found = resolve_pronouns(document, clusters, [((she, she + 3), [said])]).pronouns.get((she, she + 3))
    assert (None if found is None else clusters[found].name) == name


@pytest.mark.parametrize(("title", "pronoun"), [("MS", "he"), ("Ms", "she")])
def test_a_title_in_capitals_before_a_name_in_small_letters_is_initials(title: str, pronoun: str) -> None:
    text = f"Cup final\n\nThe team won, {title} Vole said.\n\n“It was close,” {pronoun} said.\n"
    assert analyse(article_from_text(text)).claims[-1].speaker_name == "Vole"


@pytest.mark.parametrize("given", ["Lindsey", "Shelly"])
@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_a_given_name_borne_by_both_goes_with_he_and_she(given: str, pronoun: str) -> None:
    text = f"Lost at sea\n\nThe boat was late, {given} Vole said.\n\n“It was old,” {pronoun} said.\n"
    assert analyse(article_from_text(text)).claims[-1].speaker_name == f"{given} Vole"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Alan Marsh intends to hire a pilot for the quay, and expects Owen Gray to come.\n\nIn an interview Gray "
            "said he had no hopes. Marsh appears of another mind and is keen to ask Lund. He said: “It will be good "
            "when Owen is here. How we look after him is hard.”",
            "Alan Marsh",
        ),
        (
            "Alan Marsh told the hearing that the pilot had not been named. In Owen Gray’s case that took three weeks "
            "and did not occur until after Gray was held.\n\n“On 8 May the harbour issued a notice for Mr Gray,” he "
            "said.\n\n“Nobody was aware of it.\n\n“The office gave Mr Gray’s papers to the police.”",
            "Alan Marsh",
        ),
        ("Owen Gray came. “My name is Owen,” he said.", "Owen Gray"),
        ("Owen Gray came. “I’m always Mister Gray,” he said.", "Owen Gray"),
    ],
)
def test_he_is_nobody_named_in_any_part_of_what_he_says_but_with_his_own_name(text: str, name: str) -> None:
    assert analyse(article_from_text(f"Quay talk\n\n{text}\n")).outer[-1].speaker_name == name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("When Dorn told her to think of it, she said: “I do, every day.”", "Gina Stern"),
        ("When Dorn asked her about it, she said: “I do, every day.”", "Gina Stern"),
        ("When Dorn heard of it, she said: “I do, every day.”", "Ella Dorn"),
        (
            "When asked on Friday by the Courier’s Ella Dorn whether it works, she said: “I do, every day.”",
            "Gina Stern",
        ),
        ("Dorn asked: “Do you think of it?” She replied: “I do, every day.”", "Gina Stern"),
        ("Dorn asked: “Do you think of it?” She said: “I do, every day.”", "Ella Dorn"),
        ("“Do you think of it?” Dorn asked. “I do, every day,” she answered.", "Gina Stern"),
        ("Host Ella Dorn asked the star whether she thinks of it. “I do, every day,” she replied.", "Gina Stern"),
    ],
)
def test_who_is_asked_answers(told: str, name: str) -> None:
    article = article_from_text(f"The wedding\n\nGina Stern was on the show of Ella Dorn on Monday. {told}\n")
    analysis = analyse(article)
    assert [claim.speaker_name for claim in analysis.outer if "every day" in article.words_of(claim.content[0])] == [
        name
    ]


def test_who_is_named_in_square_brackets_within_a_quotation_may_speak_it() -> None:
    text = (
        "Title fight\n\nJarrell Milton claimed on Monday that Anthony Josh had cheated.\n\n"
        "Josh smiled when it was put to him. “That is a compliment,” he said. "
        "“I have trained since I was young, as Vlad Klim [whom Josh beat] knows.”\n"
    )
    analysis = analyse(article_from_text(text))
    assert analysis.claims[-1].speaker_name == "Anthony Josh"


def test_she_behind_who_is_told_of_with_others_is_she() -> None:
    text = (
        "Life in Norvik\n\n“We are not afraid,” says Gabrielle Dresden at Chez Sauvage. “Our customers go back.”\n\n"
        "Around the corner at the Mercer, a former shop reinvented as a restaurant, Laura Vidal and her colleagues are "
        "preparing to reopen this weekend. “There is a lot of solidarity here,” she says.\n"
    )
    assert analyse(article_from_text(text)).claims[-1].speaker_name == "Laura Vidal"


def test_who_says_what_the_headline_has_too_may_be_named_behind_it() -> None:
    article = article_from_text("“It never ends”\n\nRosa Pell has a hall.\n\n“Nobody comes,” she says.\n")
    document = read_document(article, split_sentences(article))
    clusters = cluster_names(document, find_names(document))
    she, *said = (document.article.text.index(words) for words in ("she says", "It never", "Nobody"))
    content = [(said[0], said[0] + 13), (said[1], said[1] + 12)]
    found = resolve_pronouns(document, clusters, [((she, she + 3), content)]).pronouns
    assert [clusters[index].name for index in found.values()] == ["Rosa Pell"]
