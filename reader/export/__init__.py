"""From an `Analysis` to what others read: JSON, Markdown, CSV, a table, citations. Text in, text out; no
files.
"""

from reader.export.as_json import analysis_as_dict, analysis_as_json_line
from reader.export.citation import CitationStyle, citation, citation_styles, passage, text_fragment_link
from reader.export.claim_words import content_text, cue_text, is_denied, quoted_text, speaker_name
from reader.export.claims import ClaimsFormat, claims_as
from reader.export.report import report_as_markdown, summary_as_text

__all__ = [
    "CitationStyle",
    "ClaimsFormat",
    "analysis_as_dict",
    "analysis_as_json_line",
    "citation",
    "citation_styles",
    "claims_as",
    "content_text",
    "cue_text",
    "is_denied",
    "passage",
    "quoted_text",
    "report_as_markdown",
    "speaker_name",
    "summary_as_text",
    "text_fragment_link",
]
