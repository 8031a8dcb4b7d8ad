"""Who said what: acts of attribution found by the trained tagger and by rules, merged with what quotation marks,
signatures and a transcript's turns know for certain, made into drafts of claims, and claims found within claims. Whose
claim it is, the actors' room finds out.

In the order of the work: `from_tagger` and `rules` find attributions, `transcripts` a transcript's turns,
`other_languages` quotations where nobody here reads the language. `merge` mends what the tagger found: how far contents
reach (`finished`, `edges`, `endings`, `tails`, `holes`, `relatives`, `both_sides` …), whose a quotation without a cue
is (`continued_quotes`, `uncued`, `own_cues`, `signatures`, `headline_quotes`), what is denied (`denied_cues`); by way
of `passed_over` it adds forms that the tagger does not see (`asked`, `called_by`, `colons`, `findings`, `held`,
`judged`, `meant`, `stated`, `unnamed`); what is told according to another (`relayed`) comes last. `checks` takes out
what cannot be. `drafts` makes claims, without what reports nothing (`unsaid`), surer or less sure by their form
(`doubt`). `nested`, with `inner` and `inner_forms`, looks for claims inside them. `faint`, with `faint_…`, keeps what
is too unsure to be shown at first.
"""

from reader.analysis.claims.attribution import Attribution, complete_sources
from reader.analysis.claims.checks import check_attributions
from reader.analysis.claims.drafts import Draft, draft_claims, list_said
from reader.analysis.claims.faint import draft_faint, find_faint_forms
from reader.analysis.claims.from_tagger import begin_tagging, find_tagged
from reader.analysis.claims.inner import find_inner
from reader.analysis.claims.inner_forms import add_told_inside
from reader.analysis.claims.merge import merge_attributions
from reader.analysis.claims.nested import add_inner
from reader.analysis.claims.other_languages import choose_vouched, find_quoted
from reader.analysis.claims.rules import find_by_rules
from reader.analysis.claims.transcripts import add_turns, find_turns, name_speakers, tell_initials

__all__ = [
    "Attribution",
    "Draft",
    "add_inner",
    "add_told_inside",
    "add_turns",
    "begin_tagging",
    "check_attributions",
    "choose_vouched",
    "complete_sources",
    "draft_claims",
    "draft_faint",
    "find_by_rules",
    "find_faint_forms",
    "find_inner",
    "find_quoted",
    "find_tagged",
    "find_turns",
    "list_said",
    "merge_attributions",
    "name_speakers",
    "tell_initials",
]
