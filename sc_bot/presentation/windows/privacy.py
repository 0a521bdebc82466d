"""The privacy officer's windows: whose data, what becomes of it, an incident."""

from datetime import date

from slack_sdk.models.blocks import DatePickerElement, RadioButtonsElement, UserSelectElement

from sc_bot.domain.incidents import Notified, Risk
from sc_bot.domain.privacy_views import ErasureView
from sc_bot.domain.views import Choice
from sc_bot.presentation.privacy import notified_name, risk_name
from sc_bot.presentation.windows.parts import (
    VALUE,
    WindowJson,
    asks,
    long_text,
    one_of,
    option,
    paragraph,
    short_text,
    ticks,
    window,
)
from sc_bot.presentation.words import Words


def person_window(words: Words, community: int) -> WindowJson:
    """Whose data, and what for?"""
    choices = [
        Choice("export", words.t("Export: a file in your direct message")),
        Choice("erase", words.t("Erase: you see first what goes")),
    ]
    options = [option(each) for each in choices]
    act = RadioButtonsElement(action_id=VALUE, options=options, initial_option=options[0])
    blocks = [
        asks("person", words.t("Who?"), UserSelectElement(action_id=VALUE)),
        asks("act", words.t("What is asked?"), act),
    ]
    return window(
        "privacy.person", words.t("A person's data"), words.t("Next"), words.t("Cancel"), blocks, str(community)
    )


def erase_window(words: Words, view: ErasureView) -> WindowJson:
    """What an erasure does, to be confirmed."""
    goes = words.t(
        "Of {name} ({reports}): every entry and every text loses the name; messages of the bot that name them go from Slack.",
        name=view.name,
        reports=words.n("{n} report", "{n} reports", view.reports),
    )
    stays = words.t(
        "Reports, promises and decisions stay with the institutions, without the name. What is promised is handed over first. This cannot be undone."
    )
    title, context = words.t("Erase a person"), f"{view.community} {view.person}"
    if view.in_office:
        first = paragraph(
            words.t(
                "First somebody else takes over their role or their promises. The facilitator sees to it: /sc people"
            )
        )
        return window(
            "privacy.erase", title, None, words.t("Close the window"), [first, paragraph(goes), paragraph(stays)]
        )
    confirmed = asks("confirmed", words.t("Please confirm"), ticks([Choice("yes", words.t("Yes, forget this person"))]))
    blocks = [paragraph(goes), paragraph(stays), confirmed]
    return window("privacy.erase", title, words.t("Erase"), words.t("Cancel"), blocks, context)


def incident_window(words: Words, community: int, today: date) -> WindowJson:
    """An entry for the register."""
    risks = [Choice(each.value, risk_name(words, each)) for each in Risk]
    told = [Choice(each.value, notified_name(words, each)) for each in Notified]
    blocks = [
        paragraph(words.t("Please name nobody here: the register is read by others.")),
        asks("day", words.t("When"), DatePickerElement(action_id=VALUE, initial_date=today.isoformat())),
        asks("what", words.t("What happened"), long_text()),
        asks("kinds", words.t("What information"), short_text(longest=300)),
        asks("people", words.t("How many people"), short_text(longest=9), optional=True),
        asks("risk", words.t("Serious harm"), one_of(risks, Risk.UNDECIDED.value)),
        asks("measures", words.t("What was done"), long_text()),
        asks("notified", words.t("Who was told"), ticks(told), optional=True),
        asks("confirm_reason", words.t("If it looks identifying: why it is not"), short_text(), optional=True),
    ]
    return window(
        "privacy.incident", words.t("Record an incident"), words.t("Save"), words.t("Cancel"), blocks, str(community)
    )
