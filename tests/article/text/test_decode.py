"""What bytes say: names of encodings as browsers understand them, and what is damaged or not declared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import ArticleError
from reader.article.opening import article_from_bytes
from reader.article.text.decode import decode

QUAY = "“The quay”, said Zoë – “is shut until 5€”."


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "鎔镕喆 the mill 水车"),
        ("GBK", "gb18030", "鎔镕喆 the mill 水车"),
        ("latin-1", "cp1252", QUAY),
        ("iso-8859-1", "cp1252", QUAY),
        ("us-ascii", "cp1252", QUAY),
        ("iso-8859-9", "cp1254", "“Değirmen”, dedi."),
        ("shift_jis", "cp932", "髙橋さんの水車①は止まった"),
        ("euc-kr", "cp949", "물레방아가 멈췄다고 쀍이 말했다"),
        ("ks_c_5601-1987", "cp949", "물레방아가 멈췄다고 말했다"),
        ("x-sjis", "cp932", "水車が止まった"),
        ("iso-2022-jp", "iso2022_jp", "水車が止まった"),
        ("tis-620", "cp874", "กังหันหยุดแล้ว"),
        ("windows-1251", "cp1251", "Мельница стоит"),
        ("cp850", "cp850", "la forêt brûle"),
    ],
)
def test_a_name_means_what_it_means_in_browsers(label: str, codec: str, text: str) -> None:
    assert decode(text.encode(codec), label) == text


def test_utf_8_holds_against_a_wrong_declaration() -> None:
    assert decode("水车 café".encode(), "gb2312") == "水车 café"


def test_a_bad_byte_does_not_undo_what_was_declared() -> None:
    data = ("水车停了。" * 40).encode("gb18030")
    assert decode(data[:100] + b"\xff" + data[100:], "gb2312").count("水车停了。") >= 38


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", "Мельница стоит с самого утра, сказала мельничиха, и никто не знает, когда она пойдёт снова."),
        ("gb18030", "水车从早上起就停了，磨坊主的妻子说，没有人知道它什么时候会再转起来。"),
        ("cp1252", "Le café du port est fermé depuis l’été, a dit la meunière, et personne ne s’en étonne."),
    ],
)
def test_a_text_that_declares_nothing(codec: str, text: str) -> None:
    assert decode((text * 3).encode(codec)) == text * 3


SPOKEN = "“The café is shut,” said Zoë, “and so is the café’s quay – until 5€.” "


@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1252", "latin-1"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "codecs_in_turn",
    [("utf-8", "cp1252"), ("cp1252", "utf-8"), ("utf-8", "utf-8", "utf-8", "cp1252"), ("utf-8", "cp1252", "utf-8")],
)
def test_a_page_that_two_programs_wrote_is_read_as_both_meant_it(
    codecs_in_turn: tuple[str, ...], mark: bytes, declared: str | None
) -> None:
    data = mark + b"".join(SPOKEN.encode(codec) for codec in codecs_in_turn)
    assert decode(data, declared) == SPOKEN * len(codecs_in_turn)


def test_old_quotation_marks_in_a_utf_8_page_leave_its_other_letters_whole() -> None:
    page = "<p>The café’s owner spoke.</p><p>\x93We had no choice,\x94 said Zoë.</p>"
    data = page.encode().replace(b"\xc2\x93", b"\x93").replace(b"\xc2\x94", b"\x94")
    assert decode(b"<meta charset=utf-8>" + data).endswith("<p>“We had no choice,” said Zoë.</p>")
    assert "café’s" in decode(data)


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "gb18030", "cp932"])
def test_what_is_written_in_one_other_encoding_is_no_mixture(codec: str) -> None:
    text = {
        "cp1252": "„Der Spaß“, sagte Zoë, „ist groß“. ",
        "cp1251": "«Мельница», сказала она, «стоит». ",
        "gb18030": "水车从早上起就停了，她说，没有人知道。",
        "cp932": "水車は朝から止まったままだと彼女は言った。",
    }[codec] * 20
    assert decode(text.encode(codec), codec) == text


@pytest.mark.parametrize("text", ["水车从早上起就停了，她说。" * 30, "Мельница стоит, сказала она. " * 30])
def test_damage_in_another_script_makes_no_latin_letters(text: str) -> None:
    data = text.encode()
    read = decode(data[:100] + data[101:])
    assert "\ufffd" in read
    assert not any("\x80" <= c < "\u0250" for c in read)


def test_a_quotation_mark_that_was_torn_is_told_as_damage_and_no_letters_are_made_of_it() -> None:
    assert decode("café ".encode() + "“".encode()[:2] + b" The quay") == "café \ufffd The quay"
    assert decode("café".encode() + b"\xc2 open") == "café\ufffd open"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_and_other_bytes_with_noughts_are_not(codec: str) -> None:
    text = "“The mill stands,” said Zoë Łuk.\r\n\r\nNobody knows — not even she — why.\n"
    assert decode(text.encode(codec)) == text
    assert article_from_bytes(text.encode(codec)).text.startswith("“The mill stands,”")
    for noise in (bytes(4000), bytes(range(32)) * 2 + b"\x07\x00" * 200, b"a\x00" + bytes(range(256)) * 4):
        with pytest.raises(ArticleError):
            article_from_bytes(noise)


@given(data=st.binary(max_size=200), label=st.one_of(st.text(max_size=12), st.sampled_from(["hz", "utf-7", "idna"])))
@settings(max_examples=200, deadline=None)
def test_any_bytes_and_any_name_give_text(data: bytes, label: str) -> None:
    assert isinstance(decode(data, label), str)
