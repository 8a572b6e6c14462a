"""What is painted: figures, stills, paper."""
