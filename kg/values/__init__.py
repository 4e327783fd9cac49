"""Values said in a call: how each unit is spelt, what it is worth and how it is written; periods and fiscal calendars."""
