"""Vietnamese text: dates, numbers, words for numbers, names, sorting, cleaning, legacy charsets, Jinja filters."""
