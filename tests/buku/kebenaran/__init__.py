"""An independent examiner: dirty kecamatan workbooks whose truth is known by construction, from the contract alone.

People are invented with a story; the story decides the truth, and only then are the rows of all sheets written, with
dirt. Nothing here imports the product, and nothing re-derives the truth from the tables. `__main__` writes a workbook
beside its truth; `banding` compares what `ektp rekon` made of it.
"""
