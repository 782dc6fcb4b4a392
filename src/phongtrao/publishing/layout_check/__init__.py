"""Layout faults of any docx against Decree 30/2020/NĐ-CP and the Party's guide. Pure: no Django.

A file is read into a plain model (`reading`), its components are found (`components`), the checks
are functions over them (`checks`), and what a fault means is dated data with its source (`rules`).
"""
