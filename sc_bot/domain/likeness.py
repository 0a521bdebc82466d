"""Whether two texts are about the same thing, in either language: by the starts of their words, and by a small lexicon.

The lexicon holds what care between institutions is about, in both languages; each line is one idea. A word that it does
not hold counts as itself, so that *chimio* finds *chimiothérapie* and a name of a form finds itself.
"""

from collections.abc import Iterable

from sc_bot.domain.searching import start_of, stems

_IDEAS = """
summary|resume resumes sommaire sommaires summary summaries bilan synthese report rapport
discharge|conge conges discharge discharged sortie sorties
late|retard retards tard tardif late delay delays delayed attente attendre wait waits waiting delai delais lent slow
family|famille family proche proches relative relatives
doctor|medecin medecins doctor doctors physician physicians omnipraticien gp
referral|reference references referral referrals refer referred demande demandes request requests consultation
appointment|rendez rendezvous rdv appointment appointments visite visites visit visits
form|formulaire formulaires form forms papier paper
file|dossier dossiers file files record records chart
fax|telecopie telecopieur fax faxes
phone|telephone telephones appel appels appeler phone phones call calls
medication|medicament medicaments medication medications medicine ordonnance ordonnances prescription prescriptions
pharmacy|pharmacie pharmacies pharmacy pharmacies pharmacien pharmacienne pharmacist
transfer|transfert transferts transferer transfer transfers transferred
transport|transport transports deplacement ambulance taxi travel
home|domicile maison home
nurse|infirmier infirmiere infirmieres infirmiers nurse nurses nursing
lost|perdu perdus perdue perdre perd lost lose loses missing manque manquant egare
twice|double doublon doublons twice duplicate duplicates repeated repete again
send|envoyer envoye envoie envoi envois send sends sent transmettre transmis transmission
results|resultat resultats result results analyse analyses test tests laboratoire lab prelevement
emergency|urgence urgences emergency er
night|nuit nuits night nights soir evening weekend finde
chemo|chimio chimiotherapie chimiotherapies chemo chemotherapy
list|liste listes list lists
admission|admettre admission admissions admit admits admitted
refuse|refuser refus refuse refuses refused refusal rejet rejete rejected
name|nom noms name names contact contacts coordonnees
screening|depistage depistages screening
pain|douleur douleurs pain
crisis|crise crises crisis
housing|logement logements hebergement housing residence residences
interpreter|interprete interpretes interpreter interpreters langue language
access|acces access
"""
_BY_WORD = {
    word: idea
    for line in _IDEAS.strip().splitlines()
    for idea, _, listed in [line.partition("|")]
    for word in stems(listed)
}
_TOO_COMMON = """
patient patients personne person usager usagers client clients hopital hospital clinique clinic equipe equipes team
teams soin soins care service services jour jours day days semaine semaines week weeks chaque each every apres
after avant before quand when plus moins more less tres very toujours always jamais never chez entre between
encore still deja already fait faire done do does recu recoit recevoir receive received receives arrive arriver
arrives arrived doit devoir must faut peut can meme same
"""
_COMMON = frozenset(
    [
        "patient",
        "patients",
        "personne",
        "person",
        "usager",
        "usagers",
        "client",
        "clients",
        "hopital",
        "hospital",
        "clinique",
        "clinic",
        "equipe",
        "equipes",
        "team",
        "teams",
        "soin",
        "soins",
        "care",
        "service",
        "services",
        "jour",
        "jours",
        "day",
        "days",
        "semaine",
        "semaines",
        "week",
        "weeks",
        "chaque",
        "each",
        "every",
        "apres",
        "after",
        "avant",
        "before",
        "quand",
        "when",
        "plus",
        "moins",
        "more",
        "less",
        "tres",
        "very",
        "toujours",
        "always",
        "jamais",
        "never",
        "chez",
        "entre",
        "between",
        "encore",
        "still",
        "deja",
        "already",
        "fait",
        "faire",
        "done",
        "do",
        "does",
        "recu",
        "recoit",
        "recevoir",
        "receive",
        "received",
        "receives",
        "arrive",
        "arriver",
        "arrives",
        "arrived",
        "doit",
        "devoir",
        "must",
        "faut",
        "peut",
        "can",
        "meme",
        "same",
    ]
)
_COMMON = frozenset(stems(_TOO_COMMON))

SHARED, PART = 2, 0.34
"""How many ideas two texts share at least, and which part of the shorter one's."""


def ideas(*texts: str) -> frozenset[str]:
    """What a text is about, alike in both languages."""
    found = (stem for text in texts for stem in stems(text) if stem not in _COMMON)
    return frozenset(_BY_WORD.get(each) or start_of(each) for each in found)


def likeness(ours: frozenset[str], theirs: frozenset[str], *, same_continuum: bool = False) -> float:
    """How much two texts are about the same thing; 0 where it is too little to be shown."""
    shared = len(ours & theirs)
    share = shared / max(1, min(len(ours), len(theirs)))
    needed = PART if not same_continuum else PART * 0.75
    return share + 0.1 * same_continuum if shared >= SHARED and share >= needed else 0.0


def likest(ours: frozenset[str], among: Iterable[tuple[int, frozenset[str], bool]], limit: int) -> list[int]:
    """The ids of what is most like it, the likest first; each with its ideas and whether the continuum is the same."""
    scored = [(likeness(ours, theirs, same_continuum=same), -id_) for id_, theirs, same in among]
    return [-id_ for score, id_ in sorted(scored, reverse=True) if score > 0][:limit]
