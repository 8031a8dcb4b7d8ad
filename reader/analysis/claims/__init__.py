"""Who said what: acts of attribution found by the trained tagger and by rules, merged with what quotation marks,
signatures and a transcript's turns know for certain, made into drafts of claims, and claims found within claims. Whose
claim it is, the actors' room finds out.
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
