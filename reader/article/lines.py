"""What one line of pasted text is: a headline, a byline, a date, a credit, a line of no interest."""

import re

from reader.article.dates import parse_date

_STOP = re.compile(r"""[.!?…]["”’')\]]*$""")
_FULL_STOP = re.compile(r"""\.["”’')\]]*$""")
_PROSE_WORDS = re.compile(
    r"\b(?:the|a|an|has|have|had|is|are|was|were|that|which|who|been|their|his|her|said)\b"
)
_PROSE_LIMIT = 3.4
"""Function words plus length in units of 40 characters, above which a line with a full stop is a sentence of the
story; chosen on 2,400 headlines and 3,000 first paragraphs (97 % and 2.3 %)."""


def ends_like_a_sentence(line: str) -> bool:
    return bool(_STOP.search(line))


def is_headline(line: str) -> bool:
    """Whether a first line is the article's title and not its first paragraph."""
    if not 3 <= len(line) <= 200 or line.endswith((":", ",")) or dateline_end(line) or line[0] in "([*>":
        return False
    if not _FULL_STOP.search(line):
        return len(line) <= 170 or not ends_like_a_sentence(line)
    words = [word for word in line.split() if word[0].isalpha()]
    if len(line) <= 150 and sum(word[0].isupper() for word in words) >= 0.7 * len(words):
        return True
    return len(line) <= 150 and len(_PROSE_WORDS.findall(line)) + len(line) / 40 < _PROSE_LIMIT


def headline_title(line: str) -> str:
    """A headline as a title: without the single full stop or semicolon that archives put behind it."""
    line = line.rstrip(" ;")
    return re.sub(r"(?<=[a-z0-9%’'”\")\]]{3})\.$", "", line)


# Names

_PARTICLES = "de|da|del|della|der|den|di|du|el|la|le|van|von|bin|ibn|al|ter|ten|dos|y|af|av|zu|zur|st"
_NAME_WORD = r"(?:(?:O|D|Mc|Mac|al-|Al-|L)['’]?)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*"
_NAME = re.compile(rf"(?:{_NAME_WORD})(?:\s+(?:{_PARTICLES}|{_NAME_WORD}))*$")
_BY = re.compile(
    r"^(?:(?:words|story|text|report|reporting|analysis|opinion|comment|review|interview|written|posted|published|"
    r"reported|article|exclusive|report)\s*(?:and\s+\w+\s+)?(?:by|:)|by:?)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "a an the this that these those it he she they we you i my his her their our its in on at of to for with without "
    "from most some all many more less then when while after before monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december contrast early late "
    "mid midday noon midnight yesterday today tomorrow no not far now winning using doing taking making".split()
)
_AGENCIES = frozenset(
    "ap afp upi pa reuters bloomberg cnn bbc npr pti ani ians dpa efe xinhua tass interfax kyodo staff agencies agency "
    "newsroom".split()
)
_ROLE = re.compile(
    r"\b(?:staff|senior|chief|political|deputy|associate|assistant|foreign|world|sports?|news|business|city|"
    r"contributing|special|environment|health|science|education|economics?|diplomatic|national|international|european|"
    r"investigations?|technology|media|culture|arts|home|legal|crime|court|defence|defense|royal|political|"
    r"managing|executive)?\s*(?:reporter|correspondent|editor|writer|columnist|journalist|producer|staff|"
    r"contributor|critic|analyst|bureau chief|commentator|photographer|author)s?\b",
    re.IGNORECASE,
)
_SPLIT_NAMES = re.compile(r"\s*(?:;|,|\band\b|&|\bwith\b|\+)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s+[|•·/–—-]\s+|\s*\|\s*|\s+(?:in|for|at|of|from|on)\s+(?=[A-Z\d])|,?\s+(?:special to|for) the\s).*$|\s*\([^)]*\)\s*$"
)


def byline_names(line: str) -> tuple[str, ...]:
    """The names of a byline such as `By Ann Lee and Bo Ray, Political Editor`; empty when the line is none."""
    if len(line) > 200:
        return ()
    match = _BY.match(line)
    if not match or ends_like_a_sentence(line) and len(line.split()) > 12:
        return ()
    return names_in(match.group("rest"))


def names_in(text: str) -> tuple[str, ...]:
    """Personal or agency names in a list of authors; job titles, places, dates and publishers after them are left out."""
    text = _TAIL.sub("", text.strip().rstrip("."))
    names: list[str] = []
    for part in _SPLIT_NAMES.split(text):
        part = part.strip(" .,:|")
        if not part:
            continue
        name = _as_name(part)
        if name is None:
            break
        if name and name not in names:
            names.append(name)
    return tuple(names)


def _as_name(part: str) -> str | None:
    """The name in one part of a byline; "" for a role beside a name; None where it is no name."""
    part = re.sub(r"^(?:by|words by|and)\s+", "", part, flags=re.IGNORECASE)
    words = part.split()
    if not words or len(words) > 5 or any(c.isdigit() for c in part) or "%" in part:
        return None
    if part.isupper() and len(part) > 5:
        part = " ".join(_title_case(word) for word in words)
        words = part.split()
    if all(word.lower() in _AGENCIES for word in words):
        return part
    if _ROLE.search(part):
        return ""
    if not _NAME.match(part) or words[0].lower() in _NOT_NAMES:
        return None
    return part


def _title_case(word: str) -> str:
    if word.lower() in _PARTICLES.split("|") and len(word) > 1:
        return word.lower()
    word = word.title()
    return re.sub(r"^(Mc|O['’]|D['’])(\w)", lambda m: m.group(1) + m.group(2).upper(), word)


# Datelines

_DASH = re.compile(r"\s*(?:[—–―]|--?(?=\s)|--)\s*")
_AGENCY = re.compile(r",?\s*(?:\(|\[)(?P<agency>[A-Z][\w .&/’'-]{1,30})[)\]]\s*")
_PLACE = re.compile(rf"(?:[A-ZÀ-Þ][\w.'’/-]*|\d{{1,4}}|{_PARTICLES}|of|and)$")


def dateline_end(line: str) -> int:
    """Length of the dateline that opens a paragraph, `WASHINGTON (AP) — `, its spaces included; 0 where none does."""
    head = line[:110]
    agency = _AGENCY.search(head)
    dash = _DASH.search(head, agency.end() if agency else 0)
    if agency and (not dash or dash.start() != agency.end()):
        dash = None
        if not _known_agency(agency.group("agency")):
            return 0
    at = agency or dash
    if not at or not (agency or dash):
        return 0
    place = head[: at.start()].strip(" ,")
    words = re.split(r"[ ,]+", place) if place else []
    if len(place) > 70 or not all(_PLACE.match(word) for word in words):
        return 0
    end = (dash or at).end()
    if agency:
        return end if words or _known_agency(agency.group("agency")) else 0
    town = place.partition(",")[0]
    letters = sum(c.isalpha() for c in town)
    if letters < 4 or not town.isupper() or town in _SHOUTS or (dash and not dash.group()[-1:].isspace()):
        return 0
    if dash and dash.group().strip() == "-" and not dash.group().startswith(" "):
        return 0
    return end if line[end : end + 1].isupper() or line[end : end + 1] in "\"“‘'«0123456789" else 0


def _known_agency(name: str) -> bool:
    return all(word.lower() in _AGENCIES for word in re.split(r"[ /]+", name))


_SHOUTS = frozenset(
    "EXCLUSIVE BREAKING WATCH UPDATE UPDATED VIDEO LIVE OPINION ANALYSIS CORRECTION EDITORIAL REPORT NEWS PHOTOS "
    "LISTEN POLL NOTE".split()
)

# Credits, dates, junk

_CREDIT = re.compile(
    r"^(?:\(?(?:picture|pictures|photo|photos|photograph|photography|image|images|illustration|video|graphic)s?"
    r"(?: credit| by| courtesy(?: of)?)?\s*[:/]\s*\S.{0,80}|(?:photo|picture|image|photograph|illustration)s? "
    r"(?:by|courtesy of) [A-Z].{0,80}|(?:credit|©)\s*:?\s*\S.{0,80}|"
    r"\(?(?:AP|AFP|Reuters|Getty|EPA|PA|Alamy)[^.]{0,40}(?:photo|images?|/)[^.]{0,60}\)?)$",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"(?<=[.!?”\"’)])\s*(?P<credit>(?:(?:Picture|Photo|Photograph|Image|Illustration|Credit|Photo credit|Image credit)s?"
    r"\s*:\s*[A-Z][^.!?]{1,60}|\((?:[A-Z][\w .]+ via )?(?:AP|AFP|Reuters|Getty|EPA|PA|Alamy)[^)]{0,60}\)|"
    r"\([^)]{0,40}/(?:AP|AFP|Reuters|Getty|EPA|PA|Alamy)[^)]{0,40}\))\.?)$"
)
_JUNK = re.compile(
    r"^(?:(?:read|see|view|load|show|learn|find out|watch|listen)\s+(?:also|more|next|now|all)\b.{0,90}(?<!\.)|"
    r"(?:read|see also|see|watch|listen|more|related|recommended|must read|don[’']t miss|also read)\s?[:|].{0,110}|"
    r"watch (?:the |this |a )?(?:\w+ ){0,3}(?:video|interview|clip|ad|segment|trailer|remarks|speech|exchange)\b.{0,60}"
    r"(?:above|below|here)[.:]?|advertisements?|sponsored(?: content)?|promoted(?: content)?|"
    r"(?:article|story) continues.{0,40}|continue reading.{0,60}|"
    r"related(?: articles?| stories| content| coverage| topics| links)?|(?:click|tap) here\b.{0,100}|"
    r"share(?: this.{0,40}| on .{0,30})?|tweet|print|e-?mail|comments?|\d+ comments?|"
    r"(?:facebook|twitter|whatsapp|linkedin|reddit|pinterest)|(?:copy|save) (?:link|article|for later)|"
    r"follow .{0,80}\b(?:on|at) (?:twitter|facebook|instagram|x|bluesky)\b.{0,80}|follow @\w+.{0,80}|"
    r"(?:sign up|subscribe) (?:to|for|here|now|today)\b.{0,110}|download our app.{0,60}|skip (?:to|advert|past) .{0,40}|"
    r"(?:all rights reserved|copyright|©).{0,120}|abstract|(?:about )?\d+[ -]min(?:ute)?s? read|"
    r"getty images|image source\b.{0,60}|image caption|media caption|[_*#=~-]{3,}|\*|\* \* \*|-30-|"
    r"this (?:content|video|item) is (?:not |un)available.{0,80}|play video.{0,30}|video|gallery)\.?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\(?(?:corrections?(?: appended)?|updates?|updated|editor[’']s note|clarification|note to readers)\b\s*[:.–—(-]|"
    r"^\(?this (?:story|article|post|report) (?:has been|was|is being) (?:updated|corrected|amended|republished)|"
    r"^\((?:additional )?(?:reporting|writing|editing)\b.{0,240}\)\.?$|^-*\s?additional reporting\b|"
    r"^contributing:|^(?:the )?associated press (?:writers?|reporters?)\b.{0,160}contributed to this (?:report|story)|"
    r"^.{3,160}\bcontributed (?:reporting|to this (?:report|story|article))(?: from .{0,40})?\.?$",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"^(?:(?:first )?(?:published|posted|updated|last updated|modified|created|date)(?: on| at)?\s*:?\s*|on )",
    re.IGNORECASE,
)


def is_credit(line: str) -> bool:
    return len(line) <= 120 and bool(_CREDIT.match(line))


def credit_tail(line: str) -> int:
    """Where a picture credit at the end of a paragraph starts (`… causes.” Picture: Alamy`), or -1."""
    match = _CREDIT_TAIL.search(line)
    return match.start("credit") if match and match.start("credit") > 20 else -1


def is_junk(line: str) -> bool:
    return len(line) <= 160 and bool(_JUNK.match(line))


def is_note(line: str) -> bool:
    return bool(_NOTE.match(line))


def date_of_line(line: str) -> str | None:
    """The ISO date of a line that is nothing but a date, `Updated: 4 May 2026 at 10:30 BST`."""
    if not 6 <= len(line) <= 90:
        return None
    rest = _DATE_WORDS.sub("", line.strip(" ()|•·"))
    found = parse_date(rest)
    return found[0] if found and len(rest) - found[1] <= 3 and found[2] <= 12 else None
