from django.forms.renderers import TemplatesSetting


class SiteRenderer(TemplatesSetting):
    pass
