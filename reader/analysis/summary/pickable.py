"""Which sentences a summary may pick: whole sentences of prose, no headings, credits or invitations to click."""

import re
from collections.abc import Sequence, Set
from itertools import groupby, islice, pairwise

from reader.analysis.model import Sentence
from reader.analysis.summary.captions import is_caption, tells_picture
from reader.analysis.summary.letterhead import find_letterhead
from reader.analysis.summary.turns import Turns, find_turns
from reader.analysis.summary.verbless import Tags, find_verbless
from reader.analysis.summary.wording import count_words, list_words
from reader.article.model import PROSE_KINDS, Article, BlockKind

_WORD = re.compile(r"\w[\w'’.-]*")
_SAYS_SOMETHING = 4
"""Words of a turn that is more than a call to order or "yes"."""
_ENOUGH = 12
"""Words from which a line is a sentence, whatever it looks like."""
_ITEM = re.compile(r"\(?\d{1,2}(?:[.):]|(?:\.\d{1,2}){1,3}\.?)\s")
"""The number of an item or heading of a list."""
_TURN = re.compile(r"[A-Z][A-Z .'’-]+(?:\([^)]*\))?: (?=\S)")
"""The name before a turn of a transcript, or of what is cited of one."""
_FULL_STOP = re.compile(r"[.!?…。！？।][\"'”’»)\]]*$")
_CLOSED = re.compile(r"[.!?…。！？।:][\"'“”‘’»)\]*_]*(?:\s*\[[^\[\]]{1,20}\])*\W*$")
"""The end of a sentence, behind which numbers of notes may stand."""
_BROKEN_OFF, _DASHED = re.compile(r"[\w,]\s?(?:--|[-–—])$"), 5
"""What a sentence ends in that is broken off, and how many letters that is at most."""
_MOSTLY = 0.8
"""The share of an article's paragraphs that end as sentences do, from which one that does not is no prose."""
_TITLE = 3
"""Words of a headline that can be told when it comes again in the text."""

_JUNK_OPENING = re.compile(
    r"""[\s\W]*(?:
    read\ (?:more|also|next|the\ full|our)\b | see\ also\b | also\ read\b
    | (?:click|tap|swipe)\ (?:here|to|on|through|below)\b
    | scroll\ (?:down|to|through)\b | sign\ up\b | subscribe\b | follow\ (?:us|me|@|.{1,40}\bon\ (?:twitter|facebook|x))
    | like\ us\ on\b | share\ (?:this|on|your|with)\b | e-?mail\ (?:us|me|him|her|the\ author)\b
    | advertisement\b | story\ continues\b | continue\ reading\b | loading\b
    | (?:image|photo|picture|video|file\ photo|illustration|graphic|media)
      \s*(?:copyright|caption|credit|source|by|:|playback)
    | (?:watch|listen|read|related|more|video|photos?|pictures?|gallery|podcast|poll|update[ds]?
      |editor['’]s\ note)\s*(?::|>|›|»)
    | watch\ (?:the|this|a)?\s*(?:full\s)?(?:video|clip|interview|below)
    | (?:copyright|©|\(c\))\s | all\ rights\ reserved | terms\ (?:of|and)\b | privacy\ policy
    | by\ clicking\b | get\ (?:the|our)\ (?:latest|best|daily|free)\b | download\ (?:the|our)\b
    | for\ (?:more|confidential|the\ latest)\ (?:information|support|details|news|stories|on|help)\b
    | (?:call|contact|visit)\ (?:the\ )?(?:samaritans|us\b|our\b|www)
    | (?:last\ )?(?:updated|published|posted|modified|created)\s*(?:on|at|:|\d)
    | (?:this|the)\ (?:article|story|post|interview|page)\ (?:was|has\ been|is|originally|first|appeared)\b.{0,30}
      (?:published|updated|amended|corrected|appeared|originally|edited|part\ of)
    | here(?:['’]s|\ is|\ are)\ (?:what|how|why|everything|all|the\ latest)\b.{0,60}(?:need\ to\ know|we\ know)
    | ed\.?\ note:
    | you\ can\ (?:watch|see|find|read)\ the\ (?:\w+\ ){0,3}(?:here|below|above|via|in\ the\ player)\b
    | good\ (?:morning|evening|afternoon)\b.{0,3}$
    | thank\ you\ for\ (?:reading|visiting|subscribing)
    | do\ you\ (?:have|know)\ (?:a|any)\ .{0,30}(?:story|tip|information|view)
    | what\ do\ you\ think\? | (?:send|share)\ (?:us\ )?your\b | have\ your\ say | join\ (?:us|the\ conversation)
    | in\ this\ (?:[\w.,’'-]+\ ){0,4}(?:photo(?:graph)?|picture|image|frame\ grab|screen\ ?grab)
      (?:,|\ (?:released|taken|provided|made|shot|from|by)\b)
    | pictured\b | this\ (?:[\w.’'-]+\ ){0,3}(?:photo|picture|image)\ (?:shows|taken|provided|released)\b
    | \d{1,2}[:.]\d{2}\s?(?:[A-Z]{2,4}|[ap]\.?m\.?)\b[^a-z]{0,4}(?:[\w ,/-]{0,30}\d{4})?\W*$
    | leave\ (?:us\ )?(?:a|your)\ (?:comment|question|thought)
    | (?:hear|oyez|o\ yez)\ ?(?:ye)?,\ (?:hear|oyez|o\ yez)\b | (?:all\ rise|please\ be\ seated)\b
    | (?:hide|show)\ caption | enlarge\b | toggle\b | back\ to\ top
    | (?:up\ )?next\ ?(?:up)?: | where\ to\ (?:watch|buy|see|listen|read|play|stream):
    | [\w-]+\.(?:com|org|net|co\.uk):\s
    | (?:(?:hello|hey|hi)\b.{0,25}\b)?welcome\ (?:back\ )?to\b
      .{2,50}\b(?:podcast|show|newsletter|channel|vlog|blog|programme)\b
    | (?:and,?\ )?(?-i:I['’]m|I\ am|[Mm]y\ name\ is)\ (?-i:[A-Z]\S+\ ?){1,3}(?<=[.,])(?:\ \S+){0,8}$
    | (?:fig(?:ure|\.)|table|exhibit|plate)\ \d+(?:[.-]\d+)*\b(?!['’])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_JUNK_ANYWHERE = re.compile(
    r"\((?:left|right|cent(?:re|er)|top|bottom|above|below|pictured|file|from\ left|(?:far|second)\ (?:left|right))\)"
    r"|\blicen[sc]ed\ under\b|\bcreative\ commons\b"
    r"|[;,(]\ pictured\ (?:is|are|here|above|below|left|right|in|on|with)\b"
    r"|\b(?:is|are)\ (?:seen|pictured|shown)\ here\b"
    r"|\bin\ (?:an?|this)\ (?:\w+\ )?(?:file|handout|undated)\ (?:photo(?:graph)?|picture|image)\b"
    r"|(?-i:\b[A-Z]\w+,\ (?:far\ )?(?:left|right|cent(?:er|re))(?:,\ (?!cent|left|right)|\.$))"
    r"|contributed\ to\ this\ (?:report|story|article)|\ball\ rights\ reserved\b|\bgetty\ images\b|\bcopyright\ \d{4}"
    r"|\bin\ the\ comments?\ (?:section|below|box)\b|\bcomments?\ (?:on|at)\ the\ bottom\ of\ this\ page\b"
    r"|may\ not\ be\ (?:published|reproduced|reprinted)|\bclick\ here\b|\bsign\ up\ (?:for|to)\ (?:our|the)\b"
    r"|\bfollow\ (?:@\w|us\b|(?:him|her|me)\ on\b)|\b(?:via|courtesy\ of)\ (?:ap|afp|getty|reuters)\b"
    r"|(?:pic\.twitter\.com|https?:)/|[\w.+-]+@[\w-]+\.\w|(?:\#\w+\W+){2}\#"
    r"|\b(?-i:Images?|Photos?|Pictures?|Photographs?|Credits?|Source):\ [^.!?]{2,60}\W*$|\bafter\ the\ jump\b"
    r"|\bis\ (?:a|our)\ (?:\w+\ ){1,2}(?:newsletter|podcast|column)\b"
    r".{0,20}\b(?:bringing|sent|delivered|landing|published)\b"
    r"|\bwe(?:['’]ll|\ will|\ can)?\ (?:then\ |now\ )?take\ (?:your\ |some\ |a\ few\ |any\ )?questions\b"
    r"|(?-i:,\ [a-z0-9.-]+\.(?:com|org|net|info|co)(?:\.[a-z]{2})?)(?:/\S*)?\W*$"
    r"|\breviewed\ on\b.{0,60}\b(?:code|copy|unit)\b"
    r"|\([^()]*[£$€]\d[^()]*\)\ (?:is|are)\ (?:out|published|available)\b",
    re.IGNORECASE | re.VERBOSE,
)

_ABOUT_ITSELF = re.compile(
    r"""[\s\W]*(?:editor['’]s\ note\W+|\d{1,2}[:.]\d{2}\s[ap]\.m\.:\s)?(?:
    (?:this|the\ following|below|what\ follows|here)(?:\ (?:text|page|article))?(?:\ (?:is|are|was)|['’]s)[ ]
      (?:an?\ |the\ |our\ )?
      (?:(?:(?:\w+ed|\w+ly|and|full|partial|rough|rush|short|brief),?\ ){0,4}
        (?:transcripts?|transcription|excerpts?|extracts?)(?=\W*$|\ of\b|\ from\b)
      |(?:[\w’'-]+,?\ (?:and\ )?){0,3}
        (?:edited|abridged|condensed|shortened|adapted|translated|corrected|updated|expanded|longer|shorter)
        \ (?:and\ \w+\ )?version
      |(?:developing|breaking)(?:\ news)?\ story | sponsored\ (?:post|content) | guest\ post)\b
    | (?:this\ (?:[\w’'-]+\ )?(?:report|review|conversation|discussion|podcast|column|episode|newsletter|recording|blog)
      |(?:this|our)\ (?:article|story|post|interview|page|transcript|excerpt|extract|piece|essay|text|translation
        |q\ ?(?:&|and)\ ?a)s?)[ ]
      (?:(?:has|have|had)\ (?:also\ |since\ )?been|was|were|is|are|will\ be|first|originally|(?=appeared))\ ?
      (?:\w+ly\ |first\ |also\ |being\ )*
      (?:published|updated|amended|corrected|appeared|edited|condensed|abridged|shortened|translated|transcribed|adapted
        |excerpted|reprinted|republished|reproduced|syndicated|sponsored|brought\ to\ you
        |part\ of\ (?:a|our|the)\ [^.]{0,20}series)\b
    | (?:(?:an?|the)\ )?(?:[\w’'-]+,?\ ){0,2}version\ of\ (?:
      this\ (?:article|story|post|interview|piece|report|column|essay|review)\b
      |(?:the|our)\ (?:interview|conversation)\ (?:follows|appear))
    | (?:(?:some|all|the|certain|his|her|their|a\ few)\ )?(?:of\ the\ )?(?:names?|details|identities)\b[^.]{0,50}
      \b(?:has|have)\ been\ changed\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MADE_SHORTER = re.compile(
    r"\b(?:edited|condensed|abridged|shortened|cut|trimmed)\b(?: \w+){0,4} for "
    r"(?:length|clarity|brevity|style|space|grammar|readability|concision)\b",
    re.IGNORECASE,
)

_BELOW = 3
"""Of so many first sentences all but the first may tell what the picture above the text shows."""
_LABEL = re.compile(r"(?:^|[-–—|•;,]\s)[A-Z][A-Za-z ]{2,18}:\s")
_LABELS = 3
"""Labels, each with what it is for, that make a sentence a box of facts."""

_SIDES = (
    "(left",
    "(right",
    "(cent",
    "(top",
    "(bottom",
    "(above",
    "(below",
    "(pictured",
    "(file",
    "(from left",
    "(far ",
    ", left",
    ", right",
    ", cent",
    ", far ",
)
_JUNK_HINTS = ("pictured", "contributed", "reserved", "getty", "copyright", "may not be", "click here", "sign up")
_MORE_HINTS = (
    *_SIDES,
    "(second ",
    "licensed",
    "licenced",
    "creative commons",
    "follow",
    "via ",
    "courtesy of",
    "pic.twitter",
    "http",
    "in the comment",
    "this page",
    "@",
    "#",
    "image",
    "photo",
    "picture: ",
    "pictures: ",
    "credit",
    "source: ",
    "after the jump",
    "newsletter",
    "podcast",
    "handout",
    "undated",
    "file p",
    "file i",
    "seen here",
    "shown here",
    "column",
    "questions",
    "reviewed on",
    ".com",
    ".org",
    ".net",
    ".co",
    ".info",
    ") is ",
    ") are ",
)
_HINTS = (*_JUNK_HINTS, *_MORE_HINTS)


def list_hints(text: str) -> tuple[str, ...]:
    """What may tell junk in the sentences of a text: of most texts nothing, or a word or two."""
    lower = text.lower()
    return tuple(hint for hint in _HINTS if hint in lower)


def is_junk(text: str, hints: Sequence[str] = _HINTS) -> bool:
    """Whether a sentence is no part of the story or says nothing alone; `hints` are those of its article.

    A credit, a line on how the text was made, a caption's words, a link's, a call to sign up, a lone label or list
    heading, a box of facts, what ends in a colon, a turn of a transcript of hardly a word.
    """
    if _JUNK_OPENING.match(text) or is_about_itself(text):
        return True
    if hints and any(map(text.lower().__contains__, hints)) and _JUNK_ANYWHERE.search(text):
        return True
    if is_caption(text) or (text.count(":") >= _LABELS and len(_LABEL.findall(text)) >= _LABELS):
        return True
    turn = _TURN.match(text)
    if turn and len(text[turn.end() :].split()) < _SAYS_SOMETHING:
        return True
    words = len(list(islice(_WORD.finditer(text), _ENOUGH)))
    if words < 3:
        words = count_words(text)
    if words < 3 or text.rstrip().endswith((":", "：")) or _BROKEN_OFF.search(text[-_DASHED:]):
        return True
    return words < (_ENOUGH if _ITEM.match(text) else 8) and not _FULL_STOP.search(text)


def is_about_itself(text: str) -> bool:
    """Whether a sentence tells how the text was made: edited, cut, put right, printed before, its names changed."""
    return _ABOUT_ITSELF.match(text) is not None or (" for " in text and _MADE_SHORTER.search(text) is not None)


def _is_call(turns: Turns, sentence: Sentence) -> bool:
    """Whether a sentence opens a turn and says hardly a word: "Hall: Thank you." """
    text = turns.words_said(sentence)
    return len(text) < sentence.span[1] - sentence.span[0] and len(text.split()) < _SAYS_SOMETHING


def _is_title(text: str, title: str) -> bool:
    """Whether a sentence is the headline again, word for word."""
    words = list_words(title)
    return len(words) >= _TITLE and words == list_words(text)


def _find_loose(
    texts: Sequence[str], sentences: Sequence[Sentence], prose: Sequence[int], kinds: Sequence[BlockKind]
) -> frozenset[int]:
    """Sentences at the end of a paragraph without a closing mark, where most paragraphs, items of a list aside, have
    one: headings, captions, items. The first paragraph may be a standfirst, which has none either."""
    ends = [one for one, other in pairwise((*prose, -1)) if other < 0 or sentences[one].block != sentences[other].block]
    loose = [index for index in ends if not _CLOSED.search(texts[index])]
    told = [index for index in ends if kinds[index] != "list-item"] or ends
    if not loose or sum(index not in loose for index in told) < _MOSTLY * len(told):
        return frozenset()
    first = sentences[prose[0]].block
    found = frozenset(index for index in loose if sentences[index].block != first)
    return found | _find_lists(found, sentences, prose, kinds)


def _find_lists(
    loose: Set[int], sentences: Sequence[Sentence], prose: Sequence[int], kinds: Sequence[BlockKind]
) -> frozenset[int]:
    """All items of the lists of which most end in no mark: headlines of other articles, of which one may be two
    sentences."""
    found: set[int] = set()
    for is_list, run in groupby(prose, lambda index: kinds[index] == "list-item"):
        items = list(run) if is_list else []
        if items and 2 * len(loose & set(items)) > len({sentences[index].block for index in items}):
            found.update(items)
    return frozenset(found)


def _find_above(texts: Sequence[str], head: Sequence[int]) -> frozenset[int]:
    """What stands above and in the head of a letter and ends in no mark: the paper's print, an address."""
    return frozenset(index for index in range(head[-1] + 1 if head else 0) if not _CLOSED.search(texts[index]))


def list_pickable(
    article: Article, sentences: Sequence[Sentence], tags: Tags | None = None, turns: Turns | None = None
) -> tuple[int, ...]:
    """Indices of the sentences a summary may pick, in reading order; `tags` are their words' and `turns` those of the
    article, where these are known.

    Sentences of prose that are no junk, and of no quotation set apart, whose speaker stands elsewhere; in an article
    without any, what else has words but is no title, heading, byline, date or caption.
    """
    turns = turns or find_turns(article)
    hints = list_hints(article.text)
    texts = [article.words_of(sentence.span) for sentence in sentences]
    kinds = [article.blocks[sentence.block].kind for sentence in sentences]
    prose = [index for index, kind in enumerate(kinds) if kind in PROSE_KINDS]
    loose = _find_loose(texts, sentences, prose, kinds) | _find_above(texts, find_letterhead(article, sentences))
    sound = [
        index
        for index in prose
        if not (index in loose or is_junk(texts[index], hints) or _is_call(turns, sentences[index]))
        and not _is_title(texts[index], article.title or "")
    ]
    if article.language == "en":
        top = sentences[prose[0]].block if prose else -1
        below = {index: turns.words_said(sentences[index]) for index in sound if sentences[index].block != top}
        labelled = {index: text for index, text in below.items() if len(text) < len(texts[index])}
        whole = {index: text for index, text in below.items() if index not in labelled}
        verbless = find_verbless(labelled) | find_verbless(whole, tags)
        shown = {index for index in sound[1:_BELOW] if tells_picture(texts[index])}
        sound = [index for index in sound if index not in verbless and index not in shown]
    chosen = [index for index in sound if kinds[index] != "quote"] or sound
    if not chosen:
        chosen = [index for index in prose if _WORD.search(texts[index])]
    if not chosen:
        rest = ("table", "other", "dateline")
        chosen = [i for i, kind in enumerate(kinds) if kind in rest and _WORD.search(texts[i])]
    return tuple(chosen)
