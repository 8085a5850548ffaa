"""The documents of a packet: what each may show, as plain frozen values, and their registry."""
