"""Great Expectations suites. Imported as ``textassay.expectations`` only."""

if __name__ != "textassay.expectations":
    message = f"import textassay.expectations, not {__name__}: a suite must have one identity"
    raise ImportError(message)
