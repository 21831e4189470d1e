"""Addresses of the porteur's space, under /espace-porteur/."""

from django.urls import path

from events.candidatures import space_views as views

app_name = "candidatures"

urlpatterns = [
    path("", views.space, name="space"),
    path("lien-envoye/", views.link_sent, name="link_sent"),
    path("entrer/<slug:token>/", views.enter, name="enter"),
    path("sortir/", views.leave, name="leave"),
    path("candidatures/<int:pk>/", views.candidature, name="candidature"),
    path("pieces/<uuid:pk>/", views.attachment, name="attachment"),
]
