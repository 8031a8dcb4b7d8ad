"""Papers, agencies and stations that only report are not "the company"."""

import pytest

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.reporters import only_reports
from tests.analysis.conftest import Page, speaker


@pytest.mark.parametrize(
    "report",
    [
        "The Ohio-based firm, Cura Labs, has told officials that its tests were faulty, the Courier has learned.",
        "Cura Labs hid the results of two tests, according to text messages obtained by the Weir Times.",
        "Cura Labs has withdrawn two tests. A spokesman told the Weir Gazette that nobody was hurt.",
    ],
)
def test_who_only_reports_is_not_the_company(report: str) -> None:
    assert speaker(f"{report} The company said it would pay for new tests.\n", "pay for new tests") == "Cura Labs"


def test_a_paper_of_which_an_article_tells_is_the_company() -> None:
    text = "The Weir Gazette will close in June after a century. The company said staff would be paid until May.\n"
    assert speaker(text, "would be paid until May") == "Weir Gazette"


def test_a_paper_beside_a_firm_is_not_the_company() -> None:
    text = (
        "Medbed’s chief executive, Ida Crane, has resigned after the Herald published her emails. The company said it "
        "would name a successor. The Herald said it stood by its story.\n"
    )
    assert speaker(text, "would name a successor") == "Medbed"


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Lowport (CNN) -- Medbed will close two plants.", True),
        ("LOWPORT, Maine (CNN) — Medbed will close two plants.", True),
        ("The network (CNN) will close two studios.", False),
        ("CNN will close two studios.", False),
    ],
)
def test_whose_byline_it_is_only_reports(text: str, reports: bool) -> None:
    page = Page(text)
    assert only_reports(page.document, Cluster("CNN", "organisation", (page.span("CNN"),), (), None)) is reports
