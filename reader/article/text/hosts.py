"""Which server an address is asked of."""

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The name of the server that an address is asked of; "" for what is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def on_one_host(one: str, other: str) -> bool:
    """Whether two addresses are asked of the same server."""
    return bool(host_of(one)) and host_of(one) == host_of(other)
