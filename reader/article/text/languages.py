"""Which language a text is in, told by its script and its commonest little words, where its source says nothing."""

import re

_FUNCTION_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in is that for it was on with as his he by at from are this have had not but they",
        "fr": "le la les des et du une est que dans pour qui sur au avec par plus ne pas ce cette sont été",
        "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es hat dass",
        "es": "el la los las de que y en del se por con una para su al lo como más pero sus este ya fue ha está son",
        "it": "il di che la e un per è in una sono non con si da del della dei le nel alla anche ha più gli come ma",
        "pt": "o a os as de que e do da em um uma para com não no na por mais se dos como foi ao das são pelo está",
        "nl": "de het een van en in is dat op te zijn voor met die aan niet er om ook als maar door werd bij naar",
        "sv": "och att det som en på är av för med den till inte har de ett om var men sig från vid kan efter",
        "da": "og at det som en på er af for med den til ikke har de et om var men sig fra ved kan efter blev",
        "nb": "og at det som en på er av for med den til ikke har de et om var men seg fra ved kan etter ble",
        "fi": "ja on ei että oli se hän mutta ovat kun myös joka ole kuin sen olla tai ovat jo vain mukaan nyt",
        "pl": "i w na z się nie do to jest że o jak za od po przez co ale są był dla tym który oraz jego",
        "cs": "a se v na je že to s z do o i ve by si jako za po jsou ale který podle aby jeho také byl",
        "sk": "a sa v na je že to s z do o aj vo by si ako za po sú ale ktorý podľa aby jeho tiež bol",
        "hu": "a az és hogy nem is egy van meg már de csak volt mint ez el ha még azt után szerint kell",
        "ro": "și de în la a cu pe că nu o din care pentru un este mai au fost dar sa prin ca după sunt",
        "tr": "ve bir bu da de için ile çok olarak daha olan kadar gibi ne en o sonra ancak ya var değil dedi",
    }.items()
}

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_SHARE = {"ja": 0.05, "fa": 0.01, "uk": 0.02}
"""Share of a text's letters from which a script speaks for the language; a quarter where nothing else is said."""

_LOOKED_AT = 6_000
_WORD = re.compile(r"[^\W\d_]+")


def likely_language(text: str, declared: str | None = None) -> str:
    """The two-letter code of a text's language.

    What the source declares holds, unless it says English or nothing and the text clearly is something else. A text
    too short to tell is English.
    """
    if declared and declared != "en":
        return declared
    sample = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, sample))
    if letters < 40:
        return "en"
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > _SHARE.get(code, 0.25) * letters:
            return code
    words = [word.lower() for word in _WORD.findall(sample)]
    shares = {
        code: sum(word in known for word in words) / max(1, len(words)) for code, known in _FUNCTION_WORDS.items()
    }
    best = max(shares, key=lambda code: shares[code])
    clear = len(words) >= 12 and shares[best] > 0.12 and shares[best] > 1.5 * shares["en"]
    return best if clear else "en"
