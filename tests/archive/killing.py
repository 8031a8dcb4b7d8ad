"""A run whose engine ends its process at certain words: `python killing.py IN OUT`, for a test to start.

The processes of the run read this file too, since it is their main module.
"""

import os
import sys

from reader.analysis.model import Analysis
from reader.archive import Settings, run_archive, work
from reader.article.model import Article

analyse = work._analyse


def end_or_analyse(article: Article, settings: Settings) -> Analysis:
    if "END THE PROCESS" in article.text:
        os._exit(9)
    return analyse(article, settings)


work._analyse = end_or_analyse

if __name__ == "__main__":
    run_archive([sys.argv[1]], sys.argv[2], Settings(part_bytes=2000), jobs=2)
