"""The site's own wiring, found beside the site map as `portal` expects it."""

from phongtrao.config.wiring import connect

__all__ = ["connect"]
