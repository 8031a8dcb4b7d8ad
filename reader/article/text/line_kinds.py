"""What one line of an article is: a headline, a date, a credit, a note, a line of no interest."""

import re

from reader.article.text.datelines import dateline_end
from reader.article.text.dates import parse_date
from reader.article.text.patterns import compile_later

_STOP = compile_later(r"""[.!?…]["”’')\]]*$""")
_FULL_STOP = compile_later(r"""\.["”’')\]]*$""")
_PROSE_WORDS = compile_later(r"\b(?:the|a|an|has|have|had|is|are|was|were|that|which|who|been|their|his|her|said)\b")
_PROSE_LIMIT = 3.4
"""Function words plus length in units of 40 characters, above which a line with a full stop is a sentence of the
story; chosen on 2,400 headlines and 3,000 first paragraphs (97 % and 2.3 %)."""


_QUOTED_END = compile_later(r"""[“"‘']\S[^“”"‘’']{1,60}[.!?][”"’']$""")
_QUOTED_GRACE = 5.0
"""More of a sentence may a headline be that only ends with a stop because what it quotes does: …was “rigged.”"""

_TWO_SENTENCES = compile_later(r"[^\W\d_]{3}[.!?][\"”’']?\s+[\"“‘']?[A-Z]")


def ends_like_a_sentence(line: str) -> bool:
    """Whether a line ends with a stop, closing quotes and brackets aside."""
    return bool(_STOP.search(line[-12:]))


def holds_two_sentences(line: str) -> bool:
    """Whether one sentence ends inside a line and another begins."""
    return bool(_TWO_SENTENCES.search(line))


def is_headline(line: str, limit: float = _PROSE_LIMIT) -> bool:
    """Whether a first line is the article's title and not its first paragraph; a lower limit asks for more."""
    if _QUOTED_END.search(line[-80:]) and not _TWO_SENTENCES.search(line):
        limit += _QUOTED_GRACE
    if not 3 <= len(line) <= 200 or line.endswith((":", ",")) or dateline_end(line) or line[0] in "([*>":
        return False
    if not _FULL_STOP.search(line[-12:]):
        return len(line) <= 170 or not ends_like_a_sentence(line)
    words = [word for word in line.split() if word[0].isalpha()]
    if len(line) > 150:
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= 0.7 * len(words) or len(_PROSE_WORDS.findall(line)) + len(line) / 40 < limit


def headline_title(line: str) -> str:
    """A headline as a title: without the single full stop or semicolon that archives put behind it."""
    return re.sub(r"(?<=[a-z0-9%’'”\")\]]{3})\.$", "", line.rstrip(" ;"))


# Credits

_AGENCY_NAMES = r"(?:AP|AFP|Reuters|REUTERS|Getty|EPA|PA|Alamy|Shutterstock|Bloomberg)"
_CREDIT = compile_later(
    r"\(?(?:(?:(?:main|lead|top|cover|header|featured?) )?"
    r"(?:picture|photo|photograph|image|illustration|video|graphic|pic)s?"
    r"(?: credit| by| courtesy(?: of)?)?\s*[:/]\s*\S|"
    r"(?:photo|picture|image|photograph|illustration)s? (?:by|courtesy of) (?-i:[A-Z])|"
    r"(?:credit\s*:|©)\s*\S)[^\n]{0,90}$"
    rf"|\((?-i:{_AGENCY_NAMES})[^.]{{0,40}}(?:photo|images?|/)[^.]{{0,60}}\)$"
    rf"|\((?:[\w .,'’&-]{{1,50}}(?:/| via ))*(?-i:{_AGENCY_NAMES})(?: (?:file|photos?|images?))*\)$"
    r"|\([\w .,'’&/-]{1,40} (?:file )?(?:photos?|images?)\)$"
    rf"|(?-i:{_AGENCY_NAMES}) (?:photo|images?)(?:/[\w .]{{0,60}})?$",
    re.IGNORECASE,
)
_CREDIT_TAIL = compile_later(
    r"(?<=[.!?”\"’)])\s{0,3}(?P<credit>(?:(?:Picture|Photo|Photograph|Image|Illustration|Credit|Photo credit|Pic"
    r"|Image credit)s?\s?:\s?[A-Z][^.!?]{1,60}"
    rf"|\((?:[A-Z][\w .]{{1,40}} via )?{_AGENCY_NAMES}[^)]{{0,60}}\)"
    rf"|\([^)]{{0,40}}/{_AGENCY_NAMES}[^)]{{0,40}}\))\.?)$"
)


def is_credit(line: str) -> bool:
    """Whether a line is nothing but a picture credit."""
    return len(line) <= 120 and bool(_CREDIT.match(line))


def credit_tail(line: str) -> int:
    """Where a picture credit at the end of a paragraph starts (`… causes.” Picture: Alamy`), or -1."""
    offset = max(0, len(line) - 140)
    match = _CREDIT_TAIL.search(line[offset:])
    return match.start("credit") + offset if match and match.start("credit") + offset > 20 else -1


# Lines of no interest, notes, dates

_JUNK = compile_later(
    r"(?:(?:read|see|view|load|show|learn|find out|watch|listen)\s(?:also|more|next|now|all)\b.{0,90}(?<!\.)"
    r"|(?:read|see also|see|watch|listen|more|related|recommended|must read|don[’']t miss|also read)\s?[:|].{0,110}"
    r"|watch (?:the |this |a )?(?:\w+ ){0,3}(?:video|interview|clip|ad|segment|trailer|remarks|speech|exchange)\b"
    r".{0,60}(?:above|below|here)[.:]?|advertisements?|sponsored(?: content)?|promoted(?: content)?"
    r"|(?:article|story) continues.{0,40}|continue reading.{0,60}"
    r"|related(?: articles?| stories| content| coverage| topics| links)?|(?:click|tap) here\b.{0,100}"
    r"|share(?: this.{0,40}| on .{0,30})?|tweet|print|e-?mail|comments?|\d+ comments?"
    r"|full text|enter your e-?mail(?: address)?:?|(?:.{0,60}\s)?like (?:us|(?:the|our|this) page)(?: on facebook)?:?"
    r"|\(?(?:h/t|hat tip:?)\s.{2,60}"
    r"|(?:facebook|twitter|whatsapp|linkedin|reddit|pinterest)|(?:copy|save) (?:link|article|for later)"
    r"|follow .{0,80}\b(?:on|at) (?:twitter|facebook|instagram|x|bluesky)\b.{0,80}|follow @\w+.{0,80}"
    r"|(?:sign up|subscribe) (?:to|for|here|now|today)\b.{0,110}|download our app.{0,60}"
    r"|skip (?:to|advert|past) .{0,40}|(?:all rights reserved|copyright|©).{0,120}|abstract"
    r"|(?:about )?\d+[ -]min(?:ute)?s? read|getty images|image source\b.{0,60}|(?:image|media) caption"
    r"|(?:like|liked|enjoy|enjoyed) this (?:story|article)\?.{0,60}|don[’']t miss"
    r"|listen(?: to (?:this )?(?:article|story|audio)\b.{0,30}|\s*[·|(]?\s*\d+(?::\d\d)?\s?(?:min(?:ute)?s?)?\)?)"
    r"|(?:estimated )?read(?:ing)? time\b.{0,30}|\d+[ -]?min(?:ute)?s? (?:read|listen)|(?:\d+ )?shares?"
    r"|(?:give|gift|save|print|share|bookmark|e-?mail) (?:this )?(?:article|story|page)(?: as a gift)?"
    r"|copy (?:the |this )?link(?: to clipboard)?|add to (?:(?:my )?list|favou?rites|reading list)"
    r"|scroll to continue.{0,40}|(?:view|show|hide|post|leave|add) (?:a |all )?comments?"
    r"|more (?:on this (?:story|topic)|from [\w .'’-]{2,40}|like this)|set as (?:a )?preferred source.{0,40}"
    r"|also on (?:[\w.-]+\.\w{2,4}\b.{0,120}|[\w ]{2,30}:)"
    r"|tell us what you think.{0,20}|what do you think\?.{0,40}|have your say.{0,40}"
    r"|[_*#=~-]{3,}|\*|\* \* \*|-30-|this (?:content|video|item) is (?:not |un)available.{0,80}"
    r"|play video.{0,30}|video|gallery)\.?$",
    re.IGNORECASE,
)
_NOTE = compile_later(
    r"\(?(?:corrections?(?: appended)?|updates?|updated|editor[’']s note|clarification|note to readers)\b"
    r"\s*(?:[:.–—(-]|$)"
    r"|\(?this (?:story|article|post|report) (?:has been|was|is being) (?:updated|corrected|amended|republished)"
    r"|\((?:additional )?(?:reporting|writing|editing)\b.{0,240}\)\.?$|-{0,3}\s?additional reporting\b"
    r"|contributing:",
    re.IGNORECASE,
)
_CONTRIBUTED = compile_later(
    r".{3,160}\bcontributed (?:reporting|to this (?:report|story|article))(?: from .{0,40})?\.?$", re.IGNORECASE
)
_WHEN = (
    r"(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|created|date|publiée?|mis à jour"
    r"|modifié|veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt"
    r"|publicerad|uppdaterad|publisert|oppdatert|opublikowano|опубликовано|обновлено)\b"
)
_PUBLISHED = compile_later(
    r"(?:published|posted|publié|veröffentlicht|publicado|pubblicato|gepubliceerd|publicerad|publisert|опубликовано)\b",
    re.IGNORECASE,
)
_BESIDE_A_DATE = compile_later(
    rf"{_WHEN}|\b(?:on|at|the|uhr|le|la|à|am|um|den|der|el|a las|il|alle|op|om|ore|kl)\b"
    r"|\d{1,2}(?:[.:h]\d\d){1,2}\s*(?:[ap]\.?m\b\.?|uhr)?|\b\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b)"
    r"|\(?\b(?:UTC|GMT|BST|CES?T|IST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AES?DT|AEST|Z)\b\)?(?:[+-]\d{1,2}(?::?\d\d)?)?"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato"
    r"|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b",
    re.IGNORECASE,
)


def is_junk(line: str) -> bool:
    """Whether a line belongs to the page a text was pasted from, and not to its story."""
    return len(line) <= 160 and bool(_JUNK.match(line))


def is_note(line: str) -> bool:
    """Whether a line is a correction, an update note, or says who else reported."""
    line = line[:500]
    return bool(_NOTE.match(line) or ("contr" in line.lower() and _CONTRIBUTED.match(line)))


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date, also one in numbers that could be either of two days."""
    return date_of_line(line, day_first=True) is not None


def date_of_line(line: str, *, language: str | None = None, day_first: bool | None = None) -> str | None:
    """The ISO date of a line that is nothing but a date, `Published 9.40am, updated 11.15am, Tuesday 3 June 2025`.

    Of several, the day that the line was published.
    """
    if not 6 <= len(line) <= 120:
        return None
    rest = line
    found: list[tuple[bool, int, str]] = []
    while len(found) < 4 and (date := parse_date(rest, language=language, day_first=day_first)):
        iso, end, start = date
        is_published = bool(_PUBLISHED.search(line[max(0, start - 30) : start]))
        found.append((not is_published, len(found), iso))
        rest = rest[:start] + " " * (end - start) + rest[end:]
    if not found:
        return None
    left = _BESIDE_A_DATE.sub(" ", rest)
    return min(found)[2] if sum(map(str.isalnum, left)) <= 2 else None
