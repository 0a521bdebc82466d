"""Refusals in words: what happened, what was kept, what to do next; nobody is blamed."""

from sc_bot.domain.references import problem_of
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words


def refused(words: Words, refusal: Refused) -> str:
    """One sentence or two."""
    first = refusal.details[0] if refusal.details else ""
    match refusal.why:
        case Why.TOO_LONG:
            limit = words.number(int(first))
            return words.t("Nothing was kept: {limit} characters at most. Please shorten it.", limit=limit)
        case Why.IDENTIFYING | Why.MAYBE_IDENTIFYING:
            return _identifying(words, refusal)
        case Why.ARCHIVED:
            return _archived(words, first)
        case _:
            return _naming(words, refusal.why, first) or _plainly(words, refusal.why)


def _naming(words: Words, why: Why, first: str) -> str | None:
    """Refusals that say of what, or of whom, they speak; None for the others."""
    match why:
        case Why.NOT_FOUND:
            return words.t("You cannot see a problem called {reference}. Your list: /sc list", reference=first)
        case Why.UNKNOWN_DUPLICATE:
            return words.t(
                "This community has no other problem {reference}. Please check the reference, ONC-42 for example.",
                reference=first,
            )
        case Why.CANNOT_MERGE:
            return words.t("They cannot be merged: both must be open, and neither restricted. Please choose another.")
        case Why.DECISION_OVER:
            return words.t(
                "Nothing was changed: the answers to {reference} are closed. “See all” says how it ended.",
                reference=problem_of(first),
            )
        case Why.JOINT_ALREADY:
            return words.t(
                "Nothing was kept: a joint change of this problem runs already, {reference}.", reference=first
            )
        case Why.JOINT_NO_DATE:
            return words.t(
                "Nothing was kept: {reference} has no date at the moment. Propose one first.", reference=first
            )
        case Why.UNKNOWN_COMMITMENT:
            return words.t("There is no promise {reference} here. For example: ONC-42.1", reference=first)
        case _:
            return _naming_somebody(words, why, first)


def _naming_somebody(words: Words, why: Why, first: str) -> str | None:
    """Those about an office, and whoever holds it."""
    match why:
        case Why.ONE_DIRECTOR:
            return words.t(
                "This institution already has a managing director: {name}. To replace them, tick the box below.",
                name=first,
            )
        case Why.ONE_FACILITATOR:
            return words.t(
                "The community already has a facilitator: {name}. To replace them, tick the box below.", name=first
            )
        case Why.STILL_OWES:
            return words.t(
                "Nothing was changed: nobody can take over {references} yet. Hand them over, or close them, first.",
                references=first,
            )
        case _:
            return None


def _archived(words: Words, where_to_go: str) -> str:
    said = words.t("Nothing was kept: this community is over, and is only read now.")
    return f"{said} {words.t('Where to go: {where}', where=words.quoted(where_to_go))}" if where_to_go else said


def _identifying(words: Words, refusal: Refused) -> str:
    kinds = vocabulary.identifiers(words, refusal.details)
    if refusal.why is Why.IDENTIFYING:
        return words.t("Nothing was kept: the text seems to hold {kinds}. Please remove it.", kinds=kinds)
    return words.t(
        "Nothing is kept yet: the text may hold {kinds}. Remove it, or say why it identifies nobody.", kinds=kinds
    )


def _plainly(words: Words, why: Why) -> str:
    """Refusals that need no facts."""
    return {
        Why.EMPTY: words.t("Please write something here."),
        Why.NO_COMMUNITY: words.t(
            "Nothing was kept: this workspace has no community yet. The person who installed the bot can import one."
        ),
        Why.NOT_YOURS: words.t(
            "Nothing was changed: this step is for somebody else. “See all” says who has the problem."
        ),
        Why.UNKNOWN_INSTITUTION: words.t("This institution is not in the community. Please choose one in the list."),
        Why.UNKNOWN_CONTINUUM: words.t("This care continuum is not in the community. Please choose one in the list."),
        Why.SAME_INSTITUTION: words.t("This institution has it already. Please choose another."),
        Why.LEADS_ITSELF: words.t("This institution leads already. Please choose another."),
        Why.RESTRICTED: words.t("Nothing was kept: this problem is restricted, and a partner could not see it."),
        Why.ABSENCE_DATES: words.t("The last day is over, or before the first one. Please choose other days."),
        Why.NOT_WRITTEN: words.t(
            "Nothing was removed: these words stand nowhere in this problem. Please copy them from “See all”."
        ),
        Why.WHICH_COMMUNITY: words.t(
            "There are several communities: please choose who should act, in the one that is meant."
        ),
        Why.OLD_WINDOW: words.t("This window is too old; nothing was changed. Please open it again."),
        **_about_people(words),
        **_about_promises(words),
        **_about_the_week(words),
        **_from_the_ground(words),
        **_about_lessons(words),
    }[why]


def _about_people(words: Words) -> dict[Why, str]:
    """Refusals about who somebody is, and what they may, that need no facts."""
    return {
        Why.NO_DELEGATE: words.t("Your institution has no delegate in Slack yet. The facilitator can name one."),
        Why.UNKNOWN_PERSON: words.t(
            "This person is not in the community yet. They will be once they have written to the bot."
        ),
        Why.LAST_ONE: words.t("Somebody must keep this role. Give it to another person first."),
        Why.PLACE_KNOWN: words.t(
            "Where you work is known already. If that has changed, the facilitator can correct it."
        ),
        Why.CANNOT_STAND_IN: words.t(
            "This person cannot stand in: choose somebody else of the community, who is not the facilitator."
        ),
        Why.FOR_OFFICER: words.t("This is for the privacy officer of the community. Who that is: /sc privacy"),
        Why.NOT_CONFIRMED: words.t("Nothing was changed: please confirm by ticking the box."),
        Why.NOT_COLLEAGUE: words.t(
            "Nothing was kept: one reports on behalf of people of one's own institution. Please choose one of them."
        ),
        Why.NOT_LISTED: "\n".join(_not_listed(each) for each in (words, _other(words))),
    }


def _not_listed(words: Words) -> str:
    return words.t(
        "Nothing was kept: your account is of another workspace, and the community does not know it yet. Try again in a minute; then ask the facilitator, or a colleague who reports on your behalf."
    )


def _other(words: Words) -> Words:
    """The other language: nothing is known yet of somebody whom no community names, not even which one they read."""
    return Words("en" if words.is_french else "fr")


def _from_the_ground(words: Words) -> dict[Why, str]:
    """Refusals of measures and try-outs that need no facts."""
    return {
        Why.NOT_A_NUMBER: words.t("Nothing was kept: a number is needed here, 21 or 2.5 for example."),
        Why.NOT_A_COUNT: words.t("Nothing was kept: a whole number is needed here, 12 for example."),
        Why.DAY_AHEAD: words.t("Nothing was kept: this day is still ahead. Please choose the day when it happened."),
        Why.NO_HURDLE: words.t("What does the number count? Please choose it in the list."),
        Why.TRYOUT_OVER: words.t(
            "Nothing was changed: this try-out has gone on meanwhile. “See all” says where it is."
        ),
        Why.UNKNOWN_OBJECTIVE: words.t("The community has no such objective. Please choose one in the list."),
        Why.NO_OUTCOME: words.t("Does it work? Please choose an answer."),
    }


def _about_the_week(words: Words) -> dict[Why, str]:
    """Refusals of digests, decisions, workbooks and settings that need no facts."""
    return {
        Why.NO_DIGEST: words.t(
            "The digest is for those who decide, promise or follow up. What became of your reports: /sc list"
        ),
        Why.NOBODY_ASKED: words.t("Please choose at least one general manager."),
        Why.CANNOT_DECIDE: words.t(
            "Nothing was asked: it takes a general manager who may know of this problem. Please choose again."
        ),
        Why.QUIET_HOURS: words.t(
            "Nothing was changed: please give both hours, with at least eight hours of the day between them."
        ),
        Why.JOINT_ALONE: words.t("Please choose at least two institutions: one alone needs no joint change."),
        Why.JOINT_RULE: words.t("More institutions are asked for than take part. Please choose fewer, or every one."),
        Why.ACCESS_OVER: words.t(
            "Your access ended on the day that was agreed; nothing is shown or kept. The facilitator can renew it."
        ),
        Why.PULSE_OVER: words.t("This pulse is over; nothing was kept. The results: /sc pulse"),
        Why.PULSE_NOT_ASKED: words.t(
            "Nothing was kept: this pulse asks those who worked at an institution when it began. The results: /sc pulse"
        ),
        Why.PULSE_ANSWERED: words.t(
            "You have answered this pulse. Your answer is sealed: nobody knows which one is yours, so none can be changed."
        ),
        Why.PULSE_UNDER_WAY: words.t("Nothing was begun: a pulse is under way, and one is enough. See: /sc pulse"),
        Why.FOR_FACILITATOR: words.t(
            "This is for the facilitator of the community; nothing was changed. Who that is: /sc community"
        ),
        Why.NO_SIGNATORY: words.t(
            "Nothing was signed: the general manager and the managing director of an institution sign for it. Who has: /sc charter"
        ),
        Why.NO_DEADLOCK: words.t("Nothing was recorded: this problem is in no deadlock. To read it: /sc show"),
        Why.NO_WORKBOOK: words.t(
            "The workbook is for general managers, directors, the support committee and the facilitator. Your own list: /sc list"
        ),
        **_about_meetings(words),
    }


def _about_meetings(words: Words) -> dict[Why, str]:
    """Refusals of meetings that need no facts."""
    return {
        Why.NO_MEETING: words.t("There is no such meeting here. The next ones: /sc agenda"),
        Why.NOT_MODERATOR: words.t("Nothing was changed: meetings are led by the moderator or the facilitator."),
        Why.NOT_MEMBER: words.t("This is for the members of the committee. You may add an item: /sc agenda"),
        Why.MEETING_OVER: words.t("Nothing was changed: this meeting has begun or is over. The next one: /sc agenda"),
        Why.NOT_STARTED: words.t("Nothing was changed: this meeting is not under way. To lead it: /sc meeting"),
        Why.NOT_PRESENT: words.t("Nothing was kept: a committee decides this. Please mark who of it is there."),
        Why.NO_DECISION: words.t("Please say what was decided, or choose that nothing was."),
    }


def _about_lessons(words: Words) -> dict[Why, str]:
    """Refusals of lessons that need no facts."""
    return {
        Why.UNKNOWN_LESSON: words.t("You cannot see a lesson called that. All of them: /sc lessons"),
        Why.LESSON_NOT_YOURS: words.t("Nothing was changed: this step of the lesson is for somebody else."),
        Why.LESSON_RESTRICTED: words.t(
            "Nothing was published: it comes from a restricted problem. The facilitator must reword it first."
        ),
        Why.NOBODY_TO_OFFER: words.t("Please choose at least one institution or continuum that does not have it yet."),
    }


def _about_promises(words: Words) -> dict[Why, str]:
    """Refusals of promises that need no facts."""
    return {
        Why.NOT_ACCEPTED: words.t("Nothing was kept: accept the problem first, then promise."),
        Why.UNKNOWN_OWNER: words.t(
            "This person is not in the community yet. Choose somebody else, or ask them to write to the bot."
        ),
        Why.ASKED_ALREADY: words.t("This person owes it or is asked already. Please choose somebody else."),
        Why.CANNOT_BE_ASKED: words.t("This person cannot be asked about this problem. Please choose somebody else."),
        Why.PAST_DAY: words.t("This day cannot be chosen. Please choose a later one."),
        Why.FAR_DAY: words.t("This is more than two years away. Please choose an earlier day."),
        Why.NO_DUE: words.t("When is it due? Write it in your words, or choose a day."),
        Why.WAITS_FOR_ITSELF: words.t("A promise cannot wait for itself. Please name others, or leave it empty."),
        Why.SAME_DUE: words.t("This is the date that it already has."),
    }
