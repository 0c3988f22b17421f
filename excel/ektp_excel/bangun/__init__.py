"""Builds the add-in for Excel and the template workbook from sources in the tree, without Excel and on any system."""
