"""The revue's front page, under the home page of the default site."""

import pytest
from wagtail.models import Page

from revue.models import IssuePage, RevueIndexPage
from tests.factories.revue import IssuePageFactory, RevueIndexPageFactory


@pytest.fixture
def index(home: Page) -> RevueIndexPage:
    return RevueIndexPageFactory(parent=home, introduction="Une enquête.")


@pytest.fixture
def issue(index: RevueIndexPage) -> IssuePage:
    return IssuePageFactory(parent=index, number=3, title="Illettrisme", season="été 2024")
