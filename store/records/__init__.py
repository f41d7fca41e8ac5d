"""The vocabulary all folders share: frozen records, no I/O. Each module holds those of one subject.

Offsets count characters (Unicode code points) of ``Article.text``; ``text[start:end]`` is the evidence.
Names are the field's: ACLED (types, actors), UCDP GED (date precision, low/best/high), GDELT (a report
is its "mention"), EDTF (ISO 8601-2) and TIMEX3 (TimeML).
"""
