"""Names a monitor of a dummy X server: name_monitor.py OUTPUT NAME SERIAL, with DISPLAY set.

Writes a 128-byte EDID (VESA E-EDID 1.4) as the output's property. Electron then reports the name as the display's
label and derives the display's id from the block, as it does for a real projector.
"""

import sys

from Xlib import display
from Xlib.ext import randr

MAKER = "FRI"
MODE_720P60 = bytes.fromhex("011d007251d01e206e28550040846300001e")


def text_block(tag, text):
    body = text.encode("ascii")[:13]
    return bytes([0, 0, 0, tag, 0]) + (body + b"\n").ljust(13, b" ")[:13]


def edid(name, serial):
    a, b, c = (ord(letter) - 64 for letter in MAKER)
    maker = (a << 10 | b << 5 | c).to_bytes(2, "big")
    block = b"\x00\xff\xff\xff\xff\xff\xff\x00"
    block += maker + (0x1234).to_bytes(2, "little") + serial.to_bytes(4, "little")
    block += bytes([1, 33, 1, 4])  # week, year since 1990, version 1.4
    block += bytes([0x80, 160, 90, 120, 0x0A])  # digital, size in cm, gamma 2.2, features
    block += bytes(13)  # chromaticity and established timings: none
    block += b"\x01" * 16  # no standard timings
    block += MODE_720P60
    block += text_block(0xFC, name) + text_block(0xFF, str(serial))
    block += bytes([0, 0, 0, 0xFD, 0, 50, 75, 30, 80, 15, 0, 10]) + b" " * 6
    block += b"\x00"  # no extensions
    return block + bytes([-sum(block) % 256])


def main():
    output, name, serial = sys.argv[1], sys.argv[2], int(sys.argv[3])
    server = display.Display()
    resources = server.screen().root.xrandr_get_screen_resources()
    for each in resources.outputs:
        if server.xrandr_get_output_info(each, resources.config_timestamp).name == output:
            randr.ChangeOutputProperty(
                display=server.display,
                opcode=server.display.get_extension_major(randr.extname),
                output=each,
                property=server.intern_atom("EDID"),
                type=19,  # INTEGER
                mode=0,  # replace
                value=(8, edid(name, serial)),
            )
            server.sync()
            return
    sys.exit(f"no output {output}")


main()
