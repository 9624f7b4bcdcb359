#!/bin/sh
# Runs Electron with its standard output in a file: Playwright reads the pipe before a test can.
exec "$FRISE_TEST_ELECTRON" "$@" >"$FRISE_TEST_STDOUT"
