"""A session: steps, the words said in them, and the engine that runs them."""
