"""Placeholder until the look's tags land."""

from django import template

register = template.Library()
