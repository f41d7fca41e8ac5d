"""What people type for the fields of an event, read into the values that the field has. Pure."""
