"""How an issue comes out: what was proofread, when it is due, and the files made of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from nec_cms.storage import private_storage


class Approval(models.Model):
    """The version of a page that was proofread: it is what comes out with the issue (« bon à paraître »)."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="approval", verbose_name="page")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+", verbose_name="version")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="par"
    )
    at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "bon à paraître"
        verbose_name_plural = "bons à paraître"

    def __str__(self) -> str:
        return f"{self.page} ({self.at:%d/%m/%Y})"


class Publication(models.Model):
    """The minute at which an issue is to come out, and why it could not, where it could not."""

    issue = models.OneToOneField(
        "revue.IssuePage", on_delete=models.CASCADE, related_name="publication", verbose_name="numéro"
    )
    at = models.DateTimeField("à paraître le", null=True, blank=True, db_index=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="demandée par"
    )
    error = models.TextField("ce qui l’a empêchée", blank=True)
    tried_at = models.DateTimeField("dernier essai", null=True, blank=True)

    class Meta:
        verbose_name = "parution"
        verbose_name_plural = "parutions"

    def __str__(self) -> str:
        return str(self.issue)


class Format(models.TextChoices):
    """What an issue can be taken away as."""

    EPUB = "epub", "EPUB"
    PDF = "pdf", "PDF"


class IssueFile(models.Model):
    """An issue as a file, made by the worker and kept. `fingerprint` stands for all that its bytes depend on."""

    issue = models.ForeignKey("revue.IssuePage", on_delete=models.CASCADE, related_name="files", verbose_name="numéro")
    format = models.CharField("format", max_length=4, choices=Format)
    file = models.FileField("fichier", storage=private_storage, upload_to="revue/%Y/", blank=True)
    fingerprint = models.CharField("empreinte", max_length=64, blank=True)
    size = models.PositiveIntegerField("poids (octets)", default=0)
    built_at = models.DateTimeField("fait le", null=True, blank=True)
    tried_at = models.DateTimeField("dernier essai", default=timezone.now)
    error = models.TextField("ce qui l’a empêché", blank=True)

    class Meta:
        verbose_name = "fichier d’un numéro"
        verbose_name_plural = "fichiers des numéros"
        constraints = [models.UniqueConstraint(fields=["issue", "format"], name="issue_file_once_a_format")]

    def __str__(self) -> str:
        return f"{self.issue} ({self.get_format_display()})"


class PublishedAsOne(models.Model):
    """An issue or one of its articles: until the issue is out, to publish a version is to approve it.

    Whatever the door (the editor's button, the end of a workflow), nothing comes out before its issue does.
    """

    is_out: bool
    """Whether the issue that it belongs to is public; each model says how it knows."""

    class Meta:
        abstract = True

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> None:
        if self.is_out:
            super().publish(revision, user=user, **kwargs)
        else:
            approve(self, revision, user)

    def publish_with_issue(self, revision: Revision, user: Any = None) -> None:
        """Publish for good; for `revue.publishing`, which does it for the whole issue or not at all."""
        super().publish(revision, user=user, skip_permission_checks=True)


def approve(page: Any, revision: Revision, user: Any) -> None:
    """Keep `revision` as the proofread version of `page`, in place of any earlier one."""
    Approval.objects.update_or_create(
        page_id=page.pk, defaults={"revision": revision, "by": user, "at": timezone.now()}
    )
    log(instance=page, action="revue.approve", user=user, revision=revision)
