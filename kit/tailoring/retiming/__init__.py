"""Fitting an agenda to minutes that the workshop has no length for."""
