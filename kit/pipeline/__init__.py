"""What must be made: plan, digests, workers, atomic writes, manifest.

Three digests, each of which spares what comes after it: that of all files that a request reads
(`unchanged`: nothing is loaded), that of the files of one workshop (`unchanged.current_unit`: it is
neither read nor rendered), and that of a rendered document (`ledger`: it is not printed).
"""
