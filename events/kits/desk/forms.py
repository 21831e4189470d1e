"""Files that the team sends: in the place of a made one, or beside them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from events.kits.contents import shown_files
from events.kits.models import Kit, KitFile
from events.kits.uploads import FORMATS, Examined, UnfitFileError, examine

ACCEPTED = ",".join(FORMATS)
MOST_ADDED = 30
"""Files that one kit may be given besides its own."""


class ExaminedFileField(forms.FileField):
    """A file known by its content: what it gives is `Examined`."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: UploadedFile | None, initial: Any = None) -> Examined | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        try:
            return examine(sent.file, sent.name or "")
        except UnfitFileError as unfit:
            raise ValidationError(str(unfit)) from unfit


class ReplaceForm(forms.Form):
    """A file for the place of `made`: of the same format and, for a picture, of the same size."""

    file = ExaminedFileField(label="Fichier de remplacement")
    alt = forms.CharField(
        label="Texte alternatif",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ce que l’image montre. Vide\u00a0: celui du fichier généré.",
    )

    def __init__(self, made: KitFile, *args: Any, **kwargs: Any) -> None:
        self.made = made
        super().__init__(*args, auto_id=f"remplacer-{made.pk}-%s", **kwargs)

    def clean_file(self) -> Examined:
        sent: Examined = self.cleaned_data["file"]
        if sent.format != self.made.format:
            raise ValidationError(
                f"C’est un {sent.format}\u00a0: il faut un {self.made.format}, comme le fichier généré."
            )
        wanted = (self.made.width, self.made.height)
        if self.made.unit == "px" and sent.width and (sent.width, sent.height) != wanted:
            raise ValidationError(
                f"Cette image mesure {sent.width}\u00a0×\u00a0{sent.height}\u00a0px\u00a0: "
                f"il faut {wanted[0]}\u00a0×\u00a0{wanted[1]}\u00a0px."
            )
        return sent


class AddForm(forms.Form):
    """A file beside the others."""

    file = ExaminedFileField(label="Fichier", help_text="PNG, JPEG, SVG, PDF ou TXT, 20\u00a0Mo au plus.")
    label = forms.CharField(label="Intitulé", max_length=120, help_text="Par exemple «\u00a0Plan d’accès\u00a0».")
    use = forms.CharField(
        label="Usage", max_length=255, required=False, help_text="Par exemple «\u00a0À joindre aux invitations.\u00a0»"
    )
    alt = forms.CharField(
        label="Texte alternatif",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Pour une image\u00a0: ce qu’elle montre.",
    )

    def __init__(self, kit: Kit, *args: Any, **kwargs: Any) -> None:
        self.kit = kit
        super().__init__(*args, auto_id="ajouter-%s", **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        sent: Examined | None = cleaned.get("file")
        if sent is None:
            return cleaned
        if sent.format in ("PNG", "JPEG", "SVG") and not cleaned.get("alt"):
            self.add_error("alt", "Une image a besoin d’un texte alternatif.")
        files = shown_files(self.kit)
        if sent.name in {file.name for file in files}:
            self.add_error(
                "file", f"Le kit a déjà «\u00a0{sent.name}\u00a0»\u00a0: renommez votre fichier ou remplacez l’autre."
            )
        if sum(file.is_upload for file in files) >= MOST_ADDED:
            self.add_error(None, f"Ce kit a déjà reçu {MOST_ADDED} fichiers\u00a0: retirez-en un d’abord.")
        return cleaned
