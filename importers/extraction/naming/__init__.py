"""The persons and organisations that an article names."""
