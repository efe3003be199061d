"""What a Tell is, who may read which part of it, and what staff do with it; plain Python."""
