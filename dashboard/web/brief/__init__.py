"""A brief of a country, text, organization or topic: two pages to print, as HTML, PDF and DOCX."""
