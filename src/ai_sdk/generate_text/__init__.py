"""Text generation: one answer, or a stream of it, with tools and structured output."""
