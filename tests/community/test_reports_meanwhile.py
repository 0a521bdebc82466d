"""Reports that come in while the community changes: nobody is left with what is theirs no longer."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sc_bot.domain.answerable import chain
from sc_bot.usecases.community import apply_import, plan_import
from tests.delivery.office import BASTIEN, open_office
from tests.house import THURSDAY, channel_ids


def test_a_report_made_during_an_import_goes_to_who_answers_afterwards(url: str) -> None:
    """The hospital's director leaves while a caregiver writes: the next in the chain has it, the director nothing."""
    with open_office(url) as office, ThreadPoolExecutor(1) as other:
        gone = tuple(each for each in office.community.people if each.slack_id != BASTIEN)
        file = replace(office.community, people=gone)
        next_one = chain(file, "HSF")[0].slack_id or ""
        with office.database.unit_of_work() as uow:
            plan = plan_import(uow, office.workspace, file, to_change=True)
            report = other.submit(office.report)
            time.sleep(0.3)
            apply_import(uow, plan, THURSDAY, channels=channel_ids(office.slack))
        assert report.result().person == chain(file, "HSF")[0].id
        office.after(seconds=2)
        assert [each for each in office.messages(next_one) if "ONC-1" in each.text]
        assert not [each for each in office.messages(BASTIEN) if "ONC-1" in each.text]
