"""The workshop as one group gets it: length, audience and words."""
