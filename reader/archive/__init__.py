"""The engine over very many articles: files in, files out, on one machine or on a Dask cluster.

A run is cut into parts. Each part is a list of places where articles lie (`inputs`), is analysed by one function that
any engine can map (`work.analyse_part`), and is written whole or not at all (`tables`); what is done stands in the
folder itself, so that a run that broke off goes on (`plan`, `run`).
"""

from reader.archive.plan import ArchiveError, Settings
from reader.archive.run import run_archive
from reader.archive.work import analyse_part

__all__ = ["ArchiveError", "Settings", "analyse_part", "run_archive"]
