"""What must be made: plan, digests, workers, atomic writes, manifest."""
