"""Fetching a release: whole, once, the one that was asked for, from a server or a folder, to the cache or a folder of one's own."""

from __future__ import annotations

import hashlib
import shutil
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from tests.exports.reading.serving import LIMITS, Server, publish, serving

import diplotrips
from diplotrips.errors import FetchError, UnknownNameError, UnusableRequestError, UnwritablePathError
from diplotrips.exports.reading.acquiring import is_whole
from diplotrips.exports.reading.fetching import Fetching, fetched
from diplotrips.exports.reading.http import Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.exports.reading.serving import Handler


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release_is_fetched_whole(server: Server, home: Path, cache: Path) -> None:
    """Every file is in the cache as the registry has it, SHA256SUMS among them, and nothing else is."""
    folder = diplotrips.fetch("1.0.0", server.address)

    assert folder == cache / "made-up/1.0.0"
    assert files(folder) == files(home / "1.0.0")
    assert [path.name for path in folder.parent.iterdir()] == ["1.0.0"]


def test_without_a_version_it_is_the_newest(server: Server) -> None:
    """The registry tells which that is, each time anew."""
    assert diplotrips.fetch(registry=server.address).name == "1.1.0"
    publish(server.home, "1.10.0")

    assert diplotrips.fetch(registry=f"{server.address}/").name == "1.10.0"


def test_what_is_there_is_not_fetched_again(server: Server, home: Path) -> None:
    """With the version named, the second time no server is needed at all."""
    asked = fetched("1.0.0", Fetching(registry=server.address)), len(server.asked)
    shutil.rmtree(home)

    again = fetched("1.0.0", Fetching(registry=server.address))

    assert (asked[0].was_there, again.was_there, again.folder) == (False, True, asked[0].folder)
    assert len(server.asked) == asked[1] == 5


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "stops.parquet").write_bytes(b"PAR1"),
        lambda folder: (folder / "stops.json").write_bytes(b"[ ]"),
        lambda folder: (folder / "stops.json").unlink(),
        lambda folder: (folder / "SHA256SUMS").unlink(),
        lambda folder: (folder / "SHA256SUMS").write_bytes(b""),
        lambda folder: (folder / "notes.txt").touch(),
    ],
)
def test_what_is_damaged_in_the_cache_is_fetched_again(server: Server, home: Path, damage: Callable[[Path], object]) -> None:
    """A file that is changed, gone or too many is mended by the whole release."""
    folder = diplotrips.fetch("1.0.0", server.address)
    damage(folder)

    again = fetched("1.0.0", Fetching(registry=server.address))

    assert not again.was_there
    assert files(folder) == files(home / "1.0.0")


def test_a_damaged_manifest_in_the_cache_is_fetched_again(server: Server, home: Path) -> None:
    """It is not taken for that of another release."""
    folder = diplotrips.fetch("1.0.0", server.address)
    (folder / "manifest.json").write_text("{}")

    assert files(diplotrips.fetch("1.0.0", server.address)) == files(home / "1.0.0")


def test_a_version_that_was_changed_at_the_registry_is_refused(server: Server, home: Path, cache: Path) -> None:
    """A release never changes: what is in the cache stays, and the message says how to be rid of it."""
    before = files(diplotrips.fetch("1.0.0", server.address))
    shutil.rmtree(home)
    publish(home, "0.9.0", "1.0.0")
    server.tricks.clear()

    with pytest.raises(FetchError) as refused:
        fetched(None, Fetching(registry=server.address))

    reason = f"it is not the release that is in {cache}/made-up/1.0.0, and a release never changes, so one of the two is wrong"
    hint = "diplotrips fetch --clear 1.0.0 removes that in the cache"
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0: {reason}; {hint}"
    assert files(cache / "made-up/1.0.0") == before


def test_a_version_that_the_registry_lacks(server: Server) -> None:
    """The message says which it has."""
    with pytest.raises(UnknownNameError) as unknown:
        diplotrips.fetch("9.9.9", server.address)

    assert str(unknown.value) == f"no version of made-up at {server.address} is called 9.9.9; there are 1.0.0 and 1.1.0"


def test_a_registry_without_versions(tmp_path: Path) -> None:
    """It has no newest one."""
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports/catalog.json").write_text('{"dataset": "made-up", "versions": []}')

    with pytest.raises(UnknownNameError, match=r"^no version of made-up at .* is called the newest; there is none$"):
        diplotrips.fetch(registry=tmp_path / "exports")


def test_a_hash_pins_a_release(server: Server, home: Path, cache: Path) -> None:
    """With the hash of its manifest, in whatever case, it is fetched; with another one it is not, and neither is what is no hash."""
    right, wrong = hashlib.sha256((home / "1.0.0/manifest.json").read_bytes()).hexdigest(), "0" * 64

    with pytest.raises(FetchError) as refused:
        diplotrips.fetch("1.0.0", server.address, sha256=wrong)
    with pytest.raises(UnusableRequestError, match=r"^a SHA-256 has 64 digits of 0-9 and a-f, unlike 12ab$"):
        diplotrips.fetch("1.0.0", server.address, sha256="12ab")

    reason = f"its manifest has the SHA-256 {right}, and the request names {wrong}"
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0: {reason}"
    assert not (cache / "made-up").exists()
    assert diplotrips.fetch("1.0.0", server.address, sha256=right.upper()).is_dir()


def test_a_folder_is_a_registry(home: Path, cache: Path) -> None:
    """From a folder a release is copied to the cache, held to the same hashes."""
    assert files(diplotrips.fetch("1.0.0", home)) == files(home / "1.0.0")
    size = (home / "1.1.0/stops.parquet").stat().st_size
    (home / "1.1.0/stops.parquet").write_bytes(b"PAR1")

    with pytest.raises(FetchError) as refused:
        diplotrips.fetch("1.1.0", home)

    reason = f"it has 4 bytes instead of {size:,}"
    assert str(refused.value) == f"cannot fetch 1.1.0 from {home}/1.1.0/stops.parquet: {reason}"
    assert [path.name for path in (cache / "made-up").iterdir()] == ["1.0.0"]


def test_a_folder_that_is_no_registry(home: Path) -> None:
    """It has no catalog; where it is a release itself, that is said."""
    with pytest.raises(FetchError) as missing:
        diplotrips.fetch("1.1.0", home / "absent")
    with pytest.raises(FetchError) as inside:
        diplotrips.fetch("1.1.0", home / "1.1.0")

    assert str(missing.value) == f"cannot fetch 1.1.0 from {home}/absent/catalog.json: no such file or directory"
    reason = "it is a release itself; a registry is the folder that holds the releases"
    assert str(inside.value) == f"cannot fetch 1.1.0 from {home}/1.1.0: {reason}"


def test_the_environment_names_the_registry(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one in the request."""
    monkeypatch.setenv("DIPLOTRIPS_REGISTRY", server.address)

    assert diplotrips.fetch().name == "1.1.0"


def test_without_a_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is bundled is found by its version; what is not, and the newest, are not known."""
    monkeypatch.setenv("DIPLOTRIPS_REGISTRY", "")
    assert diplotrips.fetch("0.1.0").name == "0.1.0"

    told = "no registry is named, neither in the request nor by DIPLOTRIPS_REGISTRY"
    with pytest.raises(UnusableRequestError, match=rf"^{told}, and 99\.0\.0 is neither bundled nor in the cache; here (is|are) 0\.1\.0"):
        diplotrips.fetch("99.0.0")
    with pytest.raises(UnusableRequestError, match=rf"^{told}, so nothing tells which version is the newest; here (is|are) 0\.1\.0"):
        diplotrips.fetch()
    with pytest.raises(FetchError, match=r"0\.1\.0: its manifest has the SHA-256 [0-9a-f]{64}, and the request names 0{64}$"):
        diplotrips.fetch("0.1.0", sha256="0" * 64)


@pytest.mark.parametrize("registry", ["ftp://example.org/x", "http://", "https://[/", "http://example.org:99999"])
def test_what_is_no_address_of_a_registry(registry: str) -> None:
    """Other schemes and broken addresses are wrong usage."""
    with pytest.raises(UnusableRequestError) as refused:
        diplotrips.fetch("1.0.0", registry)

    assert str(refused.value) == f"a registry is a folder or an address of http or https, unlike {registry}"


def test_an_address_has_no_question(server: Server) -> None:
    """Versions could not be put behind it, and its password is not shown."""
    with pytest.raises(UnusableRequestError) as refused:
        diplotrips.fetch("1.0.0", "https://me:secret@example.org/exports?token=1")

    assert str(refused.value) == "the address of a registry has no ? and no #, unlike https://example.org/exports?token=1"
    assert server.asked == []


def test_a_password_is_sent_and_not_shown(server: Server) -> None:
    """That of the address goes to the server; no message has it."""
    heard: list[str | None] = []

    def refuse(handler: Handler) -> None:
        heard.append(handler.headers["Authorization"])
        handler.head(403, Content_Length=0)

    server.tricks["1.0.0/manifest.json"] = refuse
    registry = server.address.replace("http://", "http://me:secret@")

    with pytest.raises(FetchError) as refused:
        diplotrips.fetch("1.0.0", registry)

    assert heard == ["Basic bWU6c2VjcmV0"]
    assert str(refused.value) == f"cannot fetch 1.0.0 from {server.address}/1.0.0/manifest.json: the server answers 403 Forbidden"


def test_nobody_answers(tmp_path: Path) -> None:
    """A server that is not there is told after as many attempts as there may be, and a host that nobody knows after one."""
    with serving(tmp_path) as server:
        address = server.address

    with pytest.raises(FetchError) as refused:
        fetched("1.0.0", Fetching(registry=address, limits=LIMITS))
    with pytest.raises(FetchError) as unknown:
        fetched("1.0.0", Fetching(registry="http://nowhere.invalid", limits=LIMITS))

    assert str(refused.value) == f"cannot fetch 1.0.0 from {address}/catalog.json: no connection (connection refused), 3 times"
    assert str(unknown.value) == "cannot fetch 1.0.0 from http://nowhere.invalid/catalog.json: there is no such host"


def test_a_server_that_is_being_restarted(home: Path) -> None:
    """It refuses connections for a moment; then everything comes."""
    with serving(home) as server:
        port = server.server_port
    started: list[Server] = []

    def start() -> None:
        started.append(Server(home, port))
        started[0].serve_forever(poll_interval=0.02)

    back = Timer(0.2, start)
    back.start()

    found = fetched("1.0.0", Fetching(registry=server.address, limits=Limits(attempts=8, pause_s=0.1)))
    started[0].shutdown()
    back.join()
    started[0].server_close()

    assert is_whole(found.folder, found.manifest_sha256)


def test_into_a_folder_of_ones_own(server: Server, home: Path, tmp_path: Path, cache: Path) -> None:
    """The files lie flat in it, the cache stays empty of releases; a second time it is there; what is in the cache is not asked for."""
    into = tmp_path / "data/trips"

    first = fetched("1.0.0", Fetching(registry=server.address, into=into, limits=LIMITS))
    again = fetched("1.0.0", Fetching(registry=server.address, into=into, limits=LIMITS))

    assert files(into) == files(home / "1.0.0")
    assert (first.was_there, again.was_there, [path.name for path in into.parent.iterdir()]) == (False, True, ["trips"])
    assert not (cache / "made-up").exists()
    diplotrips.fetch("1.0.0", server.address)
    asked = len(server.asked)
    fetched("1.0.0", Fetching(registry=server.address, into=tmp_path / "copy"))
    assert (files(tmp_path / "copy"), len(server.asked)) == (files(home / "1.0.0"), asked)


def test_nothing_of_somebody_is_replaced(server: Server, tmp_path: Path) -> None:
    """A folder with other files, a file and a link are left alone; an empty folder may be filled."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()

    for name in ("mine", "file", "link"):
        with pytest.raises(UnwritablePathError) as refused:
            fetched("1.0.0", Fetching(registry=server.address, into=tmp_path / name))
        assert str(refused.value) == f"cannot write {tmp_path / name}: something else than 1.0.0 is there already"
    fetched("1.0.0", Fetching(registry=server.address, into=tmp_path / "empty"))

    assert files(tmp_path / "mine") == {"notes.txt": b"mine"}
    assert (tmp_path / "empty/manifest.json").is_file()


def test_how_far_it_is(server: Server, home: Path) -> None:
    """Bytes are told from none to all, and never more than there are."""
    told: list[tuple[int, int]] = []

    fetched("1.0.0", Fetching(registry=server.address, progress=lambda done, total: told.append((done, total))))

    total = sum(path.stat().st_size for path in (home / "1.0.0").iterdir() if path.name not in {"manifest.json", "SHA256SUMS"})
    assert (told[0], told[-1]) == ((0, total), (total, total))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
