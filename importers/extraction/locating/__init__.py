"""The places that an article names, each resolved in the country it is meant in."""
