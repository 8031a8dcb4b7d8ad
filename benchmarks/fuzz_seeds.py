"""One small file of each format that the samples lack, for `benchmarks.fuzz` to damage."""

MAIL = (
    b"From: Ann <a@e.example>\nTo: b@e.example\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Sun, 05 Apr 2026 08:00:00 +0100\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nWords.\n'
    b"--b\nContent-Type: text/html; charset=utf-8\n\n<p>The <b>caf\xc3\xa9</b> closed, said Olga.</p>\n--b--\n"
)
RSS = (
    b"<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    b"<title>News</title><item><title>One</title><link>http://e.example/1</link><author>a@e.example (Ann)</author>"
    b"<pubDate>Sun, 05 Apr 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description>"
    b"<content:encoded><![CDATA[<p>The cafe closed, said <a href='/o'>Olga</a>.</p>]]></content:encoded></item>"
    b"<item><title>Two</title><link>http://e.example/2</link><description>More "
    b"words</description></item></channel></rss>"
)
ATOM = (
    b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://e.example/'><title>News</title><entry><title "
    b"type='html'>One &amp;amp; two</title><link rel='alternate' href='1'/><author><name>Ann</name></author><published>"
    b"2026-04-05T08:00:00Z</published><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Words, said Bo"
    b".</p></div></content></entry></feed>"
)
JSON_FEED = (
    b'{"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "http://e.example/", "items": ['
    b'{"id": 1, "title": "One", "url": "/1", "authors": [{"name": "Ann"}], "date_published": "2026-04-05T08:00:00Z", '
    b'"content_html": "<p>Words.</p>"}, {"title": "Two", "content_text": "More words, said Bo."}]}'
)
SUBRIP = (
    b"1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>The cafe closed,</i>\r\nsaid Olga.\r\n\r\n"
    b"2\r\n00:00:05,000 --> 00:00:07,000\r\n- Why?\r\n- {\\an8}Words.\r\n"
)
WEBVTT = (
    b"WEBVTT - The cafe\n\nNOTE of nobody\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:03.500 line:0\n"
    b"<v.loud Olga>The caf\xc3\xa9 <c.b>closed</c>.\n\n00:03.500 --> 01:00:07.000\n<v Bo>It &amp; I <00:04.000>know.\n"
)
CONTAINER = b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
PACKAGE = (
    b'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Salt '
    b"Road</dc:title><dc:creator>Mira "
    b'Olsen</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type='
    b'"application/xhtml+xml"/><item id="b" href="b.xhtml" '
    b'media-type="application/xhtml+xml"/><item id="n" href="n.ncx" '
    b'media-type="application/x-dtbncx+xml"/><item id="v" properties="nav" href="v.xhtml" media-type='
    b'"application/xhtml+xml"/></manifest><spine toc="n"><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
NCX = (
    b"<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content "
    b'src="a.xhtml"/></navPoint><navPoint><navLabel>'
    b'<text>Two</text></navLabel><content src="b.xhtml#c2"/></navPoint></navMap></ncx>'
)
NAV = (
    b'<html><nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml#c2">Two</a></li></ol></nav>'
)
CHAPTERS = (
    b"<html><body><h1>One</h1><p>Salt came by mule, said Olsen.</p></body></html>",
    b"<html><body><p>And more.</p><h2 id='c2'>Two</h2><blockquote>Then by train.</blockquote></body></html>",
)
PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
    b"/Kids [4 0 R] /Count 1 >>\n"
    b"endobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /Page /Parent "
    b"2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> "
    b">>\nendobj\n5 0 obj\n<< /Length "
    b"150 >>\nstream\nBT /F1 20 Tf 50 700 Td (Mules in the snow) Tj ET\nBT /F1 10 Tf 50 660 Td "
    b"(The mules came down the "
    b"road, said Mira Olsen.) Tj ET\nBT /F1 10 Tf 50 648 Td (Nobody had seen so many at one time.) Tj ET\nendstream\n"
    b"endobj\ntrailer << /Size 6 /Root 1 0 R >>\n%%EOF\n"
)
