"""Readiness for evaluators: what the report itself can say to a criterion.

A criterion is data (``KriteriaEvaluasi``). Its ``penguji`` names a function of ``daftar.PENGUJI`` that looks
at the frozen report and at what the gate found, and answers met, not met with what is missing, or that only
a person knows. It shows and never scores: no points, no grade. Nothing here touches Django or a database.
"""
