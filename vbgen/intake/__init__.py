"""Whatever people send, of any layout, read into the model: each value with its place and how sure it is."""
