// Helps a form over a weak line: a double click saves once, what was typed survives.
