"""Every handler, on one screen: what Slack sends, and who takes it."""

from collections.abc import Callable
from functools import partial

from slack_bolt import App

from handlers import people
from handlers.bot import Bot
from handlers.errors import on_error
from handlers.home import on_home
from handlers.messages import on_message
from handlers.problems import buttons, windows
from handlers.problems.commands import on_problem
from handlers.sc import on_about_button, on_help_button, on_list_button, on_sc
from handlers.shortcuts import on_report_message

Handler = Callable[..., None]
"""Bolt gives each handler the arguments that it names."""

COMMANDS: dict[str, Handler] = {"/problem": on_problem, "/probleme": on_problem, "/sc": on_sc}
SHORTCUTS: dict[str, Handler] = {"report_problem": on_report_message}
EVENTS: dict[str, Handler] = {"message": on_message, "app_home_opened": on_home}
BUTTONS: dict[str, Handler] = {
    **buttons.BUTTONS,
    "problem.more": buttons.on_more,
}
PLAIN_BUTTONS: dict[str, Handler] = {
    "problem.report": buttons.on_report_button,
    "problem.report_more": buttons.on_report_more,
    "problem.report_typed": buttons.on_report_typed,
    "problem.list": on_list_button,
    "sc.about": on_about_button,
    "sc.help": on_help_button,
    "people.place": people.on_place,
    "people.manage": people.on_manage,
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
    "problem.change_institution": windows.on_change_institution,
    "problem.reroute": windows.on_reroute,
    "problem.assign": windows.on_assign,
    "problem.redact": windows.on_redact,
    "people.choose": people.on_chosen,
    "people.save": people.on_save,
    "people.place": people.on_placed,
}


def register(app: App, bot: Bot) -> None:
    """Give each handler the bot, and Bolt the handlers."""
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
