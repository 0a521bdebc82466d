"""The steps in order."""

from sc_bot.playground.stage.story import (
    changing,
    circle,
    closing,
    deciding,
    first_report,
    learning,
    monday,
    night,
    outage,
    promising,
    return_trip,
)

STORY = (
    *first_report.STEPS,
    *promising.MADE,
    *return_trip.STEPS,
    *outage.STEPS,
    *night.STEPS,
    *circle.STEPS,
    *promising.KEPT,
    *monday.STEPS,
    *closing.STEPS,
    *deciding.STEPS,
    *changing.STEPS,
    *learning.STEPS,
)
