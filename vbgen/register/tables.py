"""The register's tables; migrations make them, and a test holds that both agree."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

# The last number given in each series; year 0 for a series that runs on.
counters = Table(
    "counters",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("series", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

# Sổ đăng ký văn bản đi.
documents = Table(
    "documents",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("agency", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column(
        "suffix", Text, nullable=False, server_default=""
    ),  # of an inserted number: the a of 06a
    Column("symbol", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("campaign", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("phase", Integer),
    Column("paper", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("type_name", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("signer_name", Text, nullable=False),
    Column("signer_position", Text, nullable=False),
    Column("recipients", Text, nullable=False),  # one a line
    Column("copy_kept_by", Text, nullable=False),
    Column("copies", Integer),
    Column("moved_on", Date),  # ngày chuyển
    Column("note", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reserved_at", Text, nullable=False),
    Column("settled_at", Text),
    Column("delivered", Boolean, nullable=False),
    UniqueConstraint("agency", "series", "year", "number", "suffix", name="one_paper_a_number"),
    UniqueConstraint("agency", "year", "number", "suffix", "symbol", name="one_paper_a_code"),
    Index("documents_by_day", "day"),
    Index("documents_by_number", "number"),
    Index("documents_by_paper", "paper"),
)
Index(
    "one_open_paper",
    documents.c.paper,
    unique=True,
    sqlite_where=text("state IN ('reserved', 'rendered')"),
    postgresql_where=text("state IN ('reserved', 'rendered')"),
)

# Sổ vàng: one row a certificate.
golden_book = Table(
    "golden_book",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("agency", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("nominee", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("plain_name", Text, nullable=False),  # folded, for searching
    Column("unit", Text, nullable=False),
    Column("award", Text, nullable=False),
    Column("merit", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("ended_by", Text),  # the document that withdrew it
    UniqueConstraint("document", "number", name="one_certificate_a_place"),
    Index("golden_book_by_document", "document"),
)
_IN_SERIES = text("series <> 'quyet-dinh'")  # those numbered within their decision have no series
Index(
    "one_certificate_a_number",
    *(golden_book.c[name] for name in ("agency", "series", "year", "number")),
    unique=True,
    sqlite_where=_IN_SERIES,
    postgresql_where=_IN_SERIES,
)

# What belongs to a dossier, by its digest in the archive.
files = Table(
    "files",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),  # paper, single (one certificate), material
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Index("files_by_digest", "digest"),
)

# Signed files of papers, each with the file that was signed; the latest act of a file stands.
signed_files = Table(
    "signed_files",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("original", Text, nullable=False),  # name of the file that was issued
    Column("evidence", Text, nullable=False),  # name of what its check relied on
    Column("state", Text, nullable=False),  # what the check came to
    Column("act", Integer, nullable=False),
)

# Lines of the delivery book; the newest act of a line stands.
deliveries = Table(
    "deliveries",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("act", Integer, primary_key=True, autoincrement=False),
    Column("moved_on", Date, nullable=False),  # ngày chuyển
    Column("recipient", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("copies", Integer),
    Column("received_by", Text, nullable=False),  # ký nhận
    Column("note", Text, nullable=False),
    Column("is_struck", Boolean, nullable=False),
)

# Contents that wait for the archive: from reserving to settling.
pending = Table(
    "pending",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Receipts of a big run's chunks, as JSON: from reserving to settling.
receipts = Table(
    "receipts",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("chunk", Text, primary_key=True),  # the chunk's key
    Column("content", Text, nullable=False),
)

# Which later document changed an earlier one, and how.
links = Table(
    "links",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("changed_by", Text, ForeignKey("documents.id"), nullable=False),
    Column("relation", Text, nullable=False),
    Column(
        "certificates", Text, nullable=False
    ),  # golden-book numbers, separated by commas; empty for all
    Column("act", Integer, nullable=False),
    Index("links_by_document", "document"),
    Index("links_by_changer", "changed_by"),
)

# The journal of all acts, append-only, each tied to the one before it.
acts = Table(
    "acts",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("document", Text),
    Column("detail", Text, nullable=False),  # JSON
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column(
        "login", Text, nullable=False, server_default=""
    ),  # of the database or the machine; "" before 0006
    Index("acts_by_document", "document"),
)

# One row: the register's identity, and where the journal ends.
journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("register", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("mirrored", Integer, nullable=False),  # acts up to this one lie in the archive too
)

# Who may work at the desk in a browser; nobody need be there while it serves its own machine alone.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("full_name", Text, nullable=False),
    Column("roles", Text, nullable=False),  # separated by spaces
    Column("password", Text, nullable=False),  # its Argon2 hash; empty: no login by password
    Column("is_closed", Boolean, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)

# Open sessions, by the digest of their token; an account of "" is whoever sits at the desk's own machine.
sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("who", Text, nullable=False),  # for the journal
    Column("roles", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Index("sessions_by_account", "account"),
)

# One-time links into the desk, by the digest of their token.
entrances = Table(
    "entrances",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
)

# Links by which units hand in their lists, by the digest of their token; who handed what in stays.
unit_links = Table(
    "unit_links",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("campaign", Text, nullable=False),
    Column("title", Text, nullable=False),  # of the movement, for who opens the link
    Column("unit", Text, nullable=False),
    Column("unit_name", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("is_closed", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),  # files laid in by it so far
    Column("lot", Text, nullable=False),  # what was laid in last
    Column("handed_at", Text, nullable=False),  # empty until the list is handed in
    Index("unit_links_by_campaign", "campaign"),
)

# Secrets of the desk's own: what signs its cookies.
desk_keys = Table(
    "desk_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Work that outlives the page which asked for it.
desk_jobs = Table(
    "desk_jobs",
    metadata,
    Column("id", Text, primary_key=True),  # from the form that asks: asked twice it is one job
    Column("work", Text, nullable=False),  # `issue`, `print` …
    Column("asked", Text, nullable=False),  # JSON
    Column("account", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("done", Integer, nullable=False),
    Column("whole", Integer, nullable=False),
    Column("answer", Text, nullable=False),  # JSON, once it has ended
    Column("asked_at", Text, nullable=False),
    Column("ended_at", Text),
    Index("desk_jobs_by_state", "state"),
)
