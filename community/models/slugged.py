"""A name, and the slug that stands for it in addresses."""

import re

from django.db import models
from django.utils.text import slugify

MAX_LENGTH = 160


def slug_of(name: str) -> str:
    """The slug of a name: « Val d’Oise » gives `val-d-oise`."""
    return slugify(re.sub("[’']", "-", name))[:MAX_LENGTH]


class SluggedModel(models.Model):
    """A name and its slug; an empty slug is made from the name. The first comer keeps the short slug."""

    name = models.CharField("nom", max_length=MAX_LENGTH)
    slug = models.SlugField(
        "identifiant dans l’adresse",
        max_length=MAX_LENGTH,
        unique=True,
        blank=True,
        help_text="Laissez vide : il est tiré du nom.",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or slug_of(self.name)
        super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self.slug = self.slug or slug_of(self.name)
        super().full_clean(*args, **kwargs)
