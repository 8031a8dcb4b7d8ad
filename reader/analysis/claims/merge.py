"""A tagger's attributions, checked and completed by what rules and quotation marks know for certain."""

from collections.abc import Sequence
from functools import partial

from reader.analysis.claims import signatures
from reader.analysis.claims.asides import join_over_asides
from reader.analysis.claims.asked_whom import take_asked
from reader.analysis.claims.attribution import Attribution, add_apart, find_overlapping, index_contents
from reader.analysis.claims.both_sides import join_sides
from reader.analysis.claims.continued_quotes import continue_quotations, follow_told, is_clause
from reader.analysis.claims.denied_cues import take_denials
from reader.analysis.claims.edges import mend_edges
from reader.analysis.claims.enclosing import take_enclosed
from reader.analysis.claims.endings import cut_endings
from reader.analysis.claims.far_parts import part_far
from reader.analysis.claims.finished import finish_contents
from reader.analysis.claims.headline_quotes import give_repeated
from reader.analysis.claims.heard import join_heard
from reader.analysis.claims.holes import fill_holes
from reader.analysis.claims.led_quotes import take_leads
from reader.analysis.claims.other_clauses import part_clauses
from reader.analysis.claims.own_cues import give_own
from reader.analysis.claims.own_sentence import keep_own_sentence
from reader.analysis.claims.passed_over import add_passed_over
from reader.analysis.claims.quoted_by import set_quoted_right
from reader.analysis.claims.relatives import add_antecedents
from reader.analysis.claims.relayed import relay_claims
from reader.analysis.claims.rules import find_by_rules, holds_source, is_according
from reader.analysis.claims.tails import add_tails
from reader.analysis.claims.uncued import give_uncued, part_weak
from reader.analysis.claims.unsaid import is_link
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex

_BY_RULE = 0.5
"""How sure a claim is that the tagger passed over, where quotation marks and a rule vouch for it: as sure as not, and
enough for what stands in quotation marks (`drafts.LEAST`)."""


def merge_attributions(
    document: Document, found: Sequence[Attribution], loose: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """A tagger's attributions with what the quotation marks know for certain: quotations that it passed over, where a
    rule can tell their cue, and quotations that continue the speaker before them. Of the `loose` contents, which point
    to no cue, those that stand in quotation marks stay, said by nobody who is named; a paragraph that the tagger is
    unsure of is left to the rules."""
    found = join_over_asides(document, [one for one in found if not is_link(document, one)])
    found, apart = part_far(document, keep_own_sentence(document, finish_contents(document, found)))
    found = add_tails(document, cut_endings(document, mend_edges(document, found)))
    found = take_asked(document, add_antecedents(document, found))
    signed = signatures.find_named(document)
    vouched = [one for one in found if one.cue or one.is_likely(_BY_RULE)]
    kept = add_apart(signatures.set_apart(document, vouched, signed), signed)
    kept = signatures.take_posts(kept, signatures.find_posts(document))
    kept = _choose_nearest(document, kept)
    contents = index_contents(kept)
    passed = [
        quotation.span
        for quotation in document.quotations
        if not quotation.depth and not contents.touches([quotation.span]) and is_clause(document, quotation)
    ]
    if passed:
        missing = SpanIndex((span, None) for span in passed)
        blocks = {document.article.block_at(span[0]) for span in passed}
        for one in find_by_rules(document, blocks):
            if one.cue and missing.touches(one.content) and not contents.touches(one.content):
                kept.append(Attribution(one.content, one.cue, one.source, _BY_RULE))
                for span in one.content:
                    contents.add(span, one)
    kept, weak = part_weak(document, kept)
    weak += apart
    kept = give_uncued(document, continue_quotations(document, kept), (*weak, *loose))
    contents = index_contents(kept)
    for one in (*weak, *loose):
        quotation = document.quotation_at(one.content[0][0])
        if quotation is not None and is_clause(document, quotation) and not contents.touches(one.content):
            kept.append(one)
            for span in one.content:
                contents.add(span, one)
    kept = give_repeated(document, follow_told(document, kept))
    kept = fill_holes(
        document, give_own(document, join_sides(document, part_clauses(document, join_heard(document, kept))))
    )
    kept = add_passed_over(document, kept, partial(find_by_rules, document))
    kept = take_leads(document, set_quoted_right(document, take_enclosed(document, kept)))
    kept = relay_claims(document, take_denials(document, kept))
    return tuple(sorted(kept, key=lambda one: min(one.content)))


def _choose_nearest(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with a quotation given to the cue beside it and not to an "according to" around both: “…,” Cruz
    said, according to a newspaper."""
    around = [one for one in found if is_according(document, one)]
    around = [one for one in around if any(document.quotations_in(span) for span in one.content)]
    if not around:
        return list(found)
    blocks = {document.article.block_at(start) for one in around for start, _ in one.content}
    ruled = find_by_rules(document, blocks)
    beside = index_contents(one for one in ruled if one.cue and not is_according(document, one))
    nearer: dict[int, Attribution] = {}
    for outer in around:
        for one in find_overlapping(outer, beside):
            if holds_source(outer, one):
                nearer[id(outer)] = one._replace(confidence=outer.confidence)
    return [nearer.get(id(one), one) for one in found]
