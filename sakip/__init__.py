"""The project package: settings, urls, wsgi."""
