"""Ways to break the small community file, each with the key and the reason that the reader must give."""

from typing import NamedTuple


class Broken(NamedTuple):
    """One piece of the good file, what the bad one says, and the mistake.

    The line is where `told_at`, or else what the bad file says, begins in the bad file.
    """

    key: str
    what: str
    old: str
    new: str
    told_at: str = ""


NAME = "fr: Communauté de la Vallée"
ZONE, START, END = "timezone: America/Toronto", "starts_on: 2026-09-01", "ends_on: 2028-08-31"
CONTINUA, SUBSTITUTE = "continua: [ONC, SM]", "facilitator_substitute: MOD-1"
WORDS, MENTAL = "fr: [cancer, chimio]", "name: {fr: santé mentale, en: mental health}"
TRIAGE, NEXT = "triage_channel: '#triage'", "next: 2026-12-01T13:30"
REMINDERS, ACCEPT = "reminder_working_days: [-3, 0, 1]", "accept_working_days: 5"
DIGEST, QUIET = "weekly_digest: {weekday: monday", "quiet_hours: {from: 18:00"
MUNICIPALITY, DAYS_OFF = "municipality: Val-Sauvage", "extra_holidays: [2026-12-24]"
ALSO_DIRECTS = "[facilitator, managing_director]\n  institution: HSF"
LATER = "roles: [facilitator]\n  language: fr\n- id: MOD"
MANY = ", ".join(f"mot{n}" for n in range(201))

VALUES = [
    Broken("community.id", "bad_id", "id: vallee", "id: la vallée"),
    Broken("community.code", "bad_prefix", "code: CS", "code: cs"),
    Broken("community.code", "bad_prefix", "code: CS", "code: LONGCODE"),
    Broken("community.code", "bad_prefix", "code: CS", "code: ''"),
    Broken("community.name.fr", "blank", NAME, "fr: '  '"),
    Broken("community.name.fr", "too_long", NAME, "fr: " + "é" * 201),
    Broken("community.name.fr", "invisible_character", NAME, 'fr: "a\\u202eb"'),
    Broken("community.name.fr", "invisible_character", NAME, 'fr: "a\\0b"'),
    Broken("community.name.fr", "invisible_character", NAME, 'fr: "a\\ud800b"'),
    Broken("community.name.fr", "invisible_character", NAME, "fr: |\n      a\n      b"),
    Broken("community.timezone", "unknown_timezone", ZONE, "timezone: America/Torotno"),
    Broken("community.timezone", "unknown_timezone", ZONE, "timezone: America"),
    Broken("community.timezone", "unknown_timezone", ZONE, "timezone: ../../etc/passwd"),
    Broken("community.timezone", "unknown_timezone", ZONE, "timezone: /etc/localtime"),
    Broken("community.holidays", "bad_holidays", "holidays: CA-QC", "holidays: Québec"),
    Broken("community.starts_on", "bad_date", START, "starts_on: 01/09/2026"),
    Broken("community.starts_on", "bad_date", START, "starts_on: 20260901"),
    Broken("community.starts_on", "bad_date", START, "starts_on: 2026-02-30"),
    Broken("community.triage_channel", "bad_channel", TRIAGE, "triage_channel: triage"),
    Broken("community.triage_channel", "bad_channel", TRIAGE, "triage_channel: '#Triage'"),
    Broken("institutions[0].kind", "bad_kind", "kind: hospital", "kind: Grand hôpital"),
    Broken("institutions[0].lines[1]", "out_of_range", "lines: [2, 3]", "lines: [2, 4]"),
    Broken("institutions[0].staff", "not_a_number", "staff: 950", "staff: beaucoup"),
    Broken("institutions[0].staff", "not_a_number", "staff: 950", "staff: 9_50"),
    Broken("institutions[0].staff", "out_of_range", "staff: 950", "staff: 0"),
    Broken("institutions[1].extra_holidays[0]", "bad_date", DAYS_OFF, "extra_holidays: [24 déc.]"),
    Broken("people[0].slack_id", "bad_slack_id", "slack_id: UHSFMD000", "slack_id: '@bastien'"),
    Broken("people[1].email", "bad_email", "email: kerry@example.org", "email: kerry"),
    Broken("people[2].roles[0]", "unknown_word", "roles: [caregiver]", "roles: [caregivers]"),
    Broken(
        "people[2].language",
        "unknown_word",
        "language: fr\n  institution: HSF\n  line",
        "language: FR\n  line",
    ),
    Broken("people[2].line", "not_a_number", "line: 2", "line: deux"),
    Broken("committees[0].every_weeks", "out_of_range", "every_weeks: 2", "every_weeks: 53"),
    Broken("committees[0].next", "bad_moment", NEXT, "next: 2026-12-01"),
    Broken("committees[0].next", "bad_moment", NEXT, "next: 2026-12-01T25:30"),
    Broken("committees[0].next", "bad_moment", NEXT, "next: 2026-12-01T13:30Z"),
    Broken("policies.accept_working_days", "out_of_range", ACCEPT, "accept_working_days: 61"),
    Broken("policies.daily_list_at", "bad_time", "daily_list_at: 08:00", "daily_list_at: 8 h"),
    Broken("policies.daily_list_at", "bad_time", "daily_list_at: 08:00", "daily_list_at: 24:00"),
    Broken("policies.weekly_digest.weekday", "unknown_word", DIGEST, "weekly_digest: {weekday: lundi"),
    Broken("policies.quiet_hours.from", "bad_time", QUIET, "quiet_hours: {from: 1800"),
    Broken("policies.deadlock.returns", "out_of_range", "deadlock: {returns: 2}", "deadlock: {returns: 0}"),
    Broken("policies.working_days", "repeated", "small_group: 5", "working_days: [monday, monday]"),
    Broken("policies.working_days[0]", "unknown_word", "small_group: 5", "working_days: [lundi]"),
    Broken("policies.working_days", "empty_list", "small_group: 5", "working_days: []"),
    Broken("policies.small_group", "out_of_range", "small_group: 5", "small_group: 1"),
    Broken("policies.show_author_by_default", "not_true_or_false", "small_group: 5", "show_author_by_default: NO"),
]
LAYOUT = [
    Broken("people[2].titel", "unknown_key", "title: infirmière", "titel: infirmière"),
    Broken("policies.small_groups", "unknown_key", "small_group: 5", "small_groups: 5"),
    Broken("policies.<<", "unknown_key", "small_group: 5", "<<: {small_group: 5}"),
    Broken("policies.quiet_hours.form", "unknown_key", QUIET, "quiet_hours: {form: 18:00"),
    Broken("surprise", "unknown_key", "policies:\n", "surprise: 1\npolicies:\n"),
    Broken("institutions[0].municipality", "missing", MUNICIPALITY + "\n  ", "", "id: HSF\n  name: {fr: H"),
    Broken("institutions[0].municipality", "missing", MUNICIPALITY, "municipality:\n"),
    Broken("continua[1].name.en", "missing", MENTAL, "name: {fr: santé mentale}"),
    Broken("continua[1].name", "keys_expected", MENTAL, "name: santé mentale"),
    Broken("continua[0].keywords.fr", "list_expected", WORDS, "fr: cancer"),
    Broken("continua[0].keywords.fr", "list_too_long", WORDS, f"fr: [{MANY}]"),
    Broken("continua[0].keywords.fr", "repeated", WORDS, "fr: [cancer, cancer]"),
    Broken("continua[0].keywords.fr[1]", "blank", WORDS, "fr: [cancer, '']"),
    Broken("community.name.fr", "value_expected", NAME, "fr: [Communauté]"),
    Broken("community.continua", "list_expected", CONTINUA, "continua: ONC"),
    Broken("community.continua", "repeated", CONTINUA, "continua: [ONC, ONC]"),
    Broken("community.continua", "empty_list", CONTINUA, "continua: []"),
    Broken("institutions[0].lines", "repeated", "lines: [2, 3]", "lines: [2, 2]"),
    Broken("institutions[0].lines", "empty_list", "lines: [2, 3]", "lines: []"),
    Broken("institutions[0].staff", "value_expected", "staff: 950", "staff: [950]"),
    Broken("institutions[0].delegates", "repeated", "delegates: [NRS-1]", "delegates: [NRS-1, NRS-1]"),
    Broken("people[2].roles", "list_expected", "roles: [caregiver]", "roles: caregiver"),
    Broken("people[2].roles", "empty_list", "roles: [caregiver]", "roles: []"),
    Broken("people[2].roles", "repeated", "roles: [caregiver]", "roles: [caregiver, caregiver]"),
    Broken("policies.reminder_working_days", "repeated", REMINDERS, "reminder_working_days: [1, 1]"),
    Broken("community.code", "duplicate_key", "code: CS", "code: CS\n  code: CT", "code: CT"),
    Broken("policies", "duplicate_key", "routing:\n", "policies: {}\nrouting:\n", "policies:\n"),
    Broken("community.code", "tag", "code: CS", "code: !!str CS"),
    Broken("community.code", "tag", "code: CS", "code: !!python/object/apply:os.system [ls]"),
    Broken("community.code", "anchor", "code: CS", "code: &code CS"),
    Broken("community.code", "alias", "code: CS", "code: *code"),
]
BETWEEN_PARTS = [
    Broken("community.code", "prefix_taken", "code: CS", "code: SM"),
    Broken("community.ends_on", "ends_before_it_starts", END, "ends_on: 2026-09-01"),
    Broken("community.continua[1]", "unknown_in_continua", CONTINUA, "continua: [ONC, PA]"),
    Broken("community.facilitator_substitute", "unknown_in_people", SUBSTITUTE, "facilitator_substitute: MOD-2"),
    Broken("community.facilitator_substitute", "own_substitute", SUBSTITUTE, "facilitator_substitute: ADV-1"),
    Broken("institutions[1].channel", "taken", "channel: '#gtv'", "channel: '#hsf' # again"),
    Broken("institutions[0].delegates[0]", "unknown_in_people", "delegates: [NRS-1]", "delegates: [nrs-1]"),
    Broken("institutions[0].delegates[0]", "own_delegate", "delegates: [NRS-1]", "delegates: [HSF-MD]"),
    Broken("people[4].slack_id", "taken", "slack_id: UMOD10000", "slack_id: UADV10000 # again"),
    Broken("people[3].id", "taken", "id: ADV-1", "id: hsf-md"),
    Broken("people[2].institution", "unknown_in_institutions", "HSF\n  line: 2", "HFS\n  line: 2"),
    Broken("people[2].until", "until_not_external", "[caregiver]\n", "[caregiver]\n  until: 2027-01-31\n", "until"),
    Broken("people[3]", "no_tie", "slack_id: UADV10000", "title: facilitatrice", "id: ADV-1"),
    Broken("people[3].roles[1]", "second_director", "[facilitator]", ALSO_DIRECTS),
    Broken("people[3].roles[0]", "second_facilitator", "roles: [caregiver]", "roles: [facilitator]", LATER),
    Broken("people[4].roles[0]", "director_of_nothing", "[moderator]", "[managing_director] # of what?"),
    Broken("institutions[0].id", "no_director", "[managing_director]\n", "[general_manager]\n", "id: HSF\n"),
    Broken("people", "no_facilitator", "roles: [facilitator]", "roles: [caregiver]", "people:"),
    Broken("routing[0].institution", "unknown_in_institutions", "GTV\n- continuum", "XYZ\n- continuum"),
    Broken("routing[0].continuum", "unknown_in_continua", "ONC\n  keywords: [o", "PA\n  keywords: [o"),
    Broken("routing[1]", "second_default", "keywords: [ordonnance]\n", "\n", "continuum: ONC\n  institution: HSF"),
    Broken("policies.accept_working_days", "accepted_too_soon", ACCEPT, "accept_working_days: 1"),
]
ALL = [*VALUES, *LAYOUT, *BETWEEN_PARTS]
