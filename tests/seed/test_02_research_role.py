"""Seed, 2: "Led by… Work Organization Studies Chair": whoever does research finds no name and no word."""

from handlers.sc import VERBS
from sc_bot.domain.community import Role
from tests.house import Town
from tests.seed.test_36_external_intervener import WHO, names
from tests.stories.acting import does_from_show, whole
from tests.stories.looking import ABOUT_CHEMO
from tests.stories.promising import promise

SECRETS = ("chimio", "poste", "Navette", "Envoyer le résumé", ABOUT_CHEMO)


def test_no_command_tells_the_external_intervener_a_name_a_text_or_a_title(town: Town) -> None:
    """Every verb that there is, alone and with the reference, and with words that stand in the report."""
    promise(town, "le 9 décembre")
    does_from_show(town, "HSF-MD", "problem.title", title="Navette du laboratoire")
    own = town.community.person(WHO)
    assert own is not None
    public = (town.community.facilitator, *town.community.having(Role.PRIVACY_OFFICER))  # everybody may write to them
    known = own.name + "".join(each.name for each in public if each)
    hidden = [each for each in names() if each not in known]
    for verb in sorted(VERBS):
        for rest in ("", "ONC-1", "navette"):
            if verb in {"problem", "probleme", "problème"}:
                continue  # reports: what they write is theirs
            shown = town.person(WHO).runs(f"/sc {verb} {rest}".strip()).message
            said = whole(shown) if shown is not None else ""
            typed = {"navette"} if rest == "navette" else set()
            found = [each for each in (*SECRETS, *hidden) if each in said and each.casefold() not in typed]
            assert found == [], (verb, rest)
