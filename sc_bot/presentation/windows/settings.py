"""The window of one's own settings: language, the digest's day and hour, quiet hours, who stands in."""

from datetime import time

from slack_sdk.models.blocks import Block, TimePickerElement

from sc_bot.domain.community import Community, Language, Person, Role
from sc_bot.domain.policies import QuietHours, Weekday, WeeklyDigest
from sc_bot.domain.views import Choice
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, button, message, plain
from sc_bot.presentation.windows.parts import VALUE, WindowJson, asks, one_of, paragraph, window
from sc_bot.presentation.words import Words

USUAL = "-"
"""The choice of what Slack or the community says."""


def settings_window(words: Words, community: Community, person: Person) -> WindowJson:
    """What one chose, and what holds without a choice."""
    blocks: list[Block] = [_language(words, person)]
    if set(person.roles) - {Role.CAREGIVER}:
        blocks += _digest(words, community.policies.weekly_digest, person.habits.digest)
    blocks += _quiet(words, community.policies.quiet_hours, person.habits.quiet_hours)
    blocks += [
        paragraph(words.t("When you are away, somebody can stand in for you.")),
        *actions([button(words.t("Plan an absence"), "absence.own", "absence")]),
    ]
    return window("settings.save", words.t("Settings"), words.t("Save"), words.t("Cancel"), blocks)


def kept(words: Words) -> Message:
    """What was chosen is kept."""
    line = words.t("Your settings are saved. They hold from now on.")
    return message([line], [plain(line)])


def _language(words: Words, person: Person) -> Block:
    choices = [
        Choice(USUAL, words.t("As in Slack")),
        Choice(Language.FR.value, "Français"),
        Choice(Language.EN.value, "English"),
    ]
    chosen = person.habits.language
    return asks("language", words.t("Language"), one_of(choices, chosen.value if chosen else USUAL))


def _digest(words: Words, usual: WeeklyDigest, chosen: WeeklyDigest | None) -> list[Block]:
    as_usual = words.t("As in the community: {day}", day=words.weekday(usual.weekday))
    days = [Choice(each.name.lower(), words.weekday(each)) for each in Weekday]
    initial = chosen.weekday.name.lower() if chosen else USUAL
    hour = words.clock(usual.at)
    return [
        asks("digest_day", words.t("Weekly digest, day"), one_of([Choice(USUAL, as_usual), *days], initial)),
        asks(
            "digest_at",
            words.t("Weekly digest, hour"),
            _hour(chosen.at if chosen else None),
            optional=True,
            hint=words.t("Left empty: {hour}", hour=hour),
        ),
    ]


def _quiet(words: Words, usual: QuietHours, chosen: QuietHours | None) -> list[Block]:
    hint = words.t("Both left empty: {start} to {end}", start=words.clock(usual.start), end=words.clock(usual.end))
    return [
        asks("quiet_from", words.t("Quiet hours, from"), _hour(chosen.start if chosen else None), optional=True),
        asks("quiet_to", words.t("Quiet hours, to"), _hour(chosen.end if chosen else None), optional=True, hint=hint),
        paragraph(words.t("In quiet hours only a risk of harm is told at once; the rest waits for your morning.")),
    ]


def _hour(chosen: time | None) -> TimePickerElement:
    return TimePickerElement(action_id=VALUE, initial_time=f"{chosen:%H:%M}" if chosen else None)
