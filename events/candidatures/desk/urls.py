"""Addresses of the desk beside those of modeladmin, under `/admin/candidatures/`."""

from django.urls import path

from events.candidatures.desk.actions import ActionView
from events.candidatures.desk.dossier import AttachmentView

app_name = "candidatures_desk"
urlpatterns = [
    path("<int:pk>/pieces/<uuid:attachment>/", AttachmentView.as_view(), name="attachment"),
    path("<int:pk>/<slug:slug>/", ActionView.as_view(), name="action"),
]
