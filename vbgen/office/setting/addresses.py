"""Where the office's register, archive and lock are: `vbgen.toml` says it, and the environment may say the same.

What belongs to the office stands in its settings, so that ten machines mean one register. The environment stays for
secrets and for who has no settings; where both name different places nothing is opened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import Place, Problem, UsageError
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.office.setting.accounts import account_name
from vbgen.office.setting.workspace import REGISTER, SETTINGS, Workspace, output_of
from vbgen.register.database.engine import parsed_url
from vbgen.secrecy import shown

DATABASE, ARCHIVE = "VBGEN_DATABASE", "VBGEN_ARCHIVE"
PASSWORD = "VBGEN_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable
OPTIONS = "VBGEN_ARCHIVE_OPTIONS"
_LOCK = {"lock_days": "VBGEN_ARCHIVE_LOCK_DAYS", "lock_mode": "VBGEN_ARCHIVE_LOCK_MODE"}
_PERSONAL = frozenset(
    {"user", "password", "passfile", "sslmode", "sslcert", "sslkey", "sslrootcert"}
)
_LARGEST_SECRET = 65536  # bytes
_POSTGRESQL_PORT = 5432


@dataclass(frozen=True, slots=True)
class Addresses:
    """The places, and what the archive's store has to be told."""

    database: str  # SQLAlchemy URL, with its password where we have one
    archive: str  # a folder, or an fsspec URL
    environ: Mapping[str, str]  # as given, with the settings' lock and options in it
    database_from: str = ""  # the settings' key or the variable that says it; "" for the default
    archive_from: str = ""


def addresses_of(workspace: Workspace, environ: Mapping[str, str]) -> Addresses:
    """The office's places; UsageError, with both named, where settings and environment mean different ones."""
    register, archive = (workspace.settings.get(name, {}) for name in ("register", "archive"))
    office = _Office(workspace, register.get("database", ""), archive.get("place", ""))
    problems = tuple(_differing(office, archive, environ))
    if problems:
        message = _(
            "Thiết lập của cơ quan và biến môi trường của máy này chỉ hai nơi khác nhau; chưa mở nơi nào."
        )
        raise UsageError(" ".join((message, *(each.message for each in problems))), problems)
    return Addresses(
        database=_with_password(environ.get(DATABASE) or office.database, register, environ),
        archive=environ.get(ARCHIVE) or office.archive,
        environ={**environ, **_told_to_store(archive, environ)},
        database_from=_source(environ, DATABASE, register, "register.database", "database"),
        archive_from=_source(environ, ARCHIVE, archive, "archive.place", "place"),
    )


@dataclass(frozen=True, slots=True)
class _Office:
    """What the settings name, made whole: a path lies in the workspace."""

    workspace: Workspace
    named_database: str
    named_archive: str

    @property
    def database(self) -> str:
        """The register's URL."""
        if not self.named_database:
            return f"sqlite:///{output_of(self.workspace) / REGISTER}"
        if "://" not in self.named_database:
            return f"sqlite:///{self._inside(self.named_database)}"
        url = parsed_url(self.named_database)
        if url.get_backend_name() != "sqlite":
            return self.named_database
        return f"sqlite:///{self._inside(str(url.database))}"

    @property
    def archive(self) -> str:
        """The archive's folder or URL."""
        named = self.named_archive or str(output_of(self.workspace) / "archive")
        return named if "://" in named else str(self._inside(named))

    def _inside(self, name: str) -> Path:
        return (self.workspace.root or Path.cwd()) / name


def _differing(
    office: _Office, archive: Mapping[str, object], environ: Mapping[str, str]
) -> Iterator[Problem]:
    given, named = environ.get(DATABASE), office.named_database
    if given and named and same_database(given) != same_database(office.database):
        yield _two(DATABASE, given, "register.database", named)
    given, named = environ.get(ARCHIVE), office.named_archive
    if given and named and same_archive(given) != same_archive(office.archive):
        yield _two(ARCHIVE, given, "archive.place", named)
    yield from _differing_locks(archive, environ)


def _differing_locks(
    archive: Mapping[str, object], environ: Mapping[str, str]
) -> Iterator[Problem]:
    for key, variable in _LOCK.items():
        given, named = environ.get(variable), archive.get(key)
        if given is not None and named is not None and given != str(named):
            yield _two(variable, given, f"archive.{key}", str(named))


def same_database(url: str) -> tuple[object, ...]:
    """What two addresses of one register have alike, whoever logs in and however the way there is guarded."""
    parsed = parsed_url(url)
    if parsed.get_backend_name() == "sqlite":
        return ("sqlite", str(Path(str(parsed.database)).resolve()))
    asked = {key: value for key, value in parsed.query.items() if key not in _PERSONAL}
    host = asked.pop("host", parsed.host) or "localhost"
    port = asked.pop("port", parsed.port) or _POSTGRESQL_PORT
    name = asked.pop("dbname", parsed.database)
    return ("postgresql", str(host).lower(), int(str(port)), name, tuple(sorted(asked.items())))


def same_archive(place: str) -> str:
    """What two addresses of one archive have alike."""
    scheme, mark, rest = place.partition("://")
    if not mark or scheme in {"file", "local"}:
        return str(Path(rest or place).resolve())
    return f"{'s3' if scheme == 's3a' else scheme}://{rest.rstrip('/')}"


def _two(variable: str, given: str, key: str, named: str) -> Problem:
    message = _(
        "{variable} là “{given}”, {settings} ({key}) ghi “{named}”.",
        variable=variable,
        given=shown(given),
        settings=SETTINGS,
        key=key,
        named=shown(named),
    )
    hint = _("Hãy bỏ biến {variable} trên máy này, hoặc sửa {key}.", variable=variable, key=key)
    return Problem("two-places", message, Place(file=SETTINGS, path=key), hint=hint)


def _source(
    environ: Mapping[str, str], variable: str, table: Mapping[str, object], shown: str, key: str
) -> str:
    if environ.get(variable):
        return variable
    return f"{SETTINGS}: {shown}" if table.get(key) else ""


def _with_password(url: str, register: Mapping[str, str], environ: Mapping[str, str]) -> str:
    parsed = parsed_url(url)
    if parsed.get_backend_name() == "sqlite" or parsed.password or "password" in parsed.query:
        return url
    word = environ.get(PASSWORD) or _secret(register.get("password_file", ""))
    if not word:
        return url
    user = (
        parsed.username or environ.get("PGUSER") or account_name()
    )  # a password is written after a name only
    return parsed.set(username=user, password=word).render_as_string(hide_password=False)


def _secret(file: str) -> str:
    return read_bytes(Path(file), most=_LARGEST_SECRET).decode("utf-8-sig").strip() if file else ""


def _told_to_store(archive: Mapping[str, object], environ: Mapping[str, str]) -> dict[str, str]:
    told = {variable: str(archive[key]) for key, variable in _LOCK.items() if key in archive}
    if OPTIONS not in environ and (options := _secret(str(archive.get("options_file", "")))):
        told[OPTIONS] = options
    return told
