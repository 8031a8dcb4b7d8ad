"""brat's own rules for standoff (https://brat.nlplab.org/standoff.html, configuration.html), as a test asks them."""

import re

_ID = re.compile(r"([TRA#])(\d+)\t(.+)|(\*)\t(.+)")


def check_brat(text: str, annotations: str, configuration: str) -> dict[str, str]:
    """Assert that annotations keep every rule; gives the kind of each mark by its id."""
    parts = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", configuration, re.MULTILINE | re.DOTALL))
    assert list(parts) == ["entities", "relations", "events", "attributes"]
    entities = set(parts["entities"].split())
    relations = {line.split("\t")[0]: line.split("\t")[1] for line in parts["relations"].splitlines() if line}
    attributes = dict(re.findall(r"^(\w+)\tArg:\w+, Value:(\S+)$", parts["attributes"], re.MULTILINE))
    kinds: dict[str, str] = {}
    seen: set[str] = set()
    lines = annotations.splitlines()
    assert annotations == "".join(line + "\n" for line in lines)
    for line in lines:
        found = _ID.fullmatch(line)
        assert found, line
        if found[1] == "T":
            kind, where, words = re.fullmatch(r"(\S+) ([\d ;]+)\t(.+)", found[3]).groups()
            assert kind in entities
            spans = [tuple(map(int, part.split(" "))) for part in where.split(";")]
            assert spans == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all("\n" not in text[start:end] for start, end in spans)
            assert " ".join(text[start:end] for start, end in spans) == words
            kinds["T" + found[2]] = kind
    for line in lines:
        found = _ID.fullmatch(line)
        assert found
        if found[1]:
            assert found[1] + found[2] not in seen
            seen.add(found[1] + found[2])
        if found[1] == "R":
            name, one, other = re.fullmatch(r"(\S+) Arg1:(T\d+) Arg2:(T\d+)", found[3]).groups()
            wanted = re.findall(r"Arg\d:([\w|]+)", relations[name])
            assert kinds[one] in wanted[0].split("|")
            assert kinds[other] in wanted[1].split("|")
        elif found[1] == "A":
            name, target, value = found[3].split(" ")
            assert target in kinds
            assert value in attributes[name].split("|")
        elif found[1] == "#":
            assert re.fullmatch(r"AnnotatorNotes T\d+\t.+", found[3])
        elif found[4]:
            marks = found[5].split(" ")
            assert marks[0] == "Equiv"
            assert "Equiv" in relations
            assert len(marks) > 2
            assert set(marks[1:]) <= set(kinds)
    return kinds
