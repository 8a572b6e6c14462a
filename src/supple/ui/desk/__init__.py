"""What Supple shows outside its window: tray, reminders, desk breaks."""
