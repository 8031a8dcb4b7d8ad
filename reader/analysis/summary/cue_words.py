"""Edmundson's cue words for news: what speaks for a sentence and what against it."""


def _words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


BONUS = _words(
    "accused agreed agreement announced approved arrested attack ban bid billion biggest blamed charged claimed"
    " confirmed court crisis cut deal deaths decided decision denied died election emergency ended expected fall"
    " fear final find first found government highest injured investigation key killed largest launched law lead"
    " least leader lowest major million minister nation new officials percent plan police president prime published"
    " record rejected released report resigned result revealed rise ruled said sentenced signed significant study"
    " threat told urged vote warned win won worst"
)
"""Words that news leads are made of."""

STIGMA = _words(
    "also although another anyway besides can't click couldn't e.g example feel felt follow hardly however i i'm"
    " i've impossible incidentally instance instead maybe me meanwhile moreover my nevertheless otherwise perhaps"
    " personally photo picture probably quite rather read really similarly somewhat subscribe thanks therefore"
    " think though thought thus tweet us video we we're well"
)
"""Words of asides, examples and the writer's own voice."""
