"""One file of YAML, JSON or JSON Lines as plain values with the place of each; what the values mean is not asked here.

`files` and `lines` open files (`text` tells what bytes are text), `yaml` and `json` read them with `growing` and `scalars`, `parsed` is the
outcome; `yaml_problems` and `json_problems` say in users' words what is wrong.
"""
