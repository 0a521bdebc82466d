"""What the house does for privacy by itself: the history is sealed, and what was kept long enough goes."""

import structlog

from sc_bot.app import House
from sc_bot.usecases.history.sealing import seal_days
from sc_bot.usecases.keeping.erasing import erase_begun
from sc_bot.usecases.keeping.retiring import apply_retention
from storage.backups import forget_copies
from storage.upkeep import tidy

ERASING_SECONDS = 10.0  # how often one looks whether somebody is to be forgotten
SEALING_SECONDS = 900.0  # how often the history is looked at: a day is sealed some hours after its end
RETAINING_SECONDS = 3600.0  # how often terms are looked at: they end with a day

log = structlog.get_logger()


def seal_history(house: House) -> None:
    """Seal the days that are over; the log says each seal, so that it can be kept where nobody here changes it."""
    for each in seal_days(house.worker_database, house.bot.now()):
        community = each.place.community.settings.id
        log.info("history_sealed", community=community, day=each.seal.day.isoformat(), seal=each.seal.seal)


def erase_people(house: House) -> None:
    """Forget those whose erasure was begun, also in the file, and let the worker take messages back."""
    if erase_begun(house.worker_database, house.bot.now()):
        tidy(house.worker_database)
        house.wake.set()


def keep_terms(house: House) -> None:
    """Remove what has been kept long enough, whoever is to be forgotten, and old copies, also from the file."""
    erase_people(house)
    forget_copies(house.worker_database.engine, house.bot.real_now())
    if apply_retention(house.worker_database, house.bot.now()):
        house.wake.set()
    tidy(house.worker_database)  # also what an earlier look had to leave, because somebody read it
