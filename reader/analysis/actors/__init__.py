"""Who is spoken of: mentions put together to actors, their roles, and whom a pronoun or a description means."""
