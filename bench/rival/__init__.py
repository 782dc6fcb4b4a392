"""The list of reports as most Django sites would serve it: Django templates, gunicorn sync."""
