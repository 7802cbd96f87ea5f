"""Two Word files side by side: paragraphs, styles and pages."""
