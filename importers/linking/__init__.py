"""From the reports of all articles to events: ``corpus`` drives the steps, docs/linking.md tells them in order."""
