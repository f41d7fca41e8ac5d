"""From words to days: ``expressions`` finds time phrases, ``resolve`` dates them, docs/dating.md tells the steps."""
