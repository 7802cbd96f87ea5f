"""What the killed processes do; in a module of its own, so that the fork server has it ready."""

import os
import signal
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.register.issuing_desks import NOW, another, desk
from tests.register.killing import Fuse, fused_desk
from tests.register.papers import intent as paper
from tests.register.papers import stamp
from vbgen.model.dossier import Intent
from vbgen.office.issuing.issuing import Desk, finish, issue
from vbgen.office.issuing.number_doubts import given_number
from vbgen.office.registry.outside import Outside, enter_outside, prepare_outside
from vbgen.office.registry.recovering import Recovered, Recovering
from vbgen.register import NumberTakenError, Register
