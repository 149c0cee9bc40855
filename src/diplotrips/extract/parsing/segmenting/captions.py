"""Which blocks are captions: by their label, by the credit at their end, or as a line without a verb above the article."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:photo|image|picture|pic|caption|file photo|photo caption|representational image)(?: credits?| by| courtesy)?\s*[:/|]",
    re.IGNORECASE,
)

_CREDIT = re.compile(
    r"[(\[|][^()\[\]|]{0,40}\b(?:photos?|picture|pic|image|file|credit|courtesy|getty|shutterstock|handout|screengrab|via)\b[^()\[\]|]{0,40}[)\]]?\.?$"
    r"|\b(?:file|archive|stock) (?:photo|picture|image)s?\.?$|\bphoto: ?@?[\w/ .-]{1,40}$|(?:©|\(c\)) ?[\w/ .,-]{2,50}$",
    re.IGNORECASE,
)

_BRACKETED = re.compile(r"\([^()]{3,160}\|[^()]{2,60}\)\.?")

_SIDES = re.compile(r"\((?:L|R|C|left|right|centre|center|2nd [LR])\)")

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.?(?: ?\([^()]{0,80}\))?$")

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|told|met|meets?|went|goes|came|comes|left|leaves?|flew|flies"
    r"|began|begins?|held|holds?|took|takes?|made|makes?|gave|gives?|wrote|writes?|spoke|speaks?|plans?|urges?|calls?|called|arrived?|arrives?|visits?|visited"
    r"|travel(?:s|led|ed)?|landed|lands?|signed|signs?|started|starts?|ended|ends?|announced|announces|expected|received|receives?|welcomed|welcomes|agreed|agrees)\b",
    re.IGNORECASE,
)

_LONGEST = 400
"""Characters of the longest caption."""


def is_caption(text: str, *, before_title: bool) -> bool:
    """Tell whether a block is a caption; *before_title*: whether it stands above the article, with its title or dateline still to come."""
    if len(text) > _LONGEST:
        return False
    if _LABEL.match(text) or _BRACKETED.fullmatch(text) or _CREDIT.search(text):
        return True
    if has_verb(text):
        return False
    return bool(_SIDES.search(text)) or (before_title and bool(_DAY.search(text) or text[:1].islower() or text.endswith(".")))


def has_verb(text: str) -> bool:
    """Tell whether a line has one of the usual finite verbs of reports."""
    return bool(_VERB.search(text))
