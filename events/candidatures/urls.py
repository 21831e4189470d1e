"""Addresses of the porteur's space, under /espace-porteur/."""

from django.urls import path

from events.candidatures import followup_views, opinion_views, ownership_views
from events.candidatures import space_views as views

app_name = "candidatures"

urlpatterns = [
    path("", views.space, name="space"),
    path("lien-envoye/", views.link_sent, name="link_sent"),
    path("entrer/<slug:token>/", views.enter, name="enter"),
    path("sortir/", views.leave, name="leave"),
    path("candidatures/<int:pk>/", views.candidature, name="candidature"),
    path("candidatures/<int:pk>/complement/", followup_views.complement, name="complement"),
    path("candidatures/<int:pk>/messages/", followup_views.messages, name="messages"),
    path("candidatures/<int:pk>/subvention/", followup_views.grant, name="grant"),
    path("candidatures/<int:pk>/subvention/convention.pdf", followup_views.convention, name="convention"),
    path("candidatures/<int:pk>/bilans/<slug:kind>/", followup_views.report, name="report"),
    path("avis/<slug:token>/", opinion_views.opinion, name="opinion"),
    path("candidatures/<int:pk>/partage/", ownership_views.share, name="share"),
    path("candidatures/<int:pk>/retirer/", ownership_views.withdraw, name="withdraw"),
    path("candidatures/<int:pk>/recommencer/", ownership_views.again, name="again"),
    path("candidatures/<int:pk>/dossier.pdf", ownership_views.pdf, name="pdf"),
    path("mes-donnees/", ownership_views.my_data, name="my_data"),
    path("mes-donnees/mes-donnees.json", ownership_views.my_data_file, name="my_data_file"),
    path("sortir-partout/", ownership_views.leave_everywhere, name="leave_everywhere"),
    path("pieces/<uuid:pk>/", views.attachment, name="attachment"),
]
