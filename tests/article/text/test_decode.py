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
