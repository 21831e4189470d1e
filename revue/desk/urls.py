"""Addresses of the desk, under `/admin/revue/numero/`."""

from django.urls import path

from revue.desk import views

urlpatterns = [
    path("<int:pk>/", views.desk, name="revue_desk"),
    path("<int:pk>/publier/", views.publish, name="revue_publish"),
    path("<int:pk>/programmer/", views.schedule, name="revue_schedule"),
    path("<int:pk>/deprogrammer/", views.cancel, name="revue_cancel"),
    path("<int:pk>/retirer/", views.withdraw, name="revue_withdraw"),
    path("<int:pk>/apercu/", views.preview, name="revue_preview"),
    path("<int:pk>/apercu/<int:article_pk>/", views.preview, name="revue_preview_article"),
]
