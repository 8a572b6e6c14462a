"""Pages to read: Markdown text to records, and searching them."""
