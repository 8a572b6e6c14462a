"""The illustrated figure: skeleton, poses, motion, shapes."""
