"""Who is spoken of: namings put together to clusters, their roles, whom a pronoun or a description means, which of them
stands behind a claim's source; and from all that the list of actors, with their claims.

In the order of the work: `clusters` puts namings together (`people`, `bodies`, `families`; `kinds` says which are
actors at all), `roles` finds what each is called beside the name, `pronouns` whom he and she are. `speakers` finds who
is named or described by a source (`source_forms`, `name_at_end`, `descriptions`, `kin`). For all other sources `voices`
asks, in its order, the files that each know one kind: it, they and “the company” (`antecedents`, with `antecedent_…`),
documents (`issuers`, `put_out`, `handed_out`), two who speak together (`pairs`, `joined`), who is named only later
(`ahead`, `named_later`), who goes on speaking (`continued`). `sureness` weighs claims and actors (`…_features`, with
fitted `…_weights`), and `build` lays all of it into the list.
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
