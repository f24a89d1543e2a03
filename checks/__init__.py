"""The checks: one defect, one file. Imported as ``textassay.checks`` only."""

if __name__ != "textassay.checks":
    message = f"import textassay.checks, not {__name__}: a check must have one identity"
    raise ImportError(message)
