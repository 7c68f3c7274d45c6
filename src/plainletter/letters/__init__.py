"""The letter: from a case record to the letters that each reader may have."""
