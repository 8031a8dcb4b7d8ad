"""What is made of a finished run: other forms, a sample, a score, answers."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from reader.analysis.tagger.inference import DATA
from reader.archive import run_archive
from reader.archive.annotate import ROLES, conll_lines, write_brat, write_spacy
from reader.archive.answers import MEASURED, QUERIES, Table, ask, measure_shares, open_tables, report
from reader.archive.finished import Read, read_articles
from reader.archive.judge import draw_sample, read_verdicts, score_run
from reader.archive.plan import ArchiveError
from reader.archive.publish import csv_text, gqg_lines, schema_lines, w3c_lines
from tests.archive.conftest import write_text
from tests.archive.test_run import SMALL
from tests.export.brat_checks import check_brat

PARAGRAPHS = (
    "Quotations run on\n\n“The first paragraph has no end,” said Ines Falkner, the keeper.\n\n"
    "“It goes on,” she said. “It goes on here,\n\n“and here it ends.”\n\nBram Osei said that Edda Roth had said no.\n"
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    texts = place / "texts"
    texts.mkdir()
    for number in range(6):
        (texts / f"{number}.txt").write_text(write_text(number), encoding="utf-8")
    (texts / "long.txt").write_text(PARAGRAPHS, encoding="utf-8")
    run_archive([str(texts)], place / "out", SMALL)
    return place / "out"


@pytest.fixture(scope="module")
def articles(out: Path) -> list[Read]:
    return list(read_articles(out))


def test_brats_own_rules_are_kept(articles: list[Read], tmp_path: Path) -> None:
    assert write_brat(articles, tmp_path) == (7, ())
    assert len(list(tmp_path.glob("*.ann"))) == 7
    configuration = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    for read in articles:
        path = tmp_path / read.article["article"]
        text = path.with_suffix(".txt").read_bytes().decode()
        kinds = check_brat(text, path.with_suffix(".ann").read_text(encoding="utf-8"), configuration)
        assert list(kinds.values()).count("Content") == len(read.claims)
        assert list(kinds.values()).count("Person") == sum(
            row["actor"] in {one["actor"] for one in read.actors if one["kind"] == "person"} for row in read.mentions
        )


def test_what_an_annotator_changed_is_left_and_told(articles: list[Read], tmp_path: Path) -> None:
    write_brat(articles, tmp_path)
    changed = tmp_path / f"{articles[0].article['article']}.ann"
    changed.write_text("T1\tClaim 0 4\tmine\n", encoding="utf-8")
    assert write_brat(articles, tmp_path) == (7, (changed,))
    assert "mine" in changed.read_text(encoding="utf-8")
    assert write_brat(articles, tmp_path, over=True) == (7, ())
    assert "mine" not in changed.read_text(encoding="utf-8")


def test_conll_columns_mark_every_token(articles: list[Read]) -> None:
    for read in articles:
        rows = [line.split("\t") for line in conll_lines(read) if line and not line.startswith("#")]
        assert {len(row) for row in rows} == {7}
        assert all(read.article["text"][int(row[2]) : int(row[3])] == row[1] for row in rows)
        assert any(row[6].startswith("B-") for row in rows)


def test_w3c_annotations_find_their_words(articles: list[Read]) -> None:
    for read in articles:
        text = read.article["text"]
        lines = [json.loads(line) for line in w3c_lines(read)]
        assert len(lines) == len(read.claims)
        for line in lines:
            assert line["@context"] == "http://www.w3.org/ns/anno.jsonld"
            targets = line["target"] if isinstance(line["target"], list) else [line["target"]]
            for target in targets:
                quote, position = target["selector"]
                assert text[position["start"] : position["end"]] == quote["exact"]
                assert text[: position["start"]].endswith(quote["prefix"])


def test_other_lines_are_json_and_csv(articles: list[Read]) -> None:
    for read in articles:
        assert {json.loads(line)["@type"] for line in schema_lines(read)} <= {"Quotation", "Claim"}
        (line,) = gqg_lines(read)
        assert all(quote["quote"] in read.article["text"] for quote in json.loads(line)["quotes"])
        rows = list(csv.reader(io.StringIO(csv_text(read, head=True))))
        assert len(rows) == len(read.claims) + 1


def test_spacys_docbin_reads_back(articles: list[Read], tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    write_spacy(articles, tmp_path / "docs.spacy")
    docs = list(DocBin().from_disk(tmp_path / "docs.spacy").get_docs(spacy.blank("en").vocab))
    assert len(docs) == 7
    assert {role for doc in docs for role in doc.spans} == set(ROLES)
    assert any(span.text.startswith("Ines Falkner") for doc in docs for span in doc.ents)


def test_a_sample_is_the_same_for_the_same_seed(out: Path) -> None:
    one, two, other = draw_sample(out, 5, 1), draw_sample(out, 5, 1), draw_sample(out, 5, 2)
    assert one == two != other
    rows = list(csv.DictReader(io.StringIO(one)))
    assert len(rows) == 5
    assert all(row["text"] and row["speaker_right"] == "" for row in rows)


def test_a_sample_with_verdicts_is_the_engines_error(out: Path, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(draw_sample(out, 5, 1))))
    path = tmp_path / "checked.csv"

    def write(*verdicts: tuple[str, str, str]) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [rows[0], *([*row[:-3], *v] for row, v in zip(rows[1:], verdicts, strict=False))]
            )

    write(("yes", "no", ""), ("Y", "yes", ""), ("1", "", ""), ("no", "", ""))
    claims, words = read_verdicts(path)
    assert claims[:3] == ("is_a_claim", 4, 0.75)
    assert 0.25 < claims[3] < 0.35  # as tables of Wilson's interval have it
    assert 0.95 < claims[4] < 0.97
    assert words[:3] == ("words_right", 2, 0.5)
    for bad in ([("", "", "")], [("perhaps", "", "")]):
        write(*bad)
        with pytest.raises(ArchiveError):
            read_verdicts(path)
    path.write_text("a,b\n1,2\n")
    with pytest.raises(ArchiveError, match="no sample that can be read"):
        read_verdicts(path)


def test_the_error_that_a_report_tells_is_the_model_cards(out: Path) -> None:
    pytest.importorskip("duckdb")
    shown: dict[str, Table] = {}
    report(out, shown.__setitem__)
    assert list(MEASURED) in [rows for _, rows in shown.values()]
    card = (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
    (scores,) = re.findall(r"through the product's own assembly.*?\*\*this model\*\*([^\n]*)", card, re.DOTALL)
    told = [float(number) / 100 for number in re.findall(r"[\d.]+", scores)]
    assert {share for _, share in MEASURED} <= {round(share, 3) for share in told}


def test_a_score_against_marks(out: Path, articles: list[Read], tmp_path: Path) -> None:
    rows = []
    for read in articles:
        marks = [
            {"content": [[s["start"], s["end"]] for s in c["content"]], "source": [], "speaker": c["speaker_name"]}
            for c in read.claims
            if not c["within"]
        ]
        rows.append(json.dumps({"path": Path(read.article["source"]).name, "claims": marks[1:]}))
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(rows), encoding="utf-8")
    score = score_run(out, gold)
    assert score.recall == 1.0
    assert score.precision == pytest.approx(score.marked / score.found)
    assert (score.named, score.speaker) == (score.named, score.named)
    gold.write_text(json.dumps({"path": "other.txt", "claims": []}), encoding="utf-8")
    with pytest.raises(ArchiveError, match="none of its articles"):
        score_run(out, gold)


def test_answers_in_sql_with_their_uncertainty(out: Path) -> None:
    pytest.importorskip("duckdb")
    connection = open_tables(out)
    assert ask(connection, "SELECT current_setting('autoinstall_known_extensions')")[1] == [(False,)]  # no downloads
    head, rows = measure_shares(connection)
    assert head[0] == "share of"
    assert all(0 <= low <= share <= high <= 1 for _, _, share, low, high in rows)
    assert measure_shares(connection) == (head, rows)
    shares = {name: (share, low, high) for name, _, share, low, high in rows}
    share, low, high = shares["people, of named sources"]  # every one of seven articles: seven more may have another
    assert share == high == 1.0
    assert 0.6 < low < 0.7
    for query in QUERIES.values():
        columns, found = ask(connection, query)
        assert all(len(row) == len(columns) for row in found)
    assert ask(connection, QUERIES["who speaks most"])[1]


def test_a_name_in_capitals_is_counted_with_the_same_in_small_letters(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "in").mkdir()
    for number, name in enumerate(("Ines Falkner", "INES FALKNER", "Ines Falkner")):
        said = f"Rain at Holme {number}\n\n“It rained for {number + 3} days,” said {name}, the keeper of the weir.\n"
        (tmp_path / "in" / f"{number}.txt").write_text(said, encoding="utf-8")
    run_archive([str(tmp_path / "in")], tmp_path / "out", SMALL)
    assert ask(open_tables(tmp_path / "out"), QUERIES["who speaks most"])[1] == [("Ines Falkner", 3, 3)]


def test_pandas_and_polars_read_the_tables(out: Path) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    claims = pandas.read_parquet(out / "claims")
    assert set(claims["article"]) <= set(pandas.read_parquet(out / "articles")["article"])
    assert len(polars.read_parquet(out / "claims" / "*.parquet")) == len(claims)


def test_a_table_that_cannot_be_read_is_told_with_what_to_do(out: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    shutil.copytree(out, tmp_path / "out")
    next((tmp_path / "out" / "claims").iterdir()).write_bytes(b"junk")
    for look in (lambda folder: report(folder, lambda *_: None), lambda folder: list(read_articles(folder))):
        with pytest.raises(ArchiveError, match=r"part-\d+\.parquet cannot be read .*; remove that file"):
            look(tmp_path / "out")


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="holds no tables"):
        list(read_articles(tmp_path))
