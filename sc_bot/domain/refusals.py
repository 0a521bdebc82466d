"""A refusal: a dead end that is explained to the person, on the field where it lies."""

from enum import StrEnum


class Why(StrEnum):
    """Each reason why the bot can say no."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    IDENTIFYING = "identifying"
    MAYBE_IDENTIFYING = "maybe_identifying"
    NO_COMMUNITY = "no_community"
    NOT_FOUND = "not_found"
    NOT_YOURS = "not_yours"
    UNKNOWN_INSTITUTION = "unknown_institution"
    UNKNOWN_CONTINUUM = "unknown_continuum"
    SAME_INSTITUTION = "same_institution"
    UNKNOWN_DUPLICATE = "unknown_duplicate"
    NO_DELEGATE = "no_delegate"
    UNKNOWN_PERSON = "unknown_person"
    LAST_ONE = "last_one"
    ONE_DIRECTOR = "one_director"
    ONE_FACILITATOR = "one_facilitator"
    PLACE_KNOWN = "place_known"
    NOT_ACCEPTED = "not_accepted"
    UNKNOWN_OWNER = "unknown_owner"
    ASKED_ALREADY = "asked_already"
    CANNOT_BE_ASKED = "cannot_be_asked"
    UNKNOWN_COMMITMENT = "unknown_commitment"
    PAST_DAY = "past_day"
    FAR_DAY = "far_day"
    NO_DUE = "no_due"
    SAME_DUE = "same_due"
    OLD_WINDOW = "old_window"
    LEADS_ITSELF = "leads_itself"
    RESTRICTED = "restricted"
    ABSENCE_DATES = "absence_dates"
    CANNOT_STAND_IN = "cannot_stand_in"
    NOT_WRITTEN = "not_written"
    NO_DIGEST = "no_digest"
    NOBODY_ASKED = "nobody_asked"
    CANNOT_DECIDE = "cannot_decide"
    DECISION_OVER = "decision_over"
    QUIET_HOURS = "quiet_hours"
    UNKNOWN_LESSON = "unknown_lesson"
    LESSON_NOT_YOURS = "lesson_not_yours"
    LESSON_RESTRICTED = "lesson_restricted"
    NOBODY_TO_OFFER = "nobody_to_offer"
    NO_WORKBOOK = "no_workbook"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_COUNT = "not_a_count"
    DAY_AHEAD = "day_ahead"
    NO_HURDLE = "no_hurdle"
    TRYOUT_OVER = "tryout_over"
    NO_OUTCOME = "no_outcome"
    UNKNOWN_OBJECTIVE = "unknown_objective"
    JOINT_ALONE = "joint_alone"
    JOINT_RULE = "joint_rule"
    JOINT_ALREADY = "joint_already"
    JOINT_NO_DATE = "joint_no_date"
    NO_MEETING = "no_meeting"
    NOT_MODERATOR = "not_moderator"
    NOT_MEMBER = "not_member"
    MEETING_OVER = "meeting_over"
    NOT_STARTED = "not_started"
    NOT_PRESENT = "not_present"
    NO_DECISION = "no_decision"
    ACCESS_OVER = "access_over"
    PULSE_OVER = "pulse_over"
    PULSE_NOT_ASKED = "pulse_not_asked"
    PULSE_ANSWERED = "pulse_answered"
    PULSE_UNDER_WAY = "pulse_under_way"
    NO_DEADLOCK = "no_deadlock"
    WAITS_FOR_ITSELF = "waits_for_itself"
    CANNOT_MERGE = "cannot_merge"
    ARCHIVED = "archived"
    FOR_FACILITATOR = "for_facilitator"
    NO_SIGNATORY = "no_signatory"
    WHICH_COMMUNITY = "which_community"
    STILL_OWES = "still_owes"
    FOR_OFFICER = "for_officer"
    NOT_CONFIRMED = "not_confirmed"
    NOT_COLLEAGUE = "not_colleague"
    NOT_LISTED = "not_listed"


class Refused(Exception):
    """Raised by the domain and the use cases; nothing was changed.

    Args:
        why: the reason, worded by the presentation.
        field: the input that holds the fault, where there is one.
        details: short facts for the wording (kinds of identifier, a limit); never the refused text.
    """

    def __init__(self, why: Why, *, field: str | None = None, details: tuple[str, ...] = ()) -> None:
        super().__init__(why.value)
        self.why = why
        self.field = field
        self.details = details
