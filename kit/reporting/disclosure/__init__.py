"""What may be shown: nothing from which the answers of a small group can be worked out."""
