"""Text as people type it → plain text that the rules can compare (R17).

Lower case without accents; one kind of apostrophe, dash, space and digit; abbreviations without their dots; the
usual spellings of a few words made one. Hyphens, slashes and dots between digits stay: they make dates.
"""

import re
import unicodedata

from sc_bot.domain.characters import bare

_CHARACTERS = {
    **dict.fromkeys("‘’‚‛ʼ´`′＇", "'"),
    **dict.fromkeys("−⁃", "-"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys('«»“”„"()[]{};!?…*_•·', " "),
}
_INVISIBLE = frozenset({"Cf", "Cs", "Mn", "Me"})
_STEPS = (
    (r"(?<![a-z])(?:[a-z]\.)+[a-z]?(?![a-z])\.?", lambda initials: initials[0].replace(".", "")),  # p.m., s.v.p.
    (r"(?<=[a-z])\.(?=-)", ""),  # 6-janv.-2027
    (r"(?<!\d)[.:]|[.:](?!\d)", " "),
    (r",(?! ?\d)(?=.* (?:ou|or|et|and) )", " ou "),  # "lundi, mardi ou mercredi"
    (r"(?<!\d),|,(?!\d)|,(?=\d{4}\b)", " "),  # "Dec 15,2026"; "2,5 jours" keeps its comma and is refused
    (r"@(?= ?\d)", " at "),
    (r"#(?=\d)|°", " "),
    (r"&", " et "),
    (r"(?<=\d-\d\d)t(?=\d\d:)", " "),  # 2026-12-15T14:30
    (r"\bweek-end", "weekend"),
    (r"(?<=[a-z'])-(?=[a-z\d])|(?<=\d)-(?=[a-z])", " "),
    (r"^ *- ", ""),  # a bullet
    (r"(?<=[a-z.]) ?/ ?(?=[a-z])", " ou "),
    (r"(?<=\d)/(?=[a-z])|(?<=[a-z])/(?=\d)", " "),  # 15/déc/2026
    (r"\s+", " "),
)
_SPELLINGS = (
    (r"\baujourd ?'? ?hui\b|\bauj\b|\bajd\b", "aujourd'hui"),
    (r"\bd ?'? ?ici\b", "d'ici"),
    (r"\bjusqu ?'? ?(?=au?x?\b|en\b|a\b)", "jusqu'"),
    (r"\b(?P<letter>[ldns]) ?' ?(?=[a-z])", r"\g<letter>'"),
    (r"\b(?:tomm?orr?ow|tmrw|tmr|tmw|2moro|2morrow|demin|dem)\b", "demain"),
    (r"\bapres demain\b|\b(?:the )?day after demain\b|\bovermorrow\b", "apres-demain"),
    (r"\b(?:tonite|2nite)\b", "tonight"),
    (r"\b(?P<half>[ap]) m\b(?= |$)", r"\g<half>m"),
)
_COMPILED = tuple((re.compile(pattern), change) for pattern, change in (*_STEPS, *_SPELLINGS))


def plain(phrase: str) -> str:
    """Make a phrase plain; what cannot be part of a date stays, so that no rule accepts it."""
    text = "".join(bare(character, _CHARACTERS, _INVISIBLE) for character in unicodedata.normalize("NFKD", phrase))
    text = text.lower()
    for pattern, change in _COMPILED:
        text = pattern.sub(change, text)
    return text.strip()
