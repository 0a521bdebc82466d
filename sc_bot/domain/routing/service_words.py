"""The services that each kind of institution typically runs, and the words by which people speak of them.

Regions differ in the names of their institutions, not in who does what: this is general knowledge of Québec's
health and social services network, the same for every community, and the weakest of reasons.

Each expression stands under one kind. One that two kinds may claim is left out, or is written with the word
that settles it: "placement" is a child's in French and a senior's in English, so neither stands alone.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sc_bot.domain.community import Keywords


def _each(phrases: str) -> tuple[str, ...]:
    """Read a list that is written as people write lists: with commas."""
    return tuple(phrase.strip() for phrase in phrases.split(","))


HOSPITAL = Keywords(
    fr=_each(
        "anesthésie, biopsie, bloc opératoire, chimio, chimiothérapie, chirurgie, chirurgien, chirurgienne, "
        "civière, clinique externe, congé, échographie, hémodialyse, hospitalisation, hospitalisé, hospitalisée, "
        "imagerie, infirmière pivot en oncologie, laboratoire, médecin spécialiste, oncologue, pathologie, "
        "psychiatre, psychiatrie, radiologie, radiothérapie, résonance magnétique, soins intensifs, spécialiste, "
        "urgence"
    ),
    en=_each(
        "biopsy, chemo, chemotherapy, dialysis, discharge, discharged, emergency, imaging, inpatient, "
        "intensive care, lab, laboratory, MRI, oncologist, operating room, outpatient clinic, pathology, "
        "psychiatrist, psychiatry, radiation therapy, radiology, scan, specialist, surgeon, surgery, ultrasound"
    ),
)

LOCAL_COMMUNITY_CENTRE = Keywords(
    fr=_each(
        "accueil psychosocial, aide à domicile, auxiliaire familial, auxiliaire familiale, changement de pansement, "
        "chèque emploi-service, gestionnaire de cas, guichet d'accès, infirmière à domicile, intervenant pivot, "
        "intervenante pivot, maintien à domicile, organisation communautaire, pansement, prélèvement à domicile, "
        "prise de sang à domicile, SAD, services à domicile, soins à domicile, soins de plaies, soutien à domicile, "
        "suivi postnatal, travailleur social, travailleuse sociale, vaccination, visite à domicile"
    ),
    en=_each(
        "access desk, bandage change, blood test at home, case manager, community nurse, dressing change, "
        "home care, home help, home nurse, home nursing, home service, home support, home visit, homecare, "
        "intake desk, postnatal visit, psychosocial intake, single point of access, social worker, vaccination, "
        "visiting nurse, wound care"
    ),
)

LONG_TERM_CARE = Keywords(
    fr=_each(
        "centre d'hébergement, chaise gériatrique, comité des résidents, demande d'hébergement, errance, "
        "foyer pour personnes âgées, hébergé, hébergée, hébergement, hébergement temporaire, "
        "hébergement transitoire, lit d'hébergement, longue durée, place d'hébergement, relocalisation, résident, "
        "résidente, soins de longue durée, unité de vie, unité prothétique"
    ),
    en=_each(
        "care home, dementia unit, long-stay bed, long-term bed, long-term care, memory unit, nursing home, "
        "permanent bed, placement in long-term care, relocation, residential care, resident, residents' committee, "
        "transitional bed, wandering"
    ),
)

REHABILITATION = Keywords(
    fr=_each(
        "adaptation du domicile, aide technique, déambulateur, déficience intellectuelle, déficience physique, "
        "ergo, ergothérapeute, ergothérapie, fauteuil roulant, marchette, orthèse, orthophonie, orthophoniste, "
        "physio, physiothérapeute, physiothérapie, prothèse, réadaptation, stimulation précoce, "
        "trouble du spectre de l'autisme, URFI"
    ),
    en=_each(
        "assistive device, autism, driving assessment, home adaptation, intellectual disability, "
        "occupational therapist, occupational therapy, orthosis, physical therapist, physical therapy, physio, "
        "physiotherapist, physiotherapy, prosthesis, rehab, rehabilitation, speech therapist, speech therapy, "
        "splint, technical aid, walker, wheelchair"
    ),
)

YOUTH_CENTRE = Keywords(
    fr=_each(
        "capacités parentales, délinquance, DPJ, famille d'accueil, foyer de groupe, fugue, jeune contrevenant, "
        "jeune contrevenante, jeune placé, jeune placée, passage à la vie adulte, placement d'enfant, "
        "placement d'un enfant, placement d'un jeune, protection de la jeunesse, retrait du milieu familial, "
        "transition à la vie adulte, visite supervisée"
    ),
    en=_each(
        "ageing out, aging out, child placement, child protection, foster care, foster child, foster family, "
        "foster home, foster parent, group home, parenting capacity, runaway, supervised visit, "
        "transition to adulthood, young offender, youth protection, youth worker"
    ),
)

COMMUNITY_ORGANISATION = Keywords(
    fr=_each(
        "accompagnement bénévole, aide alimentaire, banque alimentaire, bénévolat, bénévole, café-rencontre, "
        "entraide, groupe d'entraide, groupe de soutien, halte-répit, hébergement d'urgence, ligne d'écoute, "
        "organisme communautaire, pair aidant, pair aidante, paire aidante, popote roulante, refuge, répit, "
        "transport bénévole, travailleur de rue, travailleuse de rue, visite d'amitié"
    ),
    en=_each(
        "caregiver support, community group, community organisation, community organization, crisis line, "
        "drop-in centre, food bank, friendly visit, helpline, homeless shelter, meals on wheels, outreach worker, "
        "peer support, peer worker, respite, shelter, street worker, support group, volunteer, volunteer driver"
    ),
)

FAMILY_MEDICINE_GROUP = Keywords(
    fr=_each(
        "arrêt de travail, billet médical, billet du médecin, certificat médical, clinique sans rendez-vous, "
        "examen périodique, infirmière praticienne, inscription à un médecin, IPS, IPSPL, maladie chronique, "
        "médecin de famille, médecin traitant, note médicale, omnipraticien, omnipraticienne, papier du médecin, "
        "patient orphelin, patiente orpheline, sans médecin, sans rendez-vous, suivi de grossesse, suivi médical"
    ),
    en=_each(
        "chronic disease, doctor's note, family doctor, family physician, general practitioner, GP, "
        "medical certificate, medical follow-up, nurse practitioner, orphan patient, periodic exam, "
        "prenatal follow-up, sick leave form, sick note, treating physician, unattached patient, walk-in, "
        "without a doctor, yearly check-up"
    ),
)

PHARMACY_NETWORK = Keywords(
    fr=_each(
        "Dispill, dosette, interaction médicamenteuse, liste de médicaments, livraison de médicaments, médicament, "
        "médicament d'exception, médication, ordonnance, ordonnance collective, pharmacien, pharmacienne, pilule, "
        "pilulier, posologie, prescription, profil pharmacologique, renouvellement, rupture de stock, seringue"
    ),
    en=_each(
        "blister pack, dosage, drug, drug interaction, drug plan, medication, medication list, "
        "medication reconciliation, medicine, out of stock, pharmacist, pill, pill box, pill organiser, "
        "pill organizer, prescription, refill, renewal, syringe"
    ),
)

PALLIATIVE_HOUSE = Keywords(
    fr=_each(
        "accompagnement des mourants, aide médicale à mourir, AMM, deuil, endeuillé, endeuillée, équipe palliative, "
        "fin de vie, lit palliatif, maison de soins palliatifs, palliatif, palliative, phase terminale, "
        "protocole de détresse, sédation continue, sédation palliative, soins de confort, soins palliatifs, "
        "suivi de deuil"
    ),
    en=_each(
        "assistance in dying, bereaved, bereavement, comfort care, continuous sedation, distress protocol, dying, "
        "end of life, end-of-life care, grief, hospice, last days, MAID, palliative, palliative bed, "
        "palliative care, palliative sedation, terminal phase"
    ),
)

SERVICES: Mapping[str, Keywords] = MappingProxyType(
    {
        "hospital": HOSPITAL,
        "local_community_centre": LOCAL_COMMUNITY_CENTRE,
        "long_term_care": LONG_TERM_CARE,
        "rehabilitation": REHABILITATION,
        "youth_centre": YOUTH_CENTRE,
        "community_organisation": COMMUNITY_ORGANISATION,
        "family_medicine_group": FAMILY_MEDICINE_GROUP,
        "pharmacy_network": PHARMACY_NETWORK,
        "palliative_house": PALLIATIVE_HOUSE,
    }
)
