"""Workshop Kit: YAML workshop definitions in, complete facilitation packets out."""

__version__ = "0.1.0"
