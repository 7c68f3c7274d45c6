"""Chromium's own log of its network: whom it asked, and by which road."""

import json
from urllib.parse import urlsplit

NOWHERE = "127.0.0.1:9"  # where Chromium's own questions to its makers are sent; it refuses to open this port


def outside(path, desks, proxy):
    """Return what was asked of anybody but the desks, or by another road than the proxy; a line each."""
    text = path.read_text()
    log = json.loads(text if text.rstrip().endswith("}") else text.rstrip().rstrip(",") + "]}")
    names = {number: name for name, number in log["constants"]["logEventTypes"].items()}
    found = []
    for event in log["events"]:
        name, said = names[event["type"]], event.get("params", {})
        if name == "URL_REQUEST_START_JOB" and "url" in said:
            address = urlsplit(said["url"])
            if address.scheme in ("http", "https", "ws", "wss") and address.netloc not in {*desks, NOWHERE}:
                found.append(f"asked for {said['url']}")
        elif name == "TCP_CONNECT_ATTEMPT" and said.get("address", proxy) != proxy:
            found.append(f"connected to {said['address']}")
        elif name == "HOST_RESOLVER_MANAGER_JOB" and "host" in said:
            found.append(f"looked up {said['host']}")
        elif name == "UDP_BYTES_SENT":
            found.append("sent a datagram")
    return found
