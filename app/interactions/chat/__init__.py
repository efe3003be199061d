"""Chat: a make-believe messenger with quick replies, Block and Tell a grown-up."""
