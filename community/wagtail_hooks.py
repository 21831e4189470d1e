"""The community's contributions to the site and to the admin."""

from datetime import timedelta
from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from community.dataset import Territories
from community.feeds.admin import WatchGroup
from community.feeds.reading import refresh_due
from community.finding import FoundResources, FoundTerritories
from community.resources import TerritoryResources
from community.viewsets import CommunityViewSetGroup
from nec_cms.hooks import Dataset, RelatedContent, SearchSource, Sweep

register_snippet(CommunityViewSetGroup)
modeladmin_register(WatchGroup)


@hooks.register("register_related_content")
def resources_of_a_territory() -> RelatedContent:
    return TerritoryResources()


@hooks.register("register_sweep")
def read_feeds() -> Sweep:
    return Sweep("feeds", timedelta(minutes=15), refresh_due)


@hooks.register("register_log_actions")
def name_moderation(actions: Any) -> None:
    actions.register_action("community.approve", "Publier une ressource", "Ressource publiée")
    actions.register_action("community.reject", "Écarter une ressource", "Ressource écartée")
    actions.register_action("community.reopen", "Remettre une ressource à relire", "Ressource remise à relire")


@hooks.register("register_dataset")
def territories() -> Dataset:
    return Territories()


@hooks.register("register_search_source")
def found_territories() -> SearchSource:
    return FoundTerritories()


@hooks.register("register_search_source")
def found_resources() -> SearchSource:
    return FoundResources()
