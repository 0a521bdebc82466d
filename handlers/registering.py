"""Every handler, on one screen: what Slack sends, and who takes it."""

from collections.abc import Callable
from functools import partial

from slack_bolt import Ack, App

from handlers import (
    absences,
    access,
    charter,
    cycles,
    deadlocks,
    digests,
    exports,
    finding,
    health,
    joining,
    objectives,
    participations,
    people,
    places,
    privacy,
    pulse,
    settings,
    wordings,
)
from handlers.bot import Body, Bot
from handlers.commitments import buttons as promise_buttons
from handlers.commitments import windows as promise_windows
from handlers.decisions import buttons as decision_buttons
from handlers.decisions import windows as decision_windows
from handlers.errors import on_error
from handlers.home import on_home, on_page
from handlers.installations import learn, on_access_granted, on_access_revoked, on_tokens_revoked, on_uninstalled
from handlers.joint_changes import buttons as joint_buttons
from handlers.joint_changes import windows as joint_windows
from handlers.lessons import buttons as lesson_buttons
from handlers.lessons import windows as lesson_windows
from handlers.meetings import buttons as meeting_buttons
from handlers.meetings import windows as meeting_windows
from handlers.messages import on_message
from handlers.problems import buttons, windows
from handlers.problems.commands import on_problem
from handlers.sc import on_about_button, on_help_button, on_list_button, on_sc
from handlers.shortcuts import on_report_message
from handlers.tryouts import buttons as tryout_buttons
from handlers.tryouts import windows as tryout_windows
from sc_bot.domain.refusals import Refused, Why

Handler = Callable[..., None]
"""Bolt gives each handler the arguments that it names."""

COMMANDS: dict[str, Handler] = {"/problem": on_problem, "/probleme": on_problem, "/sc": on_sc}
SHORTCUTS: dict[str, Handler] = {"report_problem": on_report_message}
EVENTS: dict[str, Handler] = {
    "message": on_message,
    "app_home_opened": on_home,
    "app_uninstalled": on_uninstalled,
    "tokens_revoked": on_tokens_revoked,
    "team_access_granted": on_access_granted,
    "team_access_revoked": on_access_revoked,
}
CHOOSABLE = {
    **buttons.BUTTONS,
    **promise_buttons.BUTTONS,
    **participations.BUTTONS,
    **decision_buttons.BUTTONS,
    **access.BUTTONS,
    **tryout_buttons.BUTTONS,
    **wordings.BUTTONS,
    **objectives.BUTTONS,
    **joint_buttons.BUTTONS,
    **lesson_buttons.BUTTONS,
    **deadlocks.BUTTONS,
    **joining.BUTTONS,
}
"""What stands on a button may also stand in a "⋯" menu."""


def on_more(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The "⋯" menu: the option says which button it stands for."""
    handler = CHOOSABLE.get(str(action["selected_option"]["value"]).partition(" ")[0])
    if handler is None:
        raise Refused(Why.OLD_WINDOW)
    handler(bot, ack, body, action)


BUTTONS: dict[str, Handler] = {**CHOOSABLE, "problem.more": on_more, "commitment.more": on_more, "lesson.more": on_more}
PLAIN_BUTTONS: dict[str, Handler] = {
    "problem.report": buttons.on_report_button,
    "problem.report_more": buttons.on_report_more,
    "problem.report_typed": buttons.on_report_typed,
    "problem.list": on_list_button,
    **finding.BUTTONS,
    **lesson_buttons.PLAIN_BUTTONS,
    **meeting_buttons.BUTTONS,
    "problem.card": buttons.on_card,
    "problem.turn": buttons.on_turn,
    "problem.turn_back": buttons.on_turn,
    "sc.about": on_about_button,
    "sc.help": on_help_button,
    "digest.rest": digests.on_rest,
    "people.place": people.on_place,
    "people.manage": people.on_manage,
    "absence.back": absences.on_back,
    "absence.plan": absences.on_plan,
    "absence.own": absences.on_own,
    "settings.open": settings.on_settings_button,
    "home.page": on_page,
    "home.front": on_page,
    "home.next": on_page,
    "home.previous": on_page,
    "workbook.ask": exports.on_export_button,
    "pulse.open": pulse.on_open,
    "pulse.all": pulse.on_all,
    **charter.BUTTONS,
    **cycles.BUTTONS,
    **health.BUTTONS,
    **places.BUTTONS,
    **privacy.BUTTONS,
}
WINDOWS: dict[str, Handler] = {
    "problem.report": windows.on_report,
    "problem.return": windows.on_return,
    "problem.close": windows.on_close,
    "problem.ask": windows.on_ask,
    "problem.update": windows.on_update,
    "problem.title": windows.on_title,
    "problem.add_details": windows.on_add_details,
    "problem.answer": windows.on_answer,
    "problem.escalate": windows.on_escalate,
    "problem.quote": windows.on_quote,
    "problem.change_institution": windows.on_change_institution,
    "problem.reroute": windows.on_reroute,
    "problem.assign": windows.on_assign,
    "problem.redact": windows.on_redact,
    "commitment.make": promise_windows.on_make,
    "commitment.redate": promise_windows.on_redate,
    "commitment.done": promise_windows.on_done,
    "commitment.blocked": promise_windows.on_blocked,
    "commitment.hand": promise_windows.on_hand,
    "commitment.cancel": promise_windows.on_cancel,
    "commitment.decline": promise_windows.on_decline,
    "commitment.provided": promise_windows.on_provided,
    "commitment.cannot": promise_windows.on_cannot,
    "followup.snooze": promise_windows.on_snooze,
    **participations.WINDOWS,
    **decision_windows.WINDOWS,
    **access.WINDOWS,
    **tryout_windows.WINDOWS,
    **wordings.WINDOWS,
    **objectives.WINDOWS,
    **joint_windows.WINDOWS,
    **lesson_windows.WINDOWS,
    **meeting_windows.WINDOWS,
    **deadlocks.WINDOWS,
    **joining.WINDOWS,
    "people.choose": people.on_chosen,
    "people.save": people.on_save,
    "people.place": people.on_placed,
    "absence.save": absences.on_save,
    "settings.save": settings.on_save,
    "pulse.answer": pulse.on_answer,
    **charter.WINDOWS,
    **cycles.WINDOWS,
    **places.WINDOWS,
    **privacy.WINDOWS,
}


def register(app: App, bot: Bot) -> None:
    """Give each handler the bot, and Bolt the handlers."""
    app.use(partial(learn, bot))
    for command, handler in COMMANDS.items():
        app.command(command)(partial(handler, bot))
    for shortcut, on_shortcut in SHORTCUTS.items():
        app.message_shortcut(shortcut)(partial(on_shortcut, bot))
    for event, on_event in EVENTS.items():
        app.event(event)(partial(on_event, bot))
    for action, on_button in BUTTONS.items():
        app.block_action(action)(partial(on_button, bot))
    for action, on_plain in PLAIN_BUTTONS.items():
        app.block_action(action)(partial(on_plain, bot))
    for callback, on_window in WINDOWS.items():
        app.view_submission(callback)(partial(on_window, bot))
    app.error(partial(on_error, bot))
