"""HTML to be copied elsewhere: a card for a partner's site, a signature for e-mails. Neither has a script."""

from html import escape

from events.kits import alts
from events.kits.data import KitData
from events.kits.specs import Output
from nec_cms.motif import as_svg

FONT = "font-family:'Bricolage Grotesque',Inter,system-ui,-apple-system,'Segoe UI',sans-serif"
SIGNATURE = "signature-mail-600x150.png"


def card(data: KitData, output: Output) -> str:
    """The event as a card of at most 480 pixels, with its motif; one link, to the event's page."""
    palette = data.colours
    tones = (palette.dark, palette.accent, palette.paper)
    motif = as_svg(data.seed, 6, 2, colours=tones).replace(
        "<svg ", '<svg style="display:block;width:100%;height:auto" ', 1
    )
    state = (
        f'<p style="margin:0 0 12px;padding:4px 10px;display:inline-block;background:#FFFFFF;color:{palette.dark};'
        f'font-weight:700">[ {escape(data.banner)} ]</p>\n    '
        if data.banner
        else ""
    )
    when = ", ".join(part for part in (data.dates, data.hours) if part)
    where = f'\n    <p style="margin:4px 0 0">{escape(data.where)}</p>' if data.where else ""
    return f"""\
<article lang="fr" style="max-width:480px;background:{palette.dark};color:#FFFFFF;{FONT};line-height:1.4">
  {motif}
  <div style="padding:24px">
    {state}<h2 style="margin:0;font-size:28px;line-height:1.1;overflow-wrap:anywhere">\
<a href="{escape(data.url)}" style="color:#FFFFFF">NEC [{escape(data.name)}]</a></h2>
    <p style="margin:16px 0 0;font-size:18px;font-weight:700;color:{palette.accent}">{escape(when)}</p>{where}
  </div>
</article>
"""


def signature(data: KitData, output: Output) -> str:
    """The e-mail banner with its link: open the file beside the picture, select all, copy, paste in the signature."""
    style = "display:block;border:0;max-width:100%;height:auto"
    title, alt, url = escape(f"NEC [{data.name}]"), escape(alts.picture(data)), escape(data.url)
    return f"""\
<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Signature de courriel, {title}</title></head>
<body>
<a href="{url}"><img src="{SIGNATURE}" width="600" height="150" alt="{alt}" style="{style}"></a>
</body>
</html>
"""
