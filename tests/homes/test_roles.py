"""Each role finds on its Home what waits for it, once and with what can be done about it."""

from dataclasses import replace

from sc_bot.domain.community import Role
from tests.homes.looking import offered, opens, part, read
from tests.house import Town
from tests.stories.acting import REFERENCE, does, report
from tests.stories.contributing import LETTER
from tests.stories.leaving import leaves
from tests.stories.looking import ABOUT_CHEMO, window
from tests.stories.promising import accepted, promise
from tests.stories.test_tryouts import acts, proposes

ROSALIE, BASTIEN, FACILITATOR, KERRY, MANAGER = "CVE-S1", "HSF-MD", "ADV-1", "GTV-MD", "HSF-DG"


def test_a_caregiver_sees_what_became_of_each_report(town: Town) -> None:
    """One line a report with its state, newest first; See opens it; nothing of the directors' parts is there."""
    report(town)
    report(town, "La liste d'attente en santé mentale n'est plus mise à jour au CLSC")
    does(town, BASTIEN, "problem.acknowledge")
    home = opens(town, ROSALIE)
    mine = part(home, "Mes signalements (2)")
    assert "réception confirmée" in next(each for each in mine.splitlines() if each.startswith(REFERENCE))
    assert ABOUT_CHEMO not in str(home.blocks)
    assert {"problem.report", "settings.open"} <= {action for action, _ in offered(home)}
    assert read(home).count("\n*") == 1
    town.person(ROSALIE).presses(home, "problem.see", REFERENCE)
    assert ABOUT_CHEMO in str(window(town, town.person(ROSALIE)).blocks)


def test_a_director_goes_from_acknowledging_to_promising_on_their_home(town: Town) -> None:
    """Acknowledge there, accept from the window that See opens, find the promise; each part as soon as it is true."""
    report(town)
    bastien, home = town.person(BASTIEN), opens(town, BASTIEN)
    assert REFERENCE in part(home, "Réception à confirmer (1)")
    bastien.presses(home, "problem.acknowledge")
    home = opens(town, BASTIEN)
    assert REFERENCE in part(home, "À prendre en charge ou à retourner (1)")
    bastien.presses(home, "problem.see", REFERENCE)
    bastien.presses(window(town, bastien), "problem.accept")
    bastien.submits(window(town, bastien, "what"), {"what": "Envoyer le résumé le jour même", "due": "2026-12-04"})
    bastien.submits(window(town, bastien, "what"), {})
    home = opens(town, BASTIEN)
    assert f"{REFERENCE}.1" in part(home, "Mes engagements (1)")
    assert "à répondre, 0; en charge, 1; 1 engagement, dont 0 en retard" in part(home, "En bref")
    assert town.slack.errors == []


def test_what_is_pressed_in_the_window_of_see_is_said_there(town: Town) -> None:
    """A director acknowledges in it: the window says that it is done."""
    report(town)
    bastien = town.person(BASTIEN)
    bastien.presses(opens(town, BASTIEN), "problem.see", REFERENCE)
    see = window(town, bastien)
    bastien.presses(see, "problem.acknowledge")
    assert town.slack.wait_for(lambda: bastien.modal is not None and bastien.modal.callback_id == "said")
    assert REFERENCE in str(bastien.modal and bastien.modal.blocks)
    assert town.slack.errors == []


def test_late_promises_come_first_and_contributions_are_asked(town: Town) -> None:
    """The lead sees what is late; the partner that is asked sees it with the day by which it should answer."""
    promise(town, "2026-11-20")
    town.clock.forward(days=5)
    late = part(opens(town, BASTIEN), "Mes engagements (1)")
    assert "2 jours ouvrables de retard" in late
    does(town, BASTIEN, "participation.ask", institution="GTV", what=LETTER)
    home = opens(town, KERRY)
    assert REFERENCE in part(home, "Contributions asked for (1)")
    town.person(KERRY).presses(home, "problem.see", REFERENCE)
    assert "participation.accept" in str(window(town, town.person(KERRY)).blocks)


def test_the_facilitators_console_shows_what_is_stuck_and_why(town: Town) -> None:
    """Without an owner; not acknowledged in time; accepted and nothing promised; quiet; returned; restricted."""
    report(town, "Les rendez-vous changent sans que personne ne soit averti")
    report(town)
    home = opens(town, FACILITATOR)
    assert "CS-1" in part(home, "Sans responsable (1)")
    assert REFERENCE not in read(home)
    assert ("problem.reroute", "CS-1") in offered(home)
    town.clock.forward(days=6)
    assert REFERENCE in part(opens(town, FACILITATOR), "Réception non confirmée à temps (1)")
    does(town, BASTIEN, "problem.accept")
    assert REFERENCE in part(opens(town, FACILITATOR), "Pris en charge, sans engagement (1)")
    town.clock.forward(days=30)
    home = opens(town, FACILITATOR)
    assert {"CS-1", REFERENCE} <= set(part(home, "Sans nouvelles depuis longtemps (2)").replace(" ", "\n").splitlines())
    town.person(FACILITATOR).presses(home, "problem.reroute", "CS-1")
    assert window(town, town.person(FACILITATOR), "institution").callback_id == "problem.reroute"


def test_what_was_said_to_identify_nobody_and_what_is_restricted_is_the_facilitators(town: Town) -> None:
    """A confirmation waits to be looked at; what is restricted stands on no other Home but its directors'."""
    rosalie = town.person(ROSALIE)
    rosalie.runs("/problem")
    text = f"{ABOUT_CHEMO}, dit Mme Tremblay"
    rosalie.submits(window(town, rosalie), {"description": text})
    rosalie.submits(window(town, rosalie, "confirm_reason"), {"confirm_reason": "Une collègue, avec son accord"})
    town.deliver()
    assert REFERENCE in part(opens(town, FACILITATOR), "Confirmés comme n'identifiant personne")
    town.person(FACILITATOR).runs(f"/sc show {REFERENCE}")
    with town.house.web_database.unit_of_work() as uow:
        problem = uow.problems.get(town.slack.workspace.team_id, REFERENCE)
        assert problem is not None
        uow.problems.save(replace(problem, restricted=True))
    assert REFERENCE in part(opens(town, FACILITATOR), "À accès restreint (1)")
    assert REFERENCE in read(opens(town, BASTIEN))
    home = opens(town, MANAGER)
    assert REFERENCE not in read(home)


def test_the_support_committee_and_general_managers_find_their_own(town: Town) -> None:
    """Returned twice: who leads is asked of the committee; a general manager finds the digest, live, and its rest."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="Pas nous", institution="GTV")
    assert REFERENCE in part(opens(town, FACILITATOR), "Retournés, ou devant le comité (1)")
    does(town, KERRY, "problem.return", reason="Not ours", institution="HSF")
    (member, *_) = town.community.having(Role.SUPPORT_COMMITTEE)
    home = opens(town, member.id)
    assert REFERENCE in read(home)
    assert "problem.assign" in str(home.blocks)
    home = opens(town, MANAGER)
    assert "Rien ne vous est demandé cette semaine" in read(home)
    assert "Votre établissement" in read(home)
    town.person(MANAGER).presses(home, "digest.rest")
    assert window(town, town.person(MANAGER)).blocks
    assert town.slack.errors == []


def test_somebody_with_several_roles_sees_each_part_once(town: Town) -> None:
    """A director who is of the support committee and has reported something, too."""
    with town.house.web_database.unit_of_work() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        bastien = uow.communities.person(place.id, BASTIEN)
        assert bastien is not None
        more = (Role.SUPPORT_COMMITTEE, Role.GENERAL_MANAGER, Role.FACILITATOR)
        uow.communities.save_person(
            place, replace(bastien, roles=(*bastien.roles, *more)), actor=None, now=town.clock()
        )
    report(town, ABOUT_CHEMO, by=BASTIEN)
    heads = [each for each in read(opens(town, BASTIEN)).splitlines() if each.startswith("*")]
    assert len(heads) == len(set(heads))
    assert {"*En bref*", "*Mes signalements (1)*"} <= set(heads)


def test_who_covers_finds_what_they_cover(town: Town) -> None:
    """While the hospital's director is away, who they named has it on their own Home."""
    report(town)
    leaves(town, BASTIEN, last_day="2026-11-30", delegate_1="UGTVMD000")
    assert REFERENCE in part(opens(town, KERRY), "To acknowledge (1)")


def test_a_solution_from_the_ground_stands_on_the_director_s_home_until_something_follows_from_it(town: Town) -> None:
    """Proposed, tried, its outcome known; See opens the problem with its buttons; stopped, it is gone."""
    accepted(town)
    assert "Solutions proposées" not in read(opens(town, BASTIEN))
    proposes(town)
    assert REFERENCE in part(opens(town, BASTIEN), "Solutions proposées ou à l'essai (1)")
    acts(town, "tryout.start", where="À l'unité 4", due="le 27 novembre")
    assert REFERENCE in part(opens(town, BASTIEN), "Solutions proposées ou à l'essai (1)")
    assert "Solutions proposées" not in read(opens(town, KERRY))
    bastien = town.person(BASTIEN)
    bastien.closes(window(town, bastien))
    bastien.presses(opens(town, BASTIEN), "problem.see", REFERENCE)
    assert town.slack.wait_for(lambda: bastien.modal is not None and "tryout.result" in str(bastien.modal.blocks))
    acts(town, "tryout.stop", reason="Personne pour le faire")
    assert "Solutions proposées" not in read(opens(town, BASTIEN))
