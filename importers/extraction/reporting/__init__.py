"""From a mention to the report of it: how sure it is, the terms of the field, claims with their words, a title."""
