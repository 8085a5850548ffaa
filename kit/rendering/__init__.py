"""View ▶ HTML: templates, Markdown, words and figures."""
