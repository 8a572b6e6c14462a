"""What touches the machine: clock, files, settings, database, voice, desktop."""
