from django.urls import path

from nec_modele import views

app_name = "nec_modele"
urlpatterns = [path("", views.listing, name="listing")]
