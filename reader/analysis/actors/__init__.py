"""Who is spoken of: namings put together to clusters, their roles, whom a pronoun or a description means, which of them
stands behind a claim's source; and from all that the list of actors, with their claims.
"""

from reader.analysis.actors.build import build_actors
from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.namings import Namings, lay_namings
from reader.analysis.actors.pronouns import Resolved, resolve_pronouns
from reader.analysis.actors.roles import find_roles
from reader.analysis.actors.speakers import find_described, find_speaker, match_labels
from reader.analysis.actors.sureness import add_likely, choose_guesses
from reader.analysis.actors.voice import Voice
from reader.analysis.actors.voices import find_voices, list_pronouns

__all__ = [
    "Namings",
    "Resolved",
    "Voice",
    "add_likely",
    "build_actors",
    "choose_guesses",
    "cluster_names",
    "find_described",
    "find_roles",
    "find_speaker",
    "find_voices",
    "lay_namings",
    "list_pronouns",
    "match_labels",
    "resolve_pronouns",
]
