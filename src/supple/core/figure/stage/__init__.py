"""Everything in the picture that is not the body: room, props, shadows, arrows, framing."""
