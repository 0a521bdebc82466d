"""A small, valid community file that the tests break, one place at a time."""

SMALL = """\
community:
  id: vallee
  code: CS
  name:
    fr: Communauté de la Vallée
    en: Valley Community
  language: fr
  timezone: America/Toronto
  holidays: CA-QC
  starts_on: 2026-09-01
  ends_on: 2028-08-31
  continua: [ONC, SM]
  triage_channel: '#triage'
  lessons_channel: '#lecons'
  facilitator_substitute: MOD-1
continua:
- id: ONC
  name: {fr: oncologie, en: oncology}
  keywords:
    fr: [cancer, chimio]
    en: [cancer]
- id: SM
  name: {fr: santé mentale, en: mental health}
institutions:
- id: HSF
  name: {fr: Hôpital, en: Hospital}
  kind: hospital
  lines: [2, 3]
  municipality: Val-Sauvage
  staff: 950
  channel: '#hsf'
  language: fr
  delegates: [NRS-1]
  aliases: [HSF, hôpital]
- id: GTV
  name: {fr: GMF, en: Clinic}
  kind: family_medicine_group
  lines: [1]
  municipality: Lac-aux-Huards
  channel: '#gtv'
  language: en
  delegates: []
  aliases: [GTV]
  extra_holidays: [2026-12-24]
people:
- id: HSF-MD
  name: Bastien Morelière
  slack_id: UHSFMD000
  roles: [managing_director]
  language: fr
  institution: HSF
- id: GTV-MD
  name: Kerry Osgoodby
  email: kerry@example.org
  roles: [managing_director, general_manager]
  language: en
  institution: GTV
- id: NRS-1
  name: Fanny Castelneau
  slack_id: UHSFS1000
  roles: [caregiver]
  title: infirmière pivot
  language: fr
  institution: HSF
  line: 2
- id: ADV-1
  name: Anne-Sophie Kerouac-Tily
  slack_id: UADV10000
  roles: [facilitator]
  language: fr
- id: MOD-1
  name: Jocelyne Rivardeau
  slack_id: UMOD10000
  roles: [moderator]
  language: fr
committees:
- id: support
  name: {fr: Comité de soutien, en: Support committee}
  every_weeks: 2
  next: 2026-12-01T13:30
  members:
    roles: [managing_director, moderator]
routing:
- continuum: ONC
  keywords: [ordonnance]
  institution: GTV
- continuum: ONC
  institution: HSF
policies:
  acknowledge_working_days: 2
  accept_working_days: 5
  reminder_working_days: [-3, 0, 1]
  daily_list_at: 08:00
  weekly_digest: {weekday: monday, at: 07:30}
  quiet_hours: {from: 18:00, to: 07:00}
  deadlock: {returns: 2}
  small_group: 5
"""


def broken(old: str, new: str, text: str = SMALL) -> str:
    """The file with one piece replaced; the piece must be there, once."""
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
    return text.replace(old, new)
