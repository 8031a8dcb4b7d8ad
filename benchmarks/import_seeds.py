"""A small file of each form that `reader library import` reads, of our own writing: for tests, and to be damaged."""
# Some lines are as long as these programs write them.
# ruff: noqa: E501

import json

POCKET = """title,url,time_added,tags,status
The ferry,https://packet.example/ferry?utm_source=pocket,1583280000,sea|town council,unread
"Two, in one","https://packet.example/two
",1583280001,,archive
https://packet.example/bare,https://packet.example/bare,soon,,unread
No address,,1583280002,,unread
"""
INSTAPAPER = """URL,Title,Selection,Folder,Timestamp,Tags
https://packet.example/ferry,The ferry,It stops in May,Archive,1583280000,"[""sea"", ""boats""]"
https://packet.example/two,Two,,Harbour,1583280001,[]
instapaper://private-content/7,A mail,,Unread,1583280002,[]
https://packet.example/three,Three,,Starred,1583280003,[]
"""
OMNIVORE = json.dumps(
    [
        {
            "id": "1",
            "slug": "the-ferry",
            "title": "The ferry",
            "description": "of the page",
            "author": "Ann Lee and Bo Berg",
            "url": "https://packet.example/ferry",
            "state": "Archived",
            "readingProgress": 100,
            "labels": ["sea"],
            "savedAt": "2024-10-30T12:39:28.023Z",
            "publishedAt": "2024-10-29T00:00:00.000Z",
        },
        {"slug": "x", "title": "Half read", "url": "https://packet.example/two", "readingProgress": 30, "labels": None},
        {"slug": "y", "title": "A file", "url": "file:///papers/x.pdf", "savedAt": "2024-10-30T12:39:28.023Z"},
    ],
    indent=1,
)
WALLABAG = json.dumps(
    [
        {
            "is_archived": 0,
            "is_starred": 1,
            "tags": ["sea", "town"],
            "title": "The ferry",
            "url": "https://packet.example/ferry",
            "content": "<p>“It stops in May,” said Ann Lee, who runs it.</p>",
            "created_at": "2020-03-04T00:00:00+0000",
            "published_at": "2020-03-03T10:00:00+0000",
            "published_by": ["Bo Berg"],
            "annotations": [{"text": "ask her", "quote": "It stops in May", "ranges": []}, {"text": "lost"}],
            "language": "en_GB",
            "domain_name": "packet.example",
        },
        ["no object"],
    ]
)
READWISE = """Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
It stops in May,The ferry,Ann Lee,,.sea ask her,,,offset,12,2021-09-10 19:29:00+00:00,boats
"Nobody asked
the café",The ferry,Ann Lee,,,,town,offset,40,"July 4, 2021 3:02 PM",boats
,The ferry,Ann Lee,,,,,offset,40,,
"""
READWISE_READER = """Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
The ferry,https://packet.example/ferry,01h,"['sea', 'town']",2023-05-14 09:30:05+00:00,0.4,later,True
"""
RAINDROP = """id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
7,The ferry,ask her,of the page,https://packet.example/ferry,Sea / Boats,"town, council",2020-03-04T00:00:00.000Z,,"Highlight:It stops in May
Note:when?

Highlight:Nobody asked",true
"""
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3>Sea &amp; town</H3>
        <DL><p>
            <DT><A HREF="https://packet.example/ferry" ADD_DATE="1583280000" TAGS="boats">The <b>ferry</A>
            <DD>ask her
        </DL><p>
        <DT><A HREF="javascript:alert(1)">Trick</A>
        <DT><A HREF="https://packet.example/two" ADD_DATE="0">Two</A>
    </DL><p>
</DL>
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Sea"><outline text="The ferry" type="link" url="https://packet.example/ferry?a=1&amp;b=2"/>
<outline text="A feed" xmlUrl="https://packet.example/feed"/></outline>
<outline text="Two" url="https://packet.example/two"/></body></opml>
"""
ADDRESSES = """# to read
https://packet.example/ferry The ferry
- [Two (of them)](https://packet.example/two_(b)) and more
nothing here

https://packet.example/three
"""
SAMPLES = {
    "pocket": POCKET, "instapaper": INSTAPAPER, "omnivore": OMNIVORE, "wallabag": WALLABAG, "readwise": READWISE,
    "readwise-reader": READWISE_READER, "raindrop": RAINDROP, "bookmarks": BOOKMARKS, "opml": OPML,
    "csv": "url,note\nhttps://packet.example/ferry,x\n", "addresses": ADDRESSES,
}  # fmt: skip
