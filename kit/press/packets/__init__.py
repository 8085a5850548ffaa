"""Many people's copies of one document: laid out once, each a file of its own.

Copies that differ only in a few short texts share everything else. The engine lays out one packet
for each distinct body, and shapes each person's texts in the styles in which they stand; a person's
file is the body's constant bytes, a few small streams, and a list of where its objects are. What
cannot be shown to come out exactly as if it had been printed alone is printed alone.

Begin in `kit.press.packets.packet_press`.
"""
