"""Controllers: what a press sets going. They know the domain and its ports, never an adapter."""
