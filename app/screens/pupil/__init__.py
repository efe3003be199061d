"""The pages that children see."""
