"""The program as a command, for tests of what only a process of its own shows."""

import sys

READER = [sys.executable, "-m", "reader"]
