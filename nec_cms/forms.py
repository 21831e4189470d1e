"""How forms are drawn: Django's own rendering with the site's templates; and the admin's sign-in in French."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from wagtail.admin.forms.auth import LoginForm


class SiteRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` in the site's dress.

    Widgets keep Django's templates, which Wagtail's admin relies on; the admin lays out its fields by itself.
    """

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class FrenchLoginForm(LoginForm):
    """Wagtail's sign-in to the admin; two of its labels come from the names of the fields, in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Mot de passe"
        self.fields["remember"].label = "Se souvenir de moi"
