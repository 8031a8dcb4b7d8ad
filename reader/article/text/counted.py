"""Things that are counted, in words."""


def many(count: int, one: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{count} {one}{'s' * (count != 1)}"
