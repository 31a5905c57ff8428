"""Spreadsheets that people upload and download, without a word of the coalition in it.

`reading.read` turns any CSV, XLSX or ODS file into one `table.Table`; `writing` makes CSV and XLSX.
Nothing is imported here: `workbook_process` runs as a program of its own and must start quickly.
"""
