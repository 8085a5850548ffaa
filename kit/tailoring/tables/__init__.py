"""Who sits where: tables from a roster, cases dealt to them, and what can’t be kept apart."""
