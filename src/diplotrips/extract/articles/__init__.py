"""Articles from files: plain text, pages of HTML, WARC archives; what comes out is the text that the parser reads, and what is known of it.

Nothing is fetched. What the text says is the affair of `diplotrips.extract.parsing`.
"""
