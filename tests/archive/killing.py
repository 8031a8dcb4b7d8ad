"""A run whose engine ends its process at certain words: `python killing.py IN OUT`, for a test to start.

It finds nothing else, so that a process that takes another's place has no network to load.

The processes of the run read this file too, since it is their main module.
"""

import os
import sys
from typing import Any

from reader.analysis import many
from reader.analysis.model import Analysis
from reader.archive import Settings, run_archive
from reader.article.model import Article


def end_or_find_nothing(article: Article, **given: Any) -> Analysis:
    if "END THE PROCESS" in article.text:
        os._exit(9)
    return Analysis(())


many.analyse = end_or_find_nothing

if __name__ == "__main__":
    run_archive([sys.argv[1]], sys.argv[2], Settings(part_bytes=1000), jobs=2)
