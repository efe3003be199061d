"""Pages on paper, as PDF: what is set, how it is parted into pages, and how they are written.

Lengths are dots, ``sheet.DOTS`` to the inch, with the page's upper left corner at (0, 0). Nothing
here is imported before a page is wanted; all of it works away from the screen's thread.
"""
