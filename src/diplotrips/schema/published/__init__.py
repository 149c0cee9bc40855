"""What is generated from the models and code lists for others to read: JSON Schemas, the data dictionary and the codebook.

`schemas` writes documents and rows as JSON Schema, with the repeated parts moved to `definitions`; `dictionary` describes the released
tables, `codebook` the records; `folder` puts all of it into files. The examples lie in `examples/` as records of an invented dataset, the
hand-written part of the codebook in `records.md`. Nothing here says what a record is: the models in `diplotrips.schema` do.
"""
