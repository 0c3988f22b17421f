"""Puts the formula functions where the spreadsheet program looks, takes them out again, and says plainly what was done."""
