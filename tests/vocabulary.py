"""The words of open lists as an office has them that has added nothing."""

from datetime import date

from vbgen.office.setting.workspace import Workspace

WORDS = Workspace(None).words(date(2026, 9, 5))
