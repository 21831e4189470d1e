"""What the revue brings to the body of any page."""

from typing import Any

from wagtail import blocks


class LatestIssueBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre", default="La revue", max_length=80)

    class Meta:
        icon = "openquote"
        label = "Dernier numéro de la revue"
        description = "La couverture du dernier numéro paru et son sommaire, toujours à jour."
        template = "revue/blocks/latest_issue.html"
        preview_value = {"title": "La revue"}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The latest public issue, its articles and the revue's address; nothing where no issue has come out yet."""
        from revue.models import IssuePage

        issue = IssuePage.objects.published().latest_first().first()
        articles = list(issue.articles().defer_streamfields()) if issue else []
        extra = {"issue": issue, "articles": articles, "revue_url": issue.get_parent().url if issue else ""}
        return super().get_context(value, parent_context) | extra
