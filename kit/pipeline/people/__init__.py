"""Personal packets: each person's worksheets with their name, table and cases; one PDF for all.

Begin in `kit.pipeline.people.build`.
"""
