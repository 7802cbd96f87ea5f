def run() -> None:
    raise SystemExit(2)
