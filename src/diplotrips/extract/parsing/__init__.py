"""From an English article to what it says of officials' trips: stages as small modules, with typed values between them.

`article` → `segmenting` (passages) → `places`, `people`, `times` (mentions) → `quotes`, `trips`, `agreements` (found) → `drafting`.
The values are in `article`, `passages`, `mentions` and `found`; `pipeline` joins the stages; `lexicons` has the words as data. All spans
are code points of the text as read. Nothing here reads records or registers: what the parser finds, it found in the article.
"""
