"""PostgreSQL throws everybody out, again and again, while reports come in and messages go out."""

import random
import time
from collections import Counter

import psycopg
import pytest

from sc_bot.ports import NotAvailable
from tests.delivery.office import Office, open_office
from tests.torture.test_killed_workers import assert_each_once, wait_until_sent, workers


def throw_everybody_out(url: str) -> None:
    """Terminate every connection to this database but our own."""
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql"), autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def post(office: Office, to: str, key: str) -> None:
    """Post until it is stored; a second time is harmless."""
    for _ in range(5):
        try:
            return office.post(to, key)
        except NotAvailable:
            time.sleep(0.05)
    raise AssertionError(key)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["postgresql"])
def test_lost_connections_lose_nothing_and_say_nothing_twice(url: str) -> None:
    """60 messages, thrown out 12 times: each stands in Slack once."""
    chance = random.Random(4)  # noqa: S311 - repeatable
    with open_office(url) as office, workers(office, url, looks_up=True):
        people = [each.slack_id for each in office.community.people if each.slack_id][:25]
        for number in range(12):
            for message in range(5):
                post(office, chance.choice(people), f"{number}.{message}")
            time.sleep(chance.uniform(0.0, 0.3))
            throw_everybody_out(url)
        time.sleep(0.5)
        wait_until_sent(office)
        standing = Counter(
            dict.fromkeys(office.states(), 0) | Counter(key for each in people for key in office.standing(each))
        )
    assert_each_once(standing, 60)
