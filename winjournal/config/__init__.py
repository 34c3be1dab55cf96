"""Settings, from a TOML file that a broken line never keeps from opening."""

from winjournal.config.reading import Config, read_config
from winjournal.config.remembering import recall, remember

__all__ = ["Config", "read_config", "recall", "remember"]
