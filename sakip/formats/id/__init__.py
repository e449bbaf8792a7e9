"""How dates are written and read: as Indonesian offices write them."""
