"""The language server: findings, reasons and quick fixes in any editor. Needs pygls (``pip install "plainletter[lsp]"``)."""
