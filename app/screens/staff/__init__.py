"""The pages behind the badge."""
