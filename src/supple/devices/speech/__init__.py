"""The voice: a protocol, a child process that speaks, and a silent form."""
