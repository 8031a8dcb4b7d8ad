"""From an `Analysis` to what others read: JSON, Markdown, CSV, a table, citations. Text in, text out; no
files.

Each is imported on first use, for whoever wants one seldom wants another.
"""

from typing import TYPE_CHECKING

from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.export.as_json import analysis_as_dict, analysis_as_json_line
    from reader.export.citation import CitationStyle, cite_claim, cite_passage, link_to_words, list_styles
    from reader.export.claim_formats import ClaimsFormat, format_claims
    from reader.export.claim_words import content_text, cue_text, is_denied, quoted_text, speaker_name
    from reader.export.report import report_as_markdown, summary_as_text

__all__ = [
    "CitationStyle",
    "ClaimsFormat",
    "analysis_as_dict",
    "analysis_as_json_line",
    "cite_claim",
    "cite_passage",
    "content_text",
    "cue_text",
    "format_claims",
    "is_denied",
    "link_to_words",
    "list_styles",
    "quoted_text",
    "report_as_markdown",
    "speaker_name",
    "summary_as_text",
]

__getattr__ = import_on_first_use(
    __name__,
    {
        "CitationStyle": "citation",
        "ClaimsFormat": "claim_formats",
        "analysis_as_dict": "as_json",
        "analysis_as_json_line": "as_json",
        "cite_claim": "citation",
        "cite_passage": "citation",
        "content_text": "claim_words",
        "cue_text": "claim_words",
        "format_claims": "claim_formats",
        "is_denied": "claim_words",
        "link_to_words": "citation",
        "list_styles": "citation",
        "quoted_text": "claim_words",
        "report_as_markdown": "report",
        "speaker_name": "claim_words",
        "summary_as_text": "report",
    },
)
