"""The article drawn line by line: layout, marks, selection and the map beside it."""
