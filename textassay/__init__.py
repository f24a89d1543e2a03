"""textassay: is each record of a text corpus fit to build on?"""

__version__ = "0.1.0"
