"""Three reports of the region that are circles, and the promises that build each: who waits for whom."""

from dataclasses import dataclass

from tests.deadlocks.lives import Lives


@dataclass(frozen=True, slots=True)
class Circular:
    """One report, and a circle of promises: each institution's waits for that of the next, the last for the first."""

    text: str
    author: str
    home: str
    promised: tuple[tuple[str, str], ...]
    """Institutions with what each promises; the first leads."""

    @property
    def institutions(self) -> tuple[str, ...]:
        """In the order of the circle."""
        return tuple(each for each, _ in self.promised)


CASES = {
    "P-021": Circular(
        "Congé de psychiatrie sans rendez-vous de suivi : le CLSC demande un dossier complet, l'hôpital ne l'envoie "
        "qu'après le premier rendez-vous.",
        "HSF-S3",
        "CVE",
        (
            ("CVE", "Donner le premier rendez-vous dès que le dossier complet est là"),
            ("HSF", "Envoyer le dossier complet après le premier rendez-vous"),
        ),
    ),
    "P-042": Circular(
        "Niveau de soins alternatif : l'hôpital attend l'évaluation du CLSC, le CLSC attend la stabilisation, le CHSLD "
        "attend la demande, personne ne bouge.",
        "HSF-S4",
        "CVE",
        (
            ("CVE", "Évaluer dès qu'une place est réservée"),
            ("CRC", "Réserver une place dès que la demande arrive"),
            ("HSF", "Envoyer la demande dès que l'évaluation est faite"),
        ),
    ),
    "P-059": Circular(
        "Le formulaire de demande d'hébergement exige un avis du gériatre, et le gériatre exige que la demande "
        "d'hébergement soit ouverte.",
        "GTV-S2",
        "CVE",
        (
            ("CVE", "Ouvrir la demande d'hébergement avec l'avis du gériatre"),
            ("GTV", "Obtenir l'avis du gériatre une fois la demande ouverte"),
        ),
    ),
}


def stuck_in_a_circle(lives: Lives, case: Circular) -> tuple[str, list[str]]:
    """It is reported, led, joined; everybody promises, and says what they wait for. Its reference, and the promises."""
    lead, *others = case.institutions
    reference = lives.reports(case.text, by=case.author, to=lead, unsolvable=True)
    lives.accepts(reference, f"{lead}-MD")
    for each in others:
        lives.joins(reference, each, lead=f"{lead}-MD")
    promises = [lives.promises(reference, f"{home}-MD", what=what) for home, what in case.promised]
    for number, home in enumerate(case.institutions):
        following = promises[(number + 1) % len(promises)]
        lives.waits(promises[number], following, by=f"{home}-MD", needs=case.promised[number][1])
    return reference, promises
