"""The team's own work on a file: opinions and marks, notes, conflicts of interest, absences, saved lists."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.candidatures.models.dossier import Candidature


class Criterion(models.TextChoices):
    """The seven criteria that the team weighs (the brief), in its order."""

    SOLIDITY = "solidity", "Solidité et viabilité"
    DIVERSITY = "diversity", "Diversité des organisateurs"
    MATURITY = "maturity", "Maturité numérique du territoire"
    MOBILISATION = "mobilisation", "Mobilisation des acteurs locaux"
    FRAMEWORK = "framework", "Respect du cadre NEC et de la charte"
    RESOURCES = "resources", "Restitution des ateliers et ressources"
    INNOVATION = "innovation", "Innovation, sur le fond et la forme"


CRITERION_HELP = {
    Criterion.SOLIDITY: "Financements réunis, équipe dédiée.",
    Criterion.DIVERSITY: "Qui porte le projet, et avec qui.",
    Criterion.MATURITY: "Ce qui existe déjà sur place, ce que l’événement y ajoute.",
    Criterion.MOBILISATION: "Actrices et acteurs publics et privés.",
    Criterion.FRAMEWORK: "Mesures prévues pour tenir les engagements.",
    Criterion.RESOURCES: "Comptes rendus, ressources ouvertes.",
    Criterion.INNOVATION: "Sujets, formats, publics.",
}
MAX_MARK = 4


class Review(models.Model):
    """What one person of the team thinks of a file; at most one for each person."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", on_delete=models.PROTECT, related_name="candidature_reviews"
    )
    comment = models.TextField("avis d’ensemble", blank=True)
    updated_at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "avis"
        verbose_name_plural = "avis"
        ordering = ["updated_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["candidature", "reviewer"], name="review_one_each")]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.reviewer_id}"


class Score(models.Model):
    """A mark from 0 to 4 on one criterion, with its comment."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="scores")
    criterion = models.CharField("critère", max_length=12, choices=Criterion)
    mark = models.PositiveSmallIntegerField("note")
    comment = models.CharField("commentaire", max_length=1000, blank=True)

    class Meta:
        verbose_name = "note"
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="score_one_each"),
            models.CheckConstraint(condition=models.Q(mark__gte=0, mark__lte=MAX_MARK), name="score_0_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.mark}"


class Note(models.Model):
    """An internal note: read by the team, never by the porteur."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = models.TextField("note")
    at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "note interne"
        verbose_name_plural = "notes internes"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.at:%Y-%m-%d %H:%M}"


class ConflictOfInterest(models.Model):
    """A person who said that he or she must not take part in a file. It stays: a superuser alone may lift it."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="conflicts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField("lien avec le dossier")
    declared_at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "conflit d’intérêts"
        verbose_name_plural = "conflits d’intérêts"
        constraints = [models.UniqueConstraint(fields=["candidature", "person"], name="conflict_one_each")]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.person_id}"


class InstructorProfile(models.Model):
    """What an instructor says of himself or herself: organisations (for conflicts of interest), and absence."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="instructor_profile")
    organisations = models.TextField(
        "mes structures",
        blank=True,
        help_text="Une par ligne\u00a0: employeur, mandats, associations. Leurs dossiers vous seront fermés.",
    )
    away_from = models.DateField("premier jour d’absence", null=True, blank=True)
    away_until = models.DateField("dernier jour d’absence", null=True, blank=True)

    class Meta:
        verbose_name = "profil d’instruction"
        verbose_name_plural = "profils d’instruction"

    def __str__(self) -> str:
        return f"{self.person_id}"


class SavedView(models.Model):
    """A list that somebody keeps: a name, and the filters, order and columns of its address."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="candidature_views")
    name = models.CharField("nom", max_length=60)
    query = models.CharField("adresse", max_length=1500, blank=True)

    class Meta:
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="saved_view_one_name")]

    def __str__(self) -> str:
        return self.name
