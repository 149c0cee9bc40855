"""Taking documents from one version of the record format to the next, and leaving everything else in them as somebody wrote it.

`steps` and `moving` have what can happen to a document, each said twice: what becomes of its values and what becomes of its text.
`documents` does both and holds the one against the other; `folders` does it with all files of a dataset or with none. `migrations` lists
the versions. Where a step acts is told in `matching`; `sheets` is a text taken apart (`json_sheets` one of JSON), `pieces` and `edits` are
what is changed in it.
"""
