"""The trend of the weeks as a file: a picture that Slack shows, and its words for those who do not see it."""

from io import BytesIO

from sc_bot.domain.community import Person
from sc_bot.domain.digests import kinds_of
from sc_bot.domain.notices import Trend
from sc_bot.ports import Document, Place, UnitOfWork
from sc_bot.presentation.charts import Week, alt_text, trend
from sc_bot.presentation.words import Words
from sc_bot.usecases.digests.trend import FEWEST, weeks_of
from sc_bot.usecases.showing import reader_of


def picture_of(uow: UnitOfWork, place: Place, person: Person | None, notice: Trend) -> Document | None:
    """The picture; None for who gets no digest any more."""
    weeks = [
        Week(day=week, open=tally.open, overdue=tally.late + tally.answers_late, solved=tally.solved)
        for week, tally in ((week, counts.whole) for week, counts in weeks_of(uow, place, notice.week))
    ]
    if person is None or not kinds_of(person) or len(weeks) < FEWEST:
        return None
    words = Words.of(reader_of(place, person))
    drawn, said = trend(words, weeks), alt_text(words, weeks)
    return Document(
        name=f"{place.community.settings.code}-{notice.week.isoformat()}.png",
        title=words.t("The last weeks"),
        comment=said,
        content=BytesIO(drawn),
        length=len(drawn),
        alt=said,
    )
