"""The tables, as the steps that lead from an empty file to today's; a step is never changed once it was released."""

import sqlite3
from collections.abc import Iterator

from reader.library.denials import add_lookup

_FIRST = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    url TEXT,
    title TEXT,
    site TEXT,
    byline TEXT NOT NULL DEFAULT '[]',
    published TEXT,
    language TEXT NOT NULL DEFAULT 'en',
    words INTEGER NOT NULL DEFAULT 0,
    claims INTEGER NOT NULL DEFAULT 0,
    added REAL NOT NULL,
    opened REAL,
    state TEXT NOT NULL DEFAULT 'to-read' CHECK (state IN ('to-read', 'reading', 'done')),
    starred INTEGER NOT NULL DEFAULT 0,
    queued REAL,
    removed REAL
);
CREATE INDEX article_by_time ON article (removed, added);
CREATE INDEX article_by_queue ON article (queued) WHERE queued IS NOT NULL;
CREATE TABLE edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    digest TEXT NOT NULL,
    got REAL NOT NULL,
    body BLOB NOT NULL,
    analysis BLOB,
    UNIQUE (article, digest)
);
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    roles TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX person_by_name ON person (folded);
CREATE TABLE appearance (
    edition INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE,
    actor TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (edition, actor)
) WITHOUT ROWID;
CREATE INDEX appearance_by_person ON appearance (person);
CREATE TABLE decision (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    same INTEGER,
    at REAL NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE claim (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    edition INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    local TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    speaker TEXT NOT NULL,
    chain TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    inner INTEGER NOT NULL DEFAULT 0,
    yours INTEGER NOT NULL DEFAULT 0,
    UNIQUE (edition, local)
);
CREATE INDEX claim_by_article ON claim (article);
CREATE TABLE saying (
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    day TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    PRIMARY KEY (person, day, claim)
) WITHOUT ROWID;
CREATE INDEX saying_by_claim ON saying (claim);
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    anchor TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    at REAL NOT NULL,
    changed REAL NOT NULL
);
CREATE INDEX mark_by_article ON mark (article);
CREATE TABLE article_tag (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX article_tag_by_tag ON article_tag (tag);
CREATE TABLE mark_tag (
    mark INTEGER NOT NULL REFERENCES mark ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (mark, tag)
) WITHOUT ROWID;
CREATE INDEX mark_tag_by_tag ON mark_tag (tag);
CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX correction_by_article ON correction (article);
CREATE TABLE place (
    name TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    bookmark TEXT NOT NULL,
    at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX place_by_time ON place (at);
CREATE INDEX place_by_source ON place (source);
CREATE TABLE fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID
"""

_FEEDS = """
CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    asked TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    own_title TEXT NOT NULL DEFAULT '',
    home TEXT,
    folders TEXT NOT NULL DEFAULT '[]',
    added REAL NOT NULL,
    etag TEXT,
    modified TEXT,
    digest TEXT,
    checked REAL,
    due REAL NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'well', 'failing', 'gone')),
    problem TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    key TEXT NOT NULL,
    entry TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    byline TEXT NOT NULL DEFAULT '[]',
    published TEXT,
    day REAL NOT NULL,
    got REAL NOT NULL,
    words INTEGER NOT NULL DEFAULT 0,
    excerpt INTEGER NOT NULL DEFAULT 0,
    digest TEXT NOT NULL,
    read REAL,
    changed REAL,
    forgotten INTEGER NOT NULL DEFAULT 0,
    story INTEGER,
    likeness BLOB,
    UNIQUE (feed, key)
);
CREATE INDEX item_by_time ON item (day, id);
CREATE INDEX item_by_feed ON item (feed, day);
CREATE INDEX item_unread ON item (feed) WHERE read IS NULL AND NOT forgotten;
CREATE INDEX item_by_entry ON item (entry);
CREATE INDEX item_by_story ON item (story) WHERE story IS NOT NULL;
CREATE TABLE item_edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
    digest TEXT NOT NULL,
    got REAL NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (item, digest)
);
CREATE TABLE watch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'word', 'outlet')),
    words TEXT NOT NULL,
    at REAL NOT NULL,
    looked INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, words)
);
CREATE TABLE watched (
    watch INTEGER NOT NULL REFERENCES watch ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
    at REAL NOT NULL,
    said TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (watch, item)
) WITHOUT ROWID;
CREATE INDEX watched_by_item ON watched (item)
"""

_QUEUE = """
CREATE TABLE waiting (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    holder TEXT NOT NULL DEFAULT '',
    until REAL NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
);
CREATE INDEX article_by_source ON article (source);
CREATE INDEX article_by_url ON article (url);
CREATE INDEX article_to_read ON article (queued IS NULL, queued, id) WHERE state = 'to-read' AND removed IS NULL;
CREATE INDEX article_begun ON article (coalesce(opened, added) DESC, id) WHERE state = 'reading' AND removed IS NULL;
CREATE INDEX article_done ON article (coalesce(opened, added) DESC, id) WHERE state = 'done' AND removed IS NULL;
CREATE INDEX article_starred ON article (coalesce(opened, added) DESC, id) WHERE starred = 1 AND removed IS NULL;
CREATE INDEX mark_by_time ON mark (at DESC, id)
"""

_COUNTS = """
CREATE INDEX article_by_site ON article (site);
CREATE TABLE quoted (
    person INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL
);
INSERT INTO quoted SELECT saying.person, count(*), count(DISTINCT claim.article) FROM saying
JOIN claim ON claim.id = saying.claim JOIN article ON article.id = claim.article
WHERE article.removed IS NULL GROUP BY saying.person;
CREATE INDEX quoted_by_claims ON quoted (claims DESC, person)
"""

_DAYS = """
CREATE INDEX article_by_day ON article (coalesce(published, '') DESC, id)
"""

_PILES = """
DROP INDEX article_by_time;
CREATE INDEX article_by_added ON article (added DESC, id DESC) WHERE removed IS NULL
"""  # the old one drew SQLite away from the indexes of the piles

_FEED_COUNTS = """
ALTER TABLE item ADD COLUMN line INTEGER NOT NULL DEFAULT 1;
UPDATE item SET line = 0 WHERE EXISTS (SELECT 1 FROM item AS one WHERE one.story = item.story AND NOT one.forgotten
    AND (one.read IS NULL, one.day, one.id) > (item.read IS NULL, item.day, item.id));
DROP INDEX item_unread;
CREATE INDEX item_unread ON item (day, id) WHERE read IS NULL AND NOT forgotten;
CREATE INDEX item_by_line ON item (day, id) WHERE line AND NOT forgotten;
CREATE TABLE feed_count (
    feed INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
    items INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    lines INTEGER NOT NULL DEFAULT 0,
    unread_lines INTEGER NOT NULL DEFAULT 0
);
INSERT INTO feed_count
SELECT feed.id, count(item.id), count(item.id) FILTER (WHERE read IS NULL), count(item.id) FILTER (WHERE line),
    count(item.id) FILTER (WHERE line AND read IS NULL)
FROM feed LEFT JOIN item ON item.feed = feed.id AND NOT forgotten GROUP BY feed.id;
CREATE TRIGGER feed_came AFTER INSERT ON feed BEGIN
    INSERT OR IGNORE INTO feed_count (feed) VALUES (new.id);
END;
CREATE TRIGGER item_came AFTER INSERT ON item WHEN NOT new.forgotten BEGIN
    UPDATE feed_count SET items = items + 1, unread = unread + (new.read IS NULL), lines = lines + new.line,
        unread_lines = unread_lines + (new.line AND new.read IS NULL) WHERE feed = new.feed;
END;
CREATE TRIGGER item_went AFTER DELETE ON item WHEN NOT old.forgotten BEGIN
    UPDATE feed_count SET items = items - 1, unread = unread - (old.read IS NULL), lines = lines - old.line,
        unread_lines = unread_lines - (old.line AND old.read IS NULL) WHERE feed = old.feed;
END;
CREATE TRIGGER item_counted AFTER UPDATE OF read, forgotten, line ON item BEGIN
    UPDATE feed_count SET items = items - (NOT old.forgotten) + (NOT new.forgotten),
        unread = unread - (old.read IS NULL AND NOT old.forgotten) + (new.read IS NULL AND NOT new.forgotten),
        lines = lines - (old.line AND NOT old.forgotten) + (new.line AND NOT new.forgotten),
        unread_lines = unread_lines - (old.line AND old.read IS NULL AND NOT old.forgotten)
            + (new.line AND new.read IS NULL AND NOT new.forgotten)
    WHERE feed = new.feed;
END;
CREATE TRIGGER story_changed AFTER UPDATE OF story, read, forgotten, day ON item WHEN new.story IS NOT NULL BEGIN
    UPDATE item SET line = id IS (SELECT one.id FROM item AS one WHERE one.story = new.story AND NOT one.forgotten
        ORDER BY one.read IS NULL DESC, one.day DESC, one.id DESC LIMIT 1) WHERE story = new.story;
END;
CREATE TRIGGER story_left AFTER UPDATE OF story ON item WHEN old.story IS NOT NULL AND old.story IS NOT new.story BEGIN
    UPDATE item SET line = 1 WHERE id = new.id AND story IS NULL;
    UPDATE item SET line = id IS (SELECT one.id FROM item AS one WHERE one.story = old.story AND NOT one.forgotten
        ORDER BY one.read IS NULL DESC, one.day DESC, one.id DESC LIMIT 1) WHERE story = old.story;
END;
CREATE TRIGGER story_came AFTER INSERT ON item WHEN new.story IS NOT NULL BEGIN
    UPDATE item SET line = id IS (SELECT one.id FROM item AS one WHERE one.story = new.story AND NOT one.forgotten
        ORDER BY one.read IS NULL DESC, one.day DESC, one.id DESC LIMIT 1) WHERE story = new.story;
END;
CREATE TRIGGER story_went AFTER DELETE ON item WHEN old.story IS NOT NULL BEGIN
    UPDATE item SET line = id IS (SELECT one.id FROM item AS one WHERE one.story = old.story AND NOT one.forgotten
        ORDER BY one.read IS NULL DESC, one.day DESC, one.id DESC LIMIT 1) WHERE story = old.story;
END
"""
"""What is unread is counted when it changes, not when it is asked for; of a story's items the newest unread one takes
the line, else the newest."""

_JOINED = """
CREATE TABLE joined (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    roles TEXT NOT NULL,
    fresh TEXT NOT NULL,
    appearances TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX joined_by_one ON joined (one)
"""
"""Who was joined to whom, as they were before: so that it can be taken back."""

_LEADING = """
CREATE TABLE leading (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    voice TEXT NOT NULL,
    kind TEXT NOT NULL,
    share REAL NOT NULL
);
CREATE TEMP TABLE told AS SELECT article, speaker, sum(length(words)) AS letters FROM claim
WHERE inner = 0 AND type = 'said' GROUP BY article, speaker;
CREATE TEMP TABLE most AS SELECT article, sum(letters) AS every, max(letters) FILTER (WHERE speaker <> '') AS letters
FROM told GROUP BY article;
INSERT OR IGNORE INTO leading SELECT told.article, told.speaker, '', 1.0 * most.letters / most.every FROM told JOIN most
ON most.article = told.article AND most.letters = told.letters WHERE told.speaker <> '' AND most.every > 0;
DROP TABLE told;
DROP TABLE most
"""  # what is counted since is told more exactly when an article is taken in

_DRAFTS = """
ALTER TABLE mark ADD COLUMN draft TEXT NOT NULL DEFAULT ''
"""
"""What was typed for a note, and neither kept nor given up when its reader was closed."""

_DENIALS = """
ALTER TABLE claim ADD COLUMN denial TEXT NOT NULL DEFAULT '';
UPDATE claim SET denial = coalesce((SELECT denial_in(body, analysis, claim.local) FROM edition
WHERE edition.id = claim.edition), '')
"""
"""The words that deny a claim ("denied"): without them its own words would say the contrary."""

STEPS: tuple[str, ...] = (
    *(_FIRST, _FEEDS, _QUEUE, _COUNTS, _DAYS, _PILES, _FEED_COUNTS, _JOINED, _LEADING, _DRAFTS, _DENIALS),
)
"""What leads from version N to N + 1; `PRAGMA user_version` says where a file stands."""

KEPT = (
    "article", "edition", "person", "appearance", "decision", "joined", "mark", "article_tag", "mark_tag", "correction",
    "place", "feed", "item", "item_edition", "watch", "watched",
)  # fmt: skip
"""The tables that hold what cannot be made again, parents first; claims and the index follow from them."""


def version_of(connection: sqlite3.Connection) -> int:
    """The step at which a file stands; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_forward(connection: sqlite3.Connection) -> None:
    """Take the steps that a file lacks, inside the transaction that the caller has begun."""
    add_lookup(connection)
    for number, step in enumerate(STEPS[version_of(connection) :], version_of(connection) + 1):
        for statement in _statements(step):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def _statements(step: str) -> Iterator[str]:
    """The statements of a step, a trigger whole."""
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
