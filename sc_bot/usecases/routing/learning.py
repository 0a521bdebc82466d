"""Count anew what was corrected; what is learned changes nothing that is routed already."""

from sc_bot.domain.learning import FEWEST, learn
from sc_bot.ports import Database

NEWEST = 2_000  # corrected problems that are counted: what was right years ago need not be so now


def learn_routing(database: Database) -> int:
    """Learn from the corrections of every community; returns how many learned something new.

    Raises:
        NotAvailable: the database did not answer; the next tick learns.
    """
    with database.reading() as uow:
        places = [place for each in uow.communities.workspaces() for place in uow.communities.in_workspace(each)]
        known = [(each, learn(uow.corrections.newest(each, FEWEST, NEWEST), each.community)) for each in places]
    changed = [(place, learned) for place, learned in known if learned != place.learned]
    for place, learned in changed:
        with database.unit_of_work() as uow:
            uow.corrections.keep(place, learned)
    return len(changed)
