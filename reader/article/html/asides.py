"""What stands beside an article, or over it, as its names tell: newsletters, related stories, hints."""

import re

from lxml.html import HtmlElement

from reader.article.html.hidden import shown

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related(?:[_-]?(?:posts?|articles?|stories|story|content|links?|news|items?|topics?|videos?))?\w{0,6}"
    r"|promos?(?:[_-]?(?:small|box|list|card|item|link|unit|module|block|wrapper))?|newsletters?|e?-?mail-?sign-?up|sign-?up"
    r"|subscri(?:be|ption)s?|recommend(?:ed|ations?)?|trending|most-(?:read|popular|viewed|shared)|read-?(?:more|next)"
    r"|(?:you-?)?(?:may-?|might-?)?also-?like|outbrain|taboola|share-?(?:bar|buttons?|tools|links|this)"
    r"|social-?(?:share|sharing|links?|bar|buttons?|icons?)|follow-?us|comments?-?(?:list|section|area|form|wrapper)?"
    r"|disqus|cookies?-?(?:banner|notice|consent|bar)|author-?(?:bio|box|card|info|profile)|breadcrumbs?"
    r"|(?:tool-?tip|pop-?over|roll-?over|hover-?card)(?:-\w+)?-?(?:text|content|block|body|box|inner|card))(?:$|[\s_-])",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|(?:related|recommended|more) (?:posts?|stories|"
    r"articles?|news|reading|coverage|content|topics?)|(?:most )?(?:read|popular|viewed|shared) (?:now|today|stories|"
    r"articles)|more (?:from|on|like) (?:this|us|the)\b.{0,40}|(?:read|see) (?:next|also)|you may also like.{0,20}"
    r"|você (?:pode|também pode) gostar|(?:leia|veja) (?:também|mais)"
    r"|(?:artículos|noticias|notas|entradas) relacionad[ao]s"
    r"|te puede interesar|(?:articles|sujets) (?:similaires|liés)|à lire aussi|lire aussi|das könnte (?:sie|dich) auch "
    r"interessieren|(?:ähnliche|weitere|mehr) (?:artikel|beiträge|themen|nachrichten)|lees ook|articoli correlati"
    r"|potrebbe interessarti.{0,20}|leggi anche|baca juga|artikel terkait)[\s.:…]*",
    re.IGNORECASE,
)


def names_of(element: HtmlElement) -> str:
    """An element's class and id, each capital inside a word begun anew: `emailSignup` is `email-Signup`."""
    return _WORD_START.sub("-", f"{element.get('class', '')} {element.get('id', '')}"[:500])


def is_aside(element: HtmlElement) -> bool:
    """Whether an element's own names say that it stands beside the article."""
    return element.tag in ("aside", "nav") or bool(_ASIDE.search(names_of(element)))


def points_away(words: str) -> bool:
    """Whether a heading announces other articles."""
    return len(words) < 80 and bool(_POINTER.fullmatch(words.strip()))


def drop_asides(page: HtmlElement) -> None:
    """Takes out what by its names stands beside the article, and holds little of the page's words."""
    whole = 0
    for element in list(page.iter("div", "section", "ul", "ol", "span", "p", "li")):
        if not _ASIDE.search(names_of(element)) or element.getparent() is None:
            continue
        whole = whole or shown(page)
        if shown(element) < 0.2 * whole:
            element.drop_tree()
