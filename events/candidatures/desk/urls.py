"""Addresses of the desk beside those of modeladmin, under `/admin/candidatures/`."""

from django.urls import path

from events.candidatures.desk.actions import ActionView
from events.candidatures.desk.availability import AvailabilityView
from events.candidatures.desk.batch import BatchView, SavedViewsView
from events.candidatures.desk.dossier import AttachmentView, PreviewView
from events.candidatures.desk.export import ArchiveView, ExportView
from events.candidatures.desk.figures_view import FiguresView
from events.candidatures.desk.grant_view import ConventionView, GrantView
from events.candidatures.desk.simulation_view import SimulationView
from events.candidatures.desk.tabs import ContextView, EvaluationView, ExchangesView, OpinionView

app_name = "candidatures_desk"
urlpatterns = [
    path("exporter/", ExportView.as_view(), name="export"),
    path("lot/", BatchView.as_view(), name="batch"),
    path("chiffres/", FiguresView.as_view(), name="figures"),
    path("disponibilites/", AvailabilityView.as_view(), name="availability"),
    path("simulation/", SimulationView.as_view(), name="simulation"),
    path("vues/", SavedViewsView.as_view(), name="views"),
    path("<int:pk>/dossier.zip", ArchiveView.as_view(), name="archive"),
    path("<int:pk>/pieces/<uuid:attachment>/", AttachmentView.as_view(), name="attachment"),
    path("<int:pk>/pieces/<uuid:attachment>/apercu/", PreviewView.as_view(), name="preview"),
    path("<int:pk>/evaluation/", EvaluationView.as_view(), name="evaluation"),
    path("<int:pk>/avis-exterieur/", OpinionView.as_view(), name="opinion"),
    path("<int:pk>/echanges/", ExchangesView.as_view(), name="exchanges"),
    path("<int:pk>/subvention/", GrantView.as_view(), name="grant"),
    path("<int:pk>/subvention/convention.pdf", ConventionView.as_view(), name="convention"),
    path("<int:pk>/voisinage/", ContextView.as_view(), name="context"),
    path("<int:pk>/<slug:slug>/", ActionView.as_view(), name="action"),
]
