"""Listening forums: what people said there in summary, who answers it, by when and how."""
