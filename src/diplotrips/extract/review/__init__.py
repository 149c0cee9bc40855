"""From a draft to authored records: what a person looks at, what was decided, and what is written of it.

`items` takes a draft apart into single values, `progress` keeps what was decided, `reviewing` is a review while it goes on; `acceptance`
puts together what was accepted, `documents` makes records of it, `inserting` and `writing` put these into files. Nobody is asked anything
here.
"""
