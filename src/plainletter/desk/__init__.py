"""The desk: a page to draft and check letters on this machine, and the HTTP API that other programs speak to."""
