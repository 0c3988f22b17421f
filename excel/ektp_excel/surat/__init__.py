"""The letters of the kecamatan as Word documents: the office's templates filled with the figures of a `Hasil`.

Nothing is counted or decided here that the result does not hold. Needs the extra `surat`.
"""
