"""Hours that the clocks skip in spring or show twice in autumn (R18)."""

from datetime import UTC, date, datetime, time, timezone
from zoneinfo import ZoneInfo


def instants(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """Every instant at which the clocks of a zone show an hour: none, one or two, each with its own offset."""
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    readings = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    fixed = (each.replace(tzinfo=timezone(offset)) for each in readings if (offset := each.utcoffset()) is not None)
    return [each for each in dict.fromkeys(fixed) if _shown(each, zone) == wall]


def _shown(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)


def with_its_offset(instant: datetime, zone: ZoneInfo) -> datetime:
    """The same instant with the offset that the zone has then, so that it compares as an instant."""
    local = instant.astimezone(UTC).astimezone(zone)
    offset = local.utcoffset()
    return local.replace(tzinfo=timezone(offset), fold=0) if offset is not None else local
