"""What the user says of an article, held to what can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.articles.decoding import is_encoding
from diplotrips.schema.dates.edtf import EdtfDate, EdtfError


@dataclass(frozen=True, slots=True)
class Known:
    """What the user says of an article."""

    source: str = ""
    """Id of its source."""
    published: EdtfDate | None = None
    """Day of publication, or a window in which it lies."""
    publisher: str = ""
    encoding: str = ""
    """Encoding of a text that declares none."""

    @classmethod
    def given(cls, source: str, published: str, publisher: str, encoding: str, today: date | None = None) -> Known:
        """Return what was typed.

        Args:
            source: Id of the source.
            published: Day of publication in EDTF.
            publisher: Name of the outlet.
            encoding: Encoding of a text.
            today: Day after which nothing was published yet; unless given the clock's, in UTC.

        Raises:
            UnusableRequestError: the day of publication is none or is still to come, or the encoding is none.
        """
        if encoding and not is_encoding(encoding):
            raise UnusableRequestError(f"--encoding takes the name of an encoding such as windows-1251, not {encoding}")
        return cls(source, _day(published, today or datetime.now(UTC).date()) if published else None, publisher, encoding)


def _day(published: str, today: date) -> EdtfDate:
    """Return a day of publication."""
    try:
        day = EdtfDate.parse(published)
    except EdtfError as error:
        raise UnusableRequestError(f"--published takes a day such as 2024-05-20, or an interval: {error}") from error
    if day.is_reversed:
        raise UnusableRequestError(f"--published takes a day or an interval, and {published} ends before it starts")
    if day.earliest and day.earliest > today + timedelta(days=1):  # in the east of the world it is tomorrow already
        raise UnusableRequestError(f"--published takes a day on which the article is out, and {published} is after today, {today}")
    return day
