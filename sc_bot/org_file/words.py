"""The sentences of the community file's mistakes, in both languages, for the command line."""

from sc_bot.domain.community import Localised
from sc_bot.org_file.mistakes import Mistake

SENTENCES: dict[str, tuple[str, str]] = {
    # the file as a whole
    "too_large": ("Le fichier dépasse {limit} Kio.", "The file is over {limit} KiB."),
    "not_utf8": ("Le fichier n'est pas en UTF-8.", "The file is not UTF-8."),
    "unprintable": ("Caractère de contrôle interdit.", "Forbidden control character."),
    "bad_yaml": ("YAML mal formé ({detail}).", "Malformed YAML ({detail})."),
    "nothing_in_it": ("Le fichier est vide.", "The file is empty."),
    "several_documents": (
        "Un second document commence ici : un fichier décrit une seule communauté.",
        "A second document starts here: one file describes one community.",
    ),
    "too_deep": ("Trop de niveaux imbriqués.", "Nested too deep."),
    "key_not_text": ("Une clé doit être un simple mot.", "A key must be a plain word."),
    "alias": (
        "Les renvois YAML (*) sont refusés : écrire la valeur.",
        "YAML aliases (*) are refused: write the value out.",
    ),
    "anchor": ("Les ancres YAML (&) sont refusées.", "YAML anchors (&) are refused."),
    "tag": ("L'étiquette YAML {given} est refusée.", "The YAML tag {given} is refused."),
    "duplicate_key": ("Clé déjà donnée à la ligne {first}.", "Key already given on line {first}."),
    # the layout
    "unknown_key": ("Clé inconnue.", "Unknown key."),
    "missing": ("Cette clé manque.", "This key is missing."),
    "list_expected": ("Une liste est attendue ici.", "A list is expected here."),
    "keys_expected": ("Des clés et des valeurs sont attendues ici.", "Keys and values are expected here."),
    "value_expected": ("Une seule valeur est attendue ici.", "A single value is expected here."),
    "empty_list": ("Au moins un élément est attendu.", "At least one item is expected."),
    "list_too_long": ("Au plus {limit} éléments.", "At most {limit} items."),
    "repeated": ("« {given} » est répété.", "“{given}” is repeated."),
    # single values
    "blank": ("La valeur est vide.", "The value is blank."),
    "too_long": (
        "{length} caractères, au plus {longest} sont permis.",
        "{length} characters, at most {longest} are allowed.",
    ),
    "invisible_character": (
        "La valeur contient un caractère invisible ou un saut de ligne.",
        "The value holds an invisible character or a line break.",
    ),
    "not_a_number": ("« {given} » n'est pas un nombre entier.", "“{given}” is not a whole number."),
    "out_of_range": (
        "{given} n'est pas entre {lowest} et {highest}.",
        "{given} is not between {lowest} and {highest}.",
    ),
    "until_not_external": (
        "Seul un intervenant externe, sans autre rôle, a un dernier jour; une absence se dit avec /sc absence.",
        "Only an external intervener without another role has a last day; an absence is said with /sc away.",
    ),
    "not_true_or_false": (
        "« {given} » : écrire true ou false.",
        "“{given}”: write true or false.",
    ),
    "unknown_word": (
        "« {given} » n'est pas permis ici; choix : {known}.",
        "“{given}” is not allowed here; choose from: {known}.",
    ),
    "bad_id": (
        "« {given} » : un identifiant compte de 1 à 32 lettres sans accent, chiffres, - ou _.",
        "“{given}”: an id has 1 to 32 unaccented letters, digits, - or _.",
    ),
    "bad_prefix": (
        "« {given} » : de 1 à 6 majuscules sans accent sont attendues.",
        "“{given}”: 1 to 6 unaccented capitals are expected.",
    ),
    "bad_kind": (
        "« {given} » : des minuscules sans accent et _ sont attendus.",
        "“{given}”: unaccented lower-case letters and _ are expected.",
    ),
    "bad_slack_id": (
        "« {given} » n'est pas un identifiant Slack (U ou W, puis majuscules et chiffres).",
        "“{given}” is not a Slack user id (U or W, then capitals and digits).",
    ),
    "bad_email": ("« {given} » n'est pas un courriel.", "“{given}” is not an e-mail address."),
    "bad_channel": (
        "« {given} » n'est pas un canal : #nom en minuscules, ou un identifiant Slack.",
        "“{given}” is not a channel: #name in lower case, or a Slack id.",
    ),
    "bad_holidays": (
        "« {given} » : PAYS ou PAYS-RÉGION est attendu, comme CA-QC.",
        "“{given}”: COUNTRY or COUNTRY-SUBDIVISION is expected, such as CA-QC.",
    ),
    "bad_date": (
        "« {given} » n'est pas une date, comme 2026-12-01.",
        "“{given}” is not a date, such as 2026-12-01.",
    ),
    "bad_time": ("« {given} » n'est pas une heure, comme 07:30.", "“{given}” is not a time, such as 07:30."),
    "bad_moment": (
        "« {given} » n'est pas une date avec l'heure, comme 2026-12-01T13:30.",
        "“{given}” is not a date and time, such as 2026-12-01T13:30.",
    ),
    "unknown_timezone": ("Fuseau horaire inconnu : « {given} ».", "Unknown time zone: “{given}”."),
    # between the parts
    "taken": ("« {given} » est déjà pris à la ligne {first}.", "“{given}” is already taken on line {first}."),
    "unknown_in_continua": ("Aucun continuum « {given} ».", "There is no continuum “{given}”."),
    "unknown_in_people": ("Aucune personne « {given} ».", "There is no person “{given}”."),
    "unknown_in_institutions": ("Aucun établissement « {given} ».", "There is no institution “{given}”."),
    "no_director": (
        "Personne n'a le rôle managing_director pour {institution}.",
        "Nobody has the role managing_director for {institution}.",
    ),
    "second_director": (
        "{institution} a déjà une direction responsable à la ligne {first}.",
        "{institution} already has a managing director on line {first}.",
    ),
    "director_of_nothing": (
        "Le rôle managing_director demande un établissement.",
        "The role managing_director needs an institution.",
    ),
    "no_facilitator": ("Personne n'a le rôle facilitator.", "Nobody has the role facilitator."),
    "second_facilitator": (
        "Le rôle facilitator est déjà donné à la ligne {first}.",
        "The role facilitator is already given on line {first}.",
    ),
    "own_substitute": (
        "« {given} » ne peut être sa propre relève.",
        "“{given}” cannot be their own substitute.",
    ),
    "own_delegate": (
        "« {given} » dirige déjà cet établissement.",
        "“{given}” is already this institution's director.",
    ),
    "no_tie": (
        "Donner slack_id ou email pour relier cette personne à l'espace Slack.",
        "Give slack_id or email, to tie this person to the workspace.",
    ),
    "prefix_taken": (
        "« {given} » est aussi un continuum : leurs références se confondraient.",
        "“{given}” is also a continuum: their references could not be told apart.",
    ),
    "second_default": (
        "« {given} » a déjà, à la ligne {first}, une règle sans mots-clés.",
        "“{given}” already has a rule without keywords, on line {first}.",
    ),
    "ends_before_it_starts": (
        "La fin doit suivre le début ({starts}).",
        "The end must come after the start ({starts}).",
    ),
    "accepted_too_soon": (
        "Le délai ne peut être plus court que pour accuser réception ({given}).",
        "The delay cannot be shorter than the one to acknowledge ({given}).",
    ),
}
MEANT = ("Vouliez-vous dire « {nearest} »?", "Did you mean “{nearest}”?")


def in_words(mistake: Mistake) -> Localised:
    """What is wrong, in one or two sentences, without the line and the key."""
    params = dict(mistake.params)
    french, english = SENTENCES[mistake.what]
    if params.get("nearest"):
        french, english = f"{french} {MEANT[0]}", f"{english} {MEANT[1]}"
    return Localised(french.format(**params), english.format(**params))
