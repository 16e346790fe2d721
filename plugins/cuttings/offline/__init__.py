"""What a browser needs to keep the site: the list of its files and the manifest of a web app."""
