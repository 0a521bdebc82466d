"""Workers share what is due, and are killed among it: each step is taken once, each list is said once."""

import pytest

from tests.followups.crowd import Crowd, share


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["postgresql"])  # several processes are for PostgreSQL
def test_two_workers_and_two_web_processes_share_the_work(kind: str) -> None:
    """`python -m tests.followups.crowd 10000 50` tries as many steps and kills as one likes, on both databases."""
    share(kind, 200, Crowd(2, webs=2))


@pytest.mark.slow
def test_killed_workers_take_each_step_once(kind: str) -> None:
    """Killed in the middle: what was not committed is taken by the next one, what was is not taken again."""
    share(kind, 120, Crowd(2, kills=6, pause=0.2))
