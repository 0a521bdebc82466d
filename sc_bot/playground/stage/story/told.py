"""The steps in order."""

from sc_bot.playground.stage.story import closing, first_report, monday, night, outage, promising, return_trip

STORY = (
    *first_report.STEPS,
    *promising.MADE,
    *return_trip.STEPS,
    *outage.STEPS,
    *night.STEPS,
    *promising.KEPT,
    *monday.STEPS,
    *closing.STEPS,
)
