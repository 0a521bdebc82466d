"""Two communities with the same ids everywhere, and other people: whatever looks by an id alone takes the wrong one.

The second one's names all hold one word, so that a grep finds whatever of it is said.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Row, select

from sc_bot.domain.community import Community, Localised, Person, Role
from sc_bot.ports import Place
from sc_bot.usecases.community import import_community
from storage.tables import chosen_places, joinings, metadata, problems
from tests.house import THURSDAY, channel_ids, open_town
from tests.who.standing import SECRET
from tests.who.test_who_may import LINES
from tests.who.world import WORKSPACE, World, with_every_role

OTHER = "Zibeline"
SAID = (OTHER, SECRET, "La collègue de nuit", "Entre nous", "Envoyer le résumé le jour même", "Un essai de trois mois?")
"""Whatever of the second community's problems may be said to nobody of the first."""
IN_BOTH = "UBOTH0000"
STATES = tuple(dict.fromkeys(line.split()[2] for line in LINES))


def first() -> Community:
    """The region, with somebody who holds every office that one can have beside others."""
    base = with_every_role()
    roles = (Role.SUPPORT_COMMITTEE, Role.GENERAL_MANAGER, Role.PRIVACY_OFFICER, Role.MODERATOR)
    both = Person("BOTH-1", "Dominique Partout", roles, base.settings.language, IN_BOTH, institution="HSF")
    return replace(base, people=(*base.people, both))


def second() -> Community:
    """The same region under other names, with other people, and the same somebody as a caregiver."""
    base = with_every_role()
    settings = replace(base.settings, id="zibeline", code="ZB", name=_named("communauté"))
    homes = tuple(replace(each, name=_named(each.id), aliases=(), channel=None) for each in base.institutions)
    continua = tuple(replace(each, name=_named(each.id)) for each in base.continua)
    committees = tuple(replace(each, name=_named(each.id)) for each in base.committees)
    people = tuple(replace(each, name=f"{OTHER} {each.id}", slack_id=theirs(each.slack_id)) for each in base.people)
    both = Person("BOTH-1", f"{OTHER} partout", (Role.CAREGIVER,), settings.language, IN_BOTH, institution="MCL")
    return replace(
        base,
        settings=settings,
        institutions=homes,
        continua=continua,
        committees=committees,
        people=(*people, both),
    )


def theirs(slack_id: str | None) -> str | None:
    """The Slack account of the one who holds the same office in the second community."""
    return f"UZ{slack_id[1:]}" if slack_id else None


def _named(what: str) -> Localised:
    return Localised(f"{OTHER} {what}", f"{OTHER} {what}")


@dataclass
class Two:
    """Both, and the second one's problems by their state."""

    own: Place
    other: World
    states: dict[str, tuple[str, int]] = field(default_factory=dict)

    def look_at(self, state: str) -> None:
        """From now on this one of the second community's problems is meant."""
        self.other.reference, self.other.problem = self.states[state]

    def is_nowhere_else(self) -> None:
        """Whoever is in both is in the first one again, unless a channel or a reference says so; and joined nothing.

        Nothing that an earlier line rightly showed stays on the screen: each may be the first.
        """
        shown = self.other.town.slack.workspace
        shown.modals.pop(IN_BOTH, None)
        shown.homes.pop(IN_BOTH, None)
        shown.ephemerals[:] = [each for each in shown.ephemerals if each.ephemeral_to != IN_BOTH]
        with self.other.town.house.web_database.engine.begin() as connection:
            connection.execute(chosen_places.delete())
            connection.execute(joinings.delete().where(joinings.c.person == "BOTH-1"))

    def stored(self) -> dict[str, list[Row[Any]]]:
        """Every row that belongs to the second community."""
        ids = [number for _, number in self.states.values()]
        with self.other.town.house.web_database.engine.connect() as connection:
            found = {}
            for table in metadata.sorted_tables:
                here = [table.c.community == self.other.place.id] if "community" in table.c else []
                here += [table.c.problem.in_(ids)] if "problem" in table.c else []
                if here:
                    where = here[0] if len(here) == 1 else here[0] | here[1]
                    found[table.name] = list(connection.execute(select(table).where(where)))
            return found

    def said_to(self, slack_id: str, calls: int) -> str:
        """What stands on somebody's screen beside their messages, and what was sent to Slack since so many calls."""
        town = self.other.town
        town.house.bot.quick.wait()
        shown = town.slack.workspace
        views = [*shown.modals.get(slack_id, ()), *filter(None, [shown.homes.get(slack_id)])]
        sent = [each.args for each in town.slack.host.journal.calls[calls:]]
        private = [(each.text, each.blocks) for each in shown.ephemerals]
        return json.dumps([[each.payload for each in views], sent, private], ensure_ascii=False, default=str)


@contextmanager
def open_two(url: str) -> Iterator[Two]:
    """Open them on an empty database, with a problem of the second community in each state."""
    with open_town(url) as town:
        everybody = [each.slack_id for each in (*first().people, *second().people) if each.slack_id]
        for each in everybody:
            if each not in town.slack.workspace.people:
                town.slack.add_person(each, each)
        with town.house.web_database.unit_of_work() as uow:
            own = import_community(uow, WORKSPACE, first(), THURSDAY, channels=channel_ids(town.slack))
            place = import_community(uow, WORKSPACE, second(), THURSDAY, channels={})
        two = Two(own, World(town, place))
        made = {state: two.other.fresh(state) for state in STATES}
        two.states = {state: (each.reference, each.id) for state, each in made.items()}
        two.other.send_away()
        with town.house.web_database.engine.begin() as connection:  # each try of the other tests withdraws those before
            for problem in made.values():
                again = problems.update().where(problems.c.id == problem.id)
                connection.execute(again.values(state=problem.state.value))
        two.look_at("routed")
        two.other.put_card()
        yield two
