"""Looks at an area of an X display some 250 times a second: look.py X Y WIDTH HEIGHT, with DISPLAY set.

A line a look, until it is ended: when, in milliseconds of a clock of its own, and the mean red, green and blue of three rows of pixels, 0 to 255. A frame that stands
for 16 ms alone is seen.
"""

import sys
import time

from Xlib import X, display

PERIOD = 0.004
ALL_PLANES = 0xFFFFFFFF


def main():
    x, y, width, height = (int(word) for word in sys.argv[1:5])
    root = display.Display().screen().root
    rows = [y + height * part // 4 for part in (1, 2, 3)]
    while True:
        begun = time.monotonic()
        data = b"".join(
            root.get_image(x, row, width, 1, X.ZPixmap, ALL_PLANES).data for row in rows
        )
        # 32 bits a pixel, least significant byte first: blue, green, red, nothing.
        mean = [sum(data[channel::4]) * 4 // len(data) for channel in (2, 1, 0)]
        print(round(begun * 1000), *mean, flush=True)
        time.sleep(max(0, PERIOD - (time.monotonic() - begun)))


main()
