"""Who and what is named, and where: people, organisations and places, found by rule, joined with what the trained
tagger found, cut where a title says so, and seen to in headlines. A `Name` is one naming; who it is, the actors' room
finds out.
"""

from reader.analysis.names.by_rule import Name, find_names, join_names
from reader.analysis.names.conjoined import join_over_and
from reader.analysis.names.edges import mend_edges
from reader.analysis.names.employers import add_employers
from reader.analysis.names.forces import join_forces
from reader.analysis.names.headlines import settle_headlines
from reader.analysis.names.inserted import join_inserted
from reader.analysis.names.peers import PEERS, add_peers
from reader.analysis.names.peoples import add_peoples
from reader.analysis.names.short_forms import add_short_forms
from reader.analysis.names.spelled_out import spell_out
from reader.analysis.names.spoken_for import add_speaking
from reader.analysis.names.titled_runs import cut_at_titles
from reader.analysis.names.whole import complete_names

__all__ = [
    "PEERS",
    "Name",
    "add_employers",
    "add_peers",
    "add_peoples",
    "add_short_forms",
    "add_speaking",
    "complete_names",
    "cut_at_titles",
    "find_names",
    "join_forces",
    "join_inserted",
    "join_names",
    "join_over_and",
    "mend_edges",
    "settle_headlines",
    "spell_out",
]
