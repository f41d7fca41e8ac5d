"""Rows of tables in the signs of Markdown, which trafilatura writes as well."""


def row_of(line: str) -> str:
    """Give the cells of a row with a border between each two, which no sentence runs over.

    Cells of nothing but dashes and colons are left out, so that nothing is left of the line below a table's head.
    """
    return " | ".join(cell for part in line.split("|") if (cell := part.strip()).strip("-: "))
