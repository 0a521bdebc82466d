"""Whom only e-mail reaches, forgotten: a letter cannot be taken back, but that it was written is forgotten."""

from dataclasses import replace

from sc_bot.domain.accesses import Screen
from sc_bot.domain.addresses import by_mail
from sc_bot.domain.notices import Posting, Welcome
from sc_bot.upkeep import keep_terms
from sc_bot.usecases.keeping.erasing import erase_person
from sc_bot.usecases.keeping.person import export_person, find_person
from tests.house import open_town
from tests.mail_server import MailServer
from tests.stories.looking import everything, rows
from tests.stories.outside import know


def test_letters_to_somebody_are_forgotten_with_them(region_url: str) -> None:
    """Their file says which one was sent. It and one that waits: neither row nor destination names them any more."""
    with MailServer() as server, open_town(region_url, smtp_port=server.port) as town:
        fanny = next(each for each in town.community.people if each.id == "HSF-S1")
        know(town, replace(fanny, slack_id=None, email="fanny@exemple.test"))
        database = town.house.worker_database
        (target,) = find_person(database, None, None, "HSF-S1")
        to = by_mail(target.community, "HSF-S1")
        for number, later in enumerate((0, 90)):
            told = Posting(notice=Welcome(), to=to, key=f"said:{number}", due_at=town.clock())
            town.clock.forward(minutes=later)
            with database.unit_of_work() as uow:
                uow.outbox.post(town.slack.workspace.team_id, None, [told])
            if not later:
                town.deliver()
        assert len(server.to("fanny@exemple.test")) == 1
        told_of = export_person(database, target, town.clock(), Screen.ERASE_COMMAND)["stored"]["messages"]
        assert [each["kind"] for each in told_of] == ["Welcome"]
        erase_person(database, target, town.clock(), Screen.ERASE_COMMAND)
        town.deliver()
        keep_terms(town.house)
        assert to not in everything(region_url)
        assert [row for row in rows(region_url, "outbox") if row["target"] == to] == []
        assert len(server.to("fanny@exemple.test")) == 1
