"""How public forms are drawn: Django's own rendering, with the site's templates around each field."""

from django.forms.renderers import TemplatesSetting


class SiteRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` in the site's dress.

    Widgets keep Django's templates, which Wagtail's admin relies on; the admin lays out its fields by itself.
    """

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
