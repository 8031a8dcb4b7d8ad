"""Who is listed, and who has a voice."""

from reader.analysis.model import Analysis, Claim
from reader.app.state.speakers import unnamed_sources


def test_sources_that_name_nobody_are_listed_but_no_bare_pronoun() -> None:
    names = ("officials", "it", "They", "officials", "who", "a neighbour")
    claims = tuple(
        Claim(f"c{at}", "indirect", "said", ((at, at + 1),), speaker_name=name) for at, name in enumerate(names)
    )
    listed = unnamed_sources(Analysis(claims=claims))
    assert [(actor.name, actor.claims) for actor in listed] == [("officials", ("c0", "c3")), ("a neighbour", ("c5",))]
