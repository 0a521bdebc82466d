"""Birth dates in many shapes, and dates that nobody was born on."""

from sc_bot.privacy import Kind, Verdict
from tests.privacy.probe import Probe

ALLOW, WARN, BLOCK = Verdict.ALLOW, Verdict.WARN, Verdict.BLOCK

BIRTH_DATES: list[Probe] = [
    ("née le 14 mai 1980, chambre 312 lit 2", BLOCK, [Kind.DOB, Kind.ROOM]),
    ("né le 14/05/1980", BLOCK, [Kind.DOB]),
    ("né(e) le 1980-05-14", BLOCK, [Kind.DOB]),
    ("né·e le 14 mai 1980", BLOCK, [Kind.DOB]),
    ("ne le 14 mai 1980", BLOCK, [Kind.DOB]),
    ("nee le 14 mai 80", BLOCK, [Kind.DOB]),
    ("NÉE LE 14 MAI 1980", BLOCK, [Kind.DOB]),
    ("ne\u0301e le 14 mai 1980", BLOCK, [Kind.DOB]),
    ("née le 1er juin 1951", BLOCK, [Kind.DOB]),
    ("née à Sherbrooke, le 14 mai 1980", BLOCK, [Kind.DOB]),
    ("né à 3 h le 14 mai 2026", BLOCK, [Kind.DOB]),
    ("DDN 1980-05-14", BLOCK, [Kind.DOB]),
    ("DDN : 14.05.1980", BLOCK, [Kind.DOB]),
    ("ddn 19800514", BLOCK, [Kind.DOB]),
    ("D.D.N. 14-05-80", BLOCK, [Kind.DOB]),
    ("date de naissance 14 mai 1980", BLOCK, [Kind.DOB]),
    ("DOB 05/14/1980", BLOCK, [Kind.DOB]),
    ("DOB: May 14, 1980", BLOCK, [Kind.DOB]),
    ("born on May 14th 1980", BLOCK, [Kind.DOB]),
    ("born the 14th of May, 1980", BLOCK, [Kind.DOB]),
    ("born 14 May 80", BLOCK, [Kind.DOB]),
    ("born in May 1980", BLOCK, [Kind.DOB]),
    ("date of birth 1980 05 14", BLOCK, [Kind.DOB]),
    ("son anniversaire est le 14 mai", BLOCK, [Kind.DOB]),
    ("her birthday is May 14", BLOCK, [Kind.DOB]),
    ("née le quatorze mai mille neuf cent quatre-vingts", BLOCK, [Kind.DOB]),
    ("born on the fourteenth of May nineteen eighty", BLOCK, [Kind.DOB]),
    ("1980-05-14 (DDN)", BLOCK, [Kind.DOB]),
    ("née le 14\u00a0mai\u00a01980", BLOCK, [Kind.DOB]),
    ("née le\n14 mai 1980", BLOCK, [Kind.DOB]),
    ("jumeaux nés le 3 mai 1980 et le 4 mai 1980", BLOCK, [Kind.DOB]),
    ("On ne répond pas avant le 14 mai 2026", ALLOW, []),
    ("Ne pas fermer le 14 mai 2026", ALLOW, []),
    ("une pratique née à l'hôpital", ALLOW, []),
    ("rendez-vous le 14 mai 2026", ALLOW, []),
    ("l'anniversaire du programme, tenu le 14 mai 2026", ALLOW, []),
    ("les nouveau-nés attendent 3 jours", ALLOW, []),
    ("patient de 42 ans", ALLOW, []),
]
