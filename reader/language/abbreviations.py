"""Abbreviations that Punkt cannot learn well from any one corpus, by what may follow them."""


def split(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


TITLES = split("""
    adm amb atty brig capt cdr cmdr cmdt col cpl cpt dr det fr gen gov hon insp lt lieut maj messrs
    mlle mme mr mrs ms msgr mx ofc pfc pres prof pte pvt rep reps rev sen sens sgt spc ssgt st supt
    treas
""")
"""Before a name: a capital letter after one of these never opens a sentence."""

BEFORE_NUMBERS = split("""
    app approx apr art aug c ca cap ch chap cl d dec eq est fig figs feb fl jan jul jun mar max min
    no nos nov oct op p par para pp sec sect sep sept tel v vol vols
""")
"""Before a digit, none of these ends a sentence."""

NEVER_LAST = split("""
    al cf e.g eg i.e ie viz vs v ed eds trans approx ca incl
""")
"""These want something after them whatever it is, if it is not a plain sentence opening."""

ORDINARY = split("""
    ave blvd bros cal co conn corp dept det est etc ext ft inc jr ltd mass minn mt natl no pkwy plc
    rd sq sr tenn univ wash mon tue tues wed thu thur thurs fri sat sun hwy assn assoc bldg div govt
    intl lb lbs oz pa sq u.s u.k u.n e.u a.m p.m d.c n.y l.a ala
    ariz calif colo fla ga kan ky md mich mont neb nev okla ore tex va vt wis wyo
""")
"""These may stand inside a sentence or close it: the next word decides."""

NOT_KEPT = split("no art par max min mar sun sat mass wash det")
"""Words of their own, far more often than abbreviations."""

WITH_STOP = (TITLES | ORDINARY | NEVER_LAST | BEFORE_NUMBERS) - NOT_KEPT
"""What a word splitter keeps together with its full stop (in lower case, without the stop)."""
