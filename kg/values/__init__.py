"""Values said in a call: how each unit is spelt, is worth and is written; periods and fiscal calendars."""
