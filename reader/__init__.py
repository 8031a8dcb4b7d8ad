"""Reader: who said what in a news article, on the screen, on the command line and as a library.

`open_article` turns a path, a URL or standard input into an `Article`; `analyse` turns an `Article` into an
`Analysis`. Both are plain functions over frozen dataclasses that pickle, so any process pool can run them.
`analyse_many` does with articles in a row what `analyse` does with each, faster where there are two cores.
"""

from typing import TYPE_CHECKING

from reader import privacy
from reader.first_use import import_on_first_use

privacy.stop_calls_home()

__version__ = "0.1.0"
__all__ = ["Analysis", "Article", "ArticleError", "analyse", "analyse_many", "open_article"]

if TYPE_CHECKING:
    from reader.analysis import Analysis, analyse, analyse_many
    from reader.article import Article, ArticleError, open_article

__getattr__ = import_on_first_use(
    __name__,
    {
        "Analysis": "analysis",
        "analyse": "analysis",
        "analyse_many": "analysis",
        "Article": "article",
        "ArticleError": "article",
        "open_article": "article",
    },
)
