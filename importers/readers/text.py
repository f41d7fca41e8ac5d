"""Plain text: the file is the article."""

from importers.document import Document
from importers.encoding import Decoded, clean_breaks


def read(decoded: Decoded) -> Document:
    return Document(clean_breaks(decoded.text))
