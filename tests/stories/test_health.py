"""The health of a community: what it lacks, who is quiet, and how general managers take part, for their eyes alone."""

from dataclasses import replace

from sc_bot.domain.community import Role
from sc_bot.usecases.community import import_community
from sc_bot.usecases.learning import Profile, keep
from tests.homes.looking import opens, part
from tests.house import Town, channel_ids, region
from tests.stories.acting import report
from tests.stories.deciding import ODILE, REJEAN, answers, asks
from tests.stories.promising import BASTIEN, told

FACILITATOR, NURSE = "ADV-1", "HSF-S1"
HOSPITAL = "Hôpital Saint-Firmin-des-Monts"


def health(town: Town, who: str) -> str:
    """`/sc santé`."""
    return town.person(who).runs("/sc santé").text


def without(town: Town, *roles: Role) -> None:
    """The community file is read again, without anybody in these roles."""
    people = tuple(
        replace(each, roles=tuple(role for role in each.roles if role not in roles) or (Role.CAREGIVER,))
        for each in region().people
    )
    settings = replace(region().settings, facilitator_substitute=None)
    changed = replace(region(), people=people, settings=settings)
    with town.house.web_database.unit_of_work() as uow:
        import_community(uow, town.slack.workspace.team_id, changed, town.clock(), channels=channel_ids(town.slack))


def test_roles_without_anybody_are_shown_to_the_facilitator_and_on_home(town: Town) -> None:
    """A moderator, a privacy officer, a substitute, a committee: each missing one is a line."""
    without(town, Role.MODERATOR, Role.PRIVACY_OFFICER, Role.SUPPORT_COMMITTEE)
    said = health(town, FACILITATOR)
    for line in ("n'anime les rencontres", "protection des renseignements", "comité de soutien", "n'a pas de relève"):
        assert line in said
    assert "n'anime les rencontres" in part(opens(town, FACILITATOR), "Ce qui manque à la communauté")
    assert "autre rôle" not in said


def test_an_institution_is_quiet_when_something_waits_and_nobody_has_acted_for_long(town: Town) -> None:
    """No act for fifteen working days; an act ends it; where nothing waits, nobody is quiet."""
    report(town)
    town.clock.forward(days=28)
    quiet = f"{HOSPITAL}\u00a0: sans nouvelles depuis longtemps; 1 chose attend"
    assert quiet in health(town, FACILITATOR)
    assert health(town, FACILITATOR).count("sans nouvelles") == 1
    town.person(BASTIEN).runs("/sc voir ONC-1")
    card = next(each for each in told(town, BASTIEN, "ONC-1"))
    town.person(BASTIEN).presses(card, "problem.acknowledge")
    assert "sans nouvelles" not in health(town, FACILITATOR)


def test_how_a_general_manager_takes_part_is_for_themselves_and_the_facilitator(town: Town) -> None:
    """Decisions answered of those asked, and when Home was opened; nobody else reads a word of it."""
    asks(town, of=(ODILE, REJEAN))
    answers(town, ODILE, "agree")
    opens(town, ODILE)
    own = health(town, ODILE)
    assert "réponses aux décisions\u00a0: 1 sur 1 · accueil ouvert la dernière fois le jeudi 19\u00a0novembre" in own
    assert "Réjean" not in own
    assert "réponses aux décisions\u00a0: 0 sur 1 · accueil pas encore ouvert" in health(town, REJEAN)
    seen = health(town, FACILITATOR)
    assert "Odile Vaugeois" in seen
    assert "0 sur 1" in seen
    for other in (BASTIEN, NURSE, "SC-4"):
        assert "réponses aux décisions" not in health(town, other)


def test_a_director_who_leaves_raises_an_alert(town: Town) -> None:
    """Slack says that the account is gone: the facilitator hears at once, once, and the health shows it."""
    profile = Profile(name=None, language=None, timezone=None, email=None, gone=True)
    for _ in range(2):
        with town.house.worker_database.unit_of_work() as uow:
            keep(uow, town.slack.workspace.team_id, "UHSFMD000", profile, town.clock())
        town.deliver()
    (alert,) = told(town, FACILITATOR, "pas de direction responsable")
    assert HOSPITAL in alert.text
    assert f"{HOSPITAL}\u00a0: pas de direction responsable" in health(town, FACILITATOR)
