"""What is handed from finding to assembling."""

from reader.analysis.claims.attribution import Attribution

ONE = Attribution(((0, 9),), ((10, 14),), ((15, 20),), confidence=0.4, verbatim=True, by_form=True)


def test_other_spans_leave_all_else_of_an_act_as_it_is() -> None:
    assert all(value != Attribution._field_defaults.get(name) for name, value in ONE._asdict().items())
    assert ONE.with_spans(((1, 9),)) == ONE._replace(content=((1, 9),))
    assert ONE.with_spans(((1, 9),), ((10, 12),), ()) == ONE._replace(content=((1, 9),), cue=((10, 12),), source=())


def test_the_same_spans_are_the_same_act() -> None:
    assert ONE.with_spans(ONE.content, ONE.cue, ONE.source) is ONE
