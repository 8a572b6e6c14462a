"""What Supple knows: stretching, time in a session, plan, breaks, figures. Pure."""
