"""The screen of what one subscribes to: feeds with what is unread in them, and their items, the newest first."""
