"""Files and pages made to harm: each ends as a sound article or as one clear line, and nothing unsafe comes out."""

import io
import json
import struct
import zipfile
from collections.abc import Callable

import pytest

from reader.article import Article, ArticleError, article_from_bytes, safe_text

Make = Callable[..., bytes]
DEEP = 100_000
MANY = 50_000
STORY = "The mayor said that the bridge would open on Monday, and nobody in the town believed him at all. " * 3


def page(body: str = "", head: str = "", title: str = "The bridge") -> bytes:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{STORY}</p><p>So it was.</p>{body}</article></body></html>"
    ).encode()


def linked(value: str) -> bytes:
    return page(head=f'<script type="application/ld+json">{value}</script>')


def declared(root: str, entities: str, content: str) -> bytes:
    return f"<?xml version='1.0'?><!DOCTYPE {root} [{entities}]>{content}".encode()


ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e\u2066\x00\x08"
ENTITIES = "&#27;[2J&#x1b;]52;c;Zm9v&#7;&#155;31m&#x202e;&#8294;&#0;&#8;&#xD800;&#xFFFFFF;"
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
SECRET = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">'

PAGES: dict[str, bytes] = {
    "nested divisions": page("<div>" * DEEP + "deep"),
    "nested emphasis": page("<b>" * DEEP + "deep"),
    "nested quotes": page("<blockquote>" * DEEP + "deep"),
    "nested lists": page("<ul><li>" * (DEEP // 2) + "deep"),
    "nested tables": page("<table><tr><td>" * (DEEP // 3) + "deep"),
    "a tag of many attributes": page("<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">words</p>"),
    "a tag of many bare attributes": page("<p " + " ".join(f"a{n}" for n in range(MANY)) + ">words</p>"),
    "an attribute that never ends": page('<a href="' + "x" * 1_000_000),
    "many links": page('<a href="http://e.example/x">y</a> ' * MANY),
    "many unclosed paragraphs": page("<p>some words" * MANY),
    "many line breaks": page("<br>" * MANY),
    "many headlines": page("<h1>Read this now</h1>" * 5000),
    "many captions": page("<figure><figcaption>A caption of the bridge</figcaption></figure>" * 5000),
    "many authors": page(head='<meta name="author" content="Ann Lee">' * 20_000),
    "many bylines": page('<span class="byline">By Ann Lee</span>' * 5_000),
    "many times": page('<time datetime="2026-01-01">x</time>' * 10_000),
    "a comment that never ends": page("<!-- " + "x" * 2_000_000),
    "a script that never ends": page("<script>" + "x" * 2_000_000),
    "nothing but angles": b"<html>" + b"<" * 500_000,
    "a paragraph of one word": page("<p>" + "x" * 2_000_000 + "</p>"),
    "a table of one row": page("<table><tr>" + "<td>cell</td>" * 10_000),
    "deep linked data": linked("[" * DEEP + "]" * DEEP),
    "deep linked data in objects": linked('{"a":' * 50_000 + "1" + "}" * 50_000),
    "wide linked data": linked(json.dumps([{"@type": "NewsArticle", "headline": "x" * 50}] * 10_000)),
    "linked data of odd types": linked(
        '{"@type":["NewsArticle",1],"headline":{},"author":[[[{"name":7}]]],"datePublished":[1e999]}'
    ),
    "a headline of a million letters": linked(json.dumps({"@type": "NewsArticle", "headline": "H" * 1_000_000})),
    "escapes in the page": page(ESCAPES, title=f"The {ESCAPES}bridge"),
    "escapes as entities": page(f"<p>{ENTITIES}{STORY}</p>", title=f"The {ENTITIES}bridge"),
    "escapes in the author": page(head=f'<meta name="author" content="Ann {ENTITIES}Lee">'),
    "escapes in linked data": linked(
        json.dumps({"@type": "NewsArticle", "headline": ESCAPES, "author": {"name": ESCAPES + "Ann Lee"}})
    ),
    "escapes in a link": page(f'<p>{STORY}<a href="http://e.example/{ENTITIES}">here</a></p>'),
    "scripts in links": page(
        f'<p>{STORY}<a href="&#106;avascript:x">a</a><a href="data:text/html,x">b</a><a href="file:///x">c</a></p>'
    ),
    "a base that is a script": page(f'<p>{STORY}<a href="x">here</a></p>', head='<base href="javascript:x//">'),
    "combining marks": page("<p>" + STORY + "z" + "\u0301" * MANY + "</p>"),
    "right to left": page("<p>" + "\u202e\u2067\u200f" * 10_000 + STORY + "</p>"),
    "bytes that are no text": page(STORY) + bytes(range(128, 256)) * 50,
    "a charset that is none": page(head='<meta charset="quopri"><meta charset="../../x">') + b"\xff\xfe\xfd",
    "utf-7": b'<html><head><meta charset="utf-7"></head><body><p>+ADw-script+AD4- ' + STORY.encode() + b"\xff",
    "utf-16 of odd length": b"\xff\xfe" + page().decode().encode("utf-16-le") + b"x",
    "utf-32 nonsense": b"\xff\xfe\x00\x00" + b"\xff" * 999,
    "an entity bomb in a page": declared("html", BOMB, f"<html><body><p>{STORY}&a11;</p></body></html>"),
    "a page that reads a file": declared("html", SECRET, f"<html><body><p>{STORY}&x;&y;</p></body></html>"),
}

FEEDS: dict[str, bytes] = {
    "an entity bomb in a feed": declared(
        "rss", BOMB, "<rss><channel><item><title>One &a11;</title></item></channel></rss>"
    ),
    "a feed that reads a file": declared(
        "rss", SECRET, "<rss><channel><item><title>One &x;</title></item></channel></rss>"
    ),
    "a deep feed": b"<rss><channel>" + b"<item>" * DEEP + b"<title>x",
    "a feed of many items": b"<rss><channel>" + b"<item><title>News of today</title></item>" * 20_000,
    "escapes in a feed": f"<rss><channel><item><title>A{ENTITIES}B</title><link>http://e/\u202e</link></item>".encode(),
    "a json feed of odd": b'{"version": "https://jsonfeed.org/version/", "items": [1, {"title": [], "author": 5}]}',
    "a deep json feed": b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * DEEP,
}

HEADERS = b"From: a@e.example\nTo: b@e.example\nSubject: x\nDate: Sun, 05 Apr 2026 08:00:00 +0100\nMIME-Version: 1.0\n"
MAILS: dict[str, bytes] = {
    "a mail within a mail": HEADERS
    + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)),
    "a mail without its boundary": HEADERS + b"Content-Type: multipart/alternative\n\nhello there\n",
    "a mail header of a megabyte": HEADERS + b"X-Long: " + b"x" * 1_000_000 + b"\n\nhello there, said Ann\n",
    "escapes in a mail": HEADERS.replace(b"Subject: x", b"Subject: =?utf-8?q?=1B[2J=E2=80=AEx?=")
    + b"\n\x1b]0;x\x07hello there\n",
    "odd encodings in a mail": HEADERS
    + b'Content-Type: text/plain; charset="no\x00such"\nContent-Transfer-Encoding: base64\n\n!!!!\n',
    "a mail of many parts": HEADERS
    + b'Content-Type: multipart/mixed; boundary="b"\n\n'
    + b"--b\n\npart of it\n" * 4_000,
    "odd headers in a mail": HEADERS.replace(b"a@e.example", b'\xff<<>>@@,;:\\"') + b"\nhello there, said Ann\n",
}

MARKDOWN: dict[str, bytes] = {
    "brackets": b"# T\n\n" + b"[" * MANY,
    "images of images": b"# T\n\n" + b"![" * 20_000 + b"](x)" * 20_000,
    "stars": b"# T\n\n" + b"*a_" * 20_000,
    "nested quotations": b"# T\n\n" + b">" * DEEP + b" deep",
    "nested items": b"# T\n\n" + b"".join(b" " * n + b"- x\n" for n in range(1500)),
    "backticks": b"# T\n\n" + b"".join(b"`" * n + b" " for n in range(1500)),
    "references": b"# T\n\n" + b"".join(b"[a%d]: /x\n" % n for n in range(5_000)) + b"[a1] " * 5_000,
    "escapes in Markdown": b"# T \x1b[31m\n\n[x](http://e.example/\x1b]0;x\x07) &#27;[2J &#x202e;\n\n**b** and more",
    "front matter without end": b"---\ntitle: x\n" + b"a: b\n" * 20_000,
}

TEXTS: dict[str, bytes] = {
    "a line of five million letters": b"x" * 5_000_000,
    "a million empty lines": b"T\n" + b"\n" * 1_000_000 + b"end of it",
    "line ends of every kind": ("a\r\n\x0b\x0c\x85\u2028\u2029" * 50_000).encode(),
    "introducers without end": b"\x1b]" * 500_000 + b"words",
    "introducers of one byte": ("\x9d" * 500_000 + "words").encode(),
    "parameters without end": b"\x1b[" + b"1;" * 500_000 + b"words",
    "datelines over datelines": b"A-" * 500_000 + b"\n\n" + b"AA, " * 100_000,
    "bylines over bylines": b"By Ann Lee, Bo Ray and\n" * 20_000,
    "brackets over brackets": b"(AP" * 300_000 + b"\n\n" + b"Photo: " * 100_000,
    "spaces between everything": b"a" + b" " * 2_000_000 + b"b\n\nc",
}


@pytest.fixture(autouse=True)
def patience_of_a_busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is that each case ends by itself, so the clock of a machine at its limits shall not decide.

    The longest takes two seconds; work that grows with the square of 50,000 takes longer than this.
    """
    monkeypatch.setattr("reader.article.process.client.MOST_SECONDS", 120.0)


def ends_well(data: bytes, name: str = "") -> Article | None:
    try:
        return article_from_bytes(data, name=name)
    except ArticleError as problem:
        message = str(problem)
        assert message
        assert safe_text(message, lines=False) == message
        return None


ALL = PAGES | FEEDS | MAILS | {f"Markdown: {name}": data for name, data in MARKDOWN.items()} | TEXTS


@pytest.mark.parametrize("name", ALL)
def test_hostile_input_ends_as_a_sound_article_or_one_clear_line(name: str, sound: Callable[[Article], None]) -> None:
    article = ends_well(ALL[name])
    if article is not None:
        sound(article)
        assert "root:" not in article.text
        assert len(article.text) <= 5_000_000
    if name.startswith(("nested divisions", "a tag", "many", "deep linked", "escapes in the page")):
        assert article is not None
        assert STORY.strip() in article.text


# EPUB


def test_a_book_that_unfolds_without_end_is_refused(make_epub: Make) -> None:
    zeros = b"\x00" * (1 << 20)
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("OPS/c.xhtml", "w") as file:
        for _ in range(80):
            file.write(zeros)
    with (
        zipfile.ZipFile(io.BytesIO(make_epub({"other.xhtml": "<p>x</p>"}))) as book,
        zipfile.ZipFile(output, "a") as archive,
    ):
        for name in book.namelist():
            archive.writestr(name, book.read(name).replace(b"other.xhtml", b"c.xhtml"))
    with pytest.raises(ArticleError, match="unpacks to more"):
        article_from_bytes(output.getvalue())


def test_a_book_that_lies_about_its_sizes_is_refused(make_epub: Make) -> None:
    data = bytearray(make_epub({"c.xhtml": "<p>" + STORY * 500 + "</p>"}))
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:  # the uncompressed size in each entry of the directory becomes one byte
        data[at + 24 : at + 28] = struct.pack("<I", 1)
        at = data.rfind(b"PK\x01\x02", 0, at)
    ends_well(bytes(data))


@pytest.mark.parametrize(
    "chapters",
    [
        {"../../../../etc/passwd": "<p>Salt came by mule.</p>", "c.xhtml": "<p>Salt came by mule.</p>"},
        {"/etc/passwd": "<p>x</p>", "c.xhtml": "<p>Salt came by mule.</p>"},
        {"c.xhtml": f"<?xml version='1.0'?><!DOCTYPE html [{SECRET}]><html><p>Salt came by mule. &x;</p></html>"},
        {"c.xhtml": f"<?xml version='1.0'?><!DOCTYPE html [{BOMB}]><html><p>Salt came by mule. &a11;</p></html>"},
        {"c.xhtml": "<div>" * DEEP + "Salt came by mule."},
        {"c.xhtml": f"<p>Salt came by mule.{ENTITIES}</p>"},
    ],
    ids=["a path out of the book", "a path from the root", "a file read", "an entity bomb", "nesting", "escapes"],
)
def test_hostile_chapters(chapters: dict[str, str], make_epub: Make, sound: Callable[[Article], None]) -> None:
    article = ends_well(make_epub(chapters))
    if article is not None:
        sound(article)
        assert "root:" not in article.text


def test_a_hostile_package(make_epub: Make, sound: Callable[[Article], None]) -> None:
    good = {"c.xhtml": "<p>Salt came by mule.</p>"}
    for title in (f"&x;&y;{ENTITIES}", "T" * 1_000_000, "<b>T</b>"):
        article = ends_well(make_epub(good, title=title))
        if article is not None:
            sound(article)
    many = {f"c{n}.xhtml": "" for n in range(300)} | good
    assert ends_well(make_epub(many)) is not None


@pytest.mark.parametrize("cut", [30, 200, 400, -10, -100])
def test_a_truncated_book_is_refused(cut: int, make_epub: Make) -> None:
    with pytest.raises(ArticleError):
        article_from_bytes(make_epub({"c.xhtml": "<p>Salt came by mule.</p>"})[:cut])


def test_a_book_with_its_lock_on_is_refused(make_epub: Make) -> None:
    lock = {"META-INF/encryption.xml": b'<encryption xmlns:a="http://ns.adobe.com/adept"/>'}
    with pytest.raises(ArticleError, match="protected"):
        article_from_bytes(make_epub({"c.xhtml": "<p>Salt.</p>"}, lock))


LOCK = (
    "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><EncryptedData xmlns='http://www.w3.org/2001/04/"
    "xmlenc#'><CipherData><CipherReference URI='{}'/></CipherData></EncryptedData></encryption>"
)


def test_a_book_whose_chapters_are_encrypted_is_refused_whoever_sold_it(make_epub: Make) -> None:
    lock = {"META-INF/encryption.xml": LOCK.format("OPS/c%20one.xhtml").encode()}
    with pytest.raises(ArticleError, match="protected"):
        article_from_bytes(make_epub({"c one.xhtml": "<p>Salt.</p>"}, lock))


def test_a_book_whose_fonts_alone_are_encrypted_is_read(make_epub: Make) -> None:
    lock = {"META-INF/encryption.xml": LOCK.format("fonts/a.otf").encode(), "fonts/a.otf": b"x"}
    assert article_from_bytes(make_epub({"c.xhtml": "<p>Salt came by mule.</p>"}, lock)).text.endswith("by mule.")


# PDF


@pytest.mark.parametrize("cut", [9, 60, 300, -40, -5])
def test_a_truncated_pdf_ends_well(cut: int, make_pdf: Make) -> None:
    lines = [(50, 700 - 12 * row, 10, "The mules came down the road in the snow.") for row in range(20)]
    ends_well(make_pdf(lines)[:cut])


def test_a_pdf_of_nonsense_ends_well(make_pdf: Make) -> None:
    data = make_pdf([(50, 700, 10, "The mules came down the road.")])
    ends_well(data.replace(b"/Count 1", b"/Count 99999999"))
    ends_well(data.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"))
    ends_well(data.replace(b"/Length", b"/Length -"))
    ends_well(b"%PDF-1.7\n" + b"<<" * DEEP)


def test_attributes_with_characters_that_xml_lacks(sound: Callable[[Article], None]) -> None:
    words = "<p>The mill stood still all day, said the miller, and nobody knew for how long it would.</p>" * 4
    page = f"<html><body><article class='a&#1;b' id='&#xfffe;'><div><a href='\f/m'>M</a>{words}</div></article>"
    sound(article_from_bytes(page.encode()))
