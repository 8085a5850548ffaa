"""A document with every construct that the kit's templates use, as long as a guide."""

from __future__ import annotations

STYLESHEET = """
@page {
  size: letter; margin: 22mm 20mm 24mm 24mm;
  @top-left { content: element(head) }
  @bottom-left { content: string(section); font: 8.5pt "Kit Sans" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt "Kit Sans" }
}
@page cover { @top-left { content: none } @bottom-right { content: none } }
html { font: 10.5pt/1.4 "Kit Serif" }
.cover { page: cover; break-after: page }
.head { position: running(head); font: 600 8.5pt "Kit Sans"; border-bottom: .5pt solid }
h1, h2, h3, th { font-family: "Kit Sans"; font-weight: 700; break-after: avoid }
h2 { string-set: section content() }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 4mm 0 }
td, th { border: .5pt solid; padding: 1.5mm; text-align: left; vertical-align: top }
.say { border-left: 2pt solid; padding-left: 3mm; break-inside: avoid }
.say > span { position: absolute; left: -14mm; font: 700 8pt "Kit Sans" }
.say { position: relative }
.contents li { position: relative }
.contents a::after { content: target-counter(attr(href), page); position: absolute; right: 0 }
.float { float: right; width: 40mm; margin-left: 4mm }
figcaption, caption { font: italic 9pt "Kit Serif" }
.note { float: footnote; font-size: 8.5pt }
.tight { break-before: page }
"""

FIGURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"
 role="img"><title>Timeline: opening 10 minutes, practice 40, closing 10.</title>
<rect x="1" y="10" width="30" height="30" fill="none" stroke="black"/>
<rect x="31" y="10" width="130" height="30" fill="#ddd" stroke="black"/>
<text x="40" y="30" font-family="Kit Sans" font-size="10">Practice</text></svg>"""

PROSE = (
    "A mentee who steers the relationship comes with an agenda, sends it two days ahead, and "
    "closes each meeting by saying back what was agreed. Writing the <em>next step</em> down in "
    "front of the mentor takes <strong>forty seconds</strong> and saves weeks. "
    '<a href="https://doi.org/10.1001/example">Straus and others</a> asked mentors what '
    "helped; most named preparation before all else. "
)

LATIN = "Zoë Brönte, Łukasz Žižka, Nguyễn Thị Hoa, Åse Øberg, Ðorđe, Şule Ğ, “quotes” – — …"


def document(activities: int = 10, *, extra: str = "") -> str:
    """The sample as HTML; `activities` decides its length."""
    contents = "".join(
        f'<li><a href="#a{n}">Activity {n}: draft and defend a goal</a></li>'
        for n in range(activities)
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Managing up</title>'
        '<meta name="author" content="Workshop Kit"><meta name="keywords" content="mentoring">'
        '<meta name="description" content="A guide"></head><body>'
        '<div class="head">Managing up · Instructor guide</div>'
        f'<section class="cover"><h1>Managing up</h1><p>{LATIN}</p>{FIGURE}</section>'
        f'<h2 id="contents">Contents</h2><ol class="contents">{contents}</ol>'
        + "".join(_activity(n) for n in range(activities))
        + f"<h2>Afterwards</h2><p>{PROSE * 5}</p>"
        + extra
        + "</body></html>"
    )


def _activity(number: int) -> str:
    rows = "".join(
        f'<tr><th scope="row">Statement {row}</th><td></td><td>{PROSE if row % 4 == 0 else ""}</td>'
        "<td></td></tr>"
        for row in range(1 + 4 * (number % 3))
    )
    return (
        f'<section><h2 id="a{number}">Activity {number}</h2>'
        f"<figure>{FIGURE}<figcaption>How the hour goes</figcaption></figure>"
        f'<p>{PROSE * 2}<span class="note">See the <em>notes</em> on power.</span></p>'
        f'<div class="say"><span>SAY</span><p>{PROSE}</p></div><h3>Steps</h3>'
        f"<ol><li>Write alone<ul><li>one goal</li><li>one date</li></ul></li><li>{PROSE}</li></ol>"
        f'<div class="float"><p>To one side.</p></div><dl><dt>Sponsor</dt><dd>{PROSE}</dd></dl>'
        "<table><caption>Rate each statement</caption><thead><tr><th>Statement</th><th>Now</th>"
        f"<th>Before</th><th>Gap</th></tr></thead><tbody>{rows}</tbody></table>"
        f"<blockquote><p>{PROSE}</p></blockquote><p>{PROSE * 3}</p></section>"
    )
