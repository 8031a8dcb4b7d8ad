"""Jobs for the tests of the child process: each job is a word, with what it needs behind a colon."""

import os
import sys
import time
from collections.abc import Callable


def work(job: bytes, step: Callable[[bytes], None]) -> bytes:
    """Do as the word says."""
    word, _, given = job.decode().partition(":")
    if word == "number":
        return str(os.getpid()).encode()
    if word == "echo":
        return given.encode()
    if word == "length":
        return str(len(given)).encode()
    if word == "steps":
        for number in range(int(given)):
            step(str(number).encode())
        return b"done"
    if word == "sleep":
        step(str(os.getpid()).encode())
        time.sleep(float(given))
        return b"slept"
    if word == "raise":
        raise ValueError(given)
    if word == "die":
        os._exit(9)
    if word == "print":
        print("noise", flush=True)
        os.write(1, b"more noise")
        return sys.stdin.read().encode()
    if word == "memory":
        return str(len(bytearray(int(given)))).encode()
    raise AssertionError(word)
