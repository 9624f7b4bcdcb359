"""One function of OpenCV for a test: `run.py NAME` reads JSON on stdin, writes JSON on stdout.

A new function takes the parsed input, returns what json can write, and is named in FUNCTIONS at the end.
"""
import json
import sys

import cv2
import numpy as np


def version(_):
    return cv2.__version__


def perspective(cases):
    """[{source: 4 points, target: 4 points, points}] -> [{matrix: 9 numbers, points: where they go}]."""
    return [mapped(cv2.getPerspectiveTransform(quad(case["source"]), quad(case["target"])), case) for case in cases]


def homography(cases):
    """The same by least squares over any number of pairs (findHomography, method 0)."""
    return [mapped(cv2.findHomography(quad(case["source"]), quad(case["target"]), 0)[0], case) for case in cases]


def warped(cases):
    """[{source, target, width, height, points}] -> per case the pixels of a picture warped by warpPerspective.

    The picture holds its own x and y, so each value says which place of it lies at that pixel (remap, bilinear).
    """
    return [warped_places(case) for case in cases]


def warped_places(case):
    matrix = cv2.getPerspectiveTransform(quad(case["source"]), quad(case["target"]))
    xs, ys = np.meshgrid(np.arange(case["width"]), np.arange(case["height"]))
    picture = np.dstack([xs, ys]).astype(np.float32)
    size = (case["width"], case["height"])
    places = cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(-1, -1))
    return [places[y, x].tolist() for x, y in case["points"]]


def calibrated(cases):
    """[{world, pixels, width, height, focal, centre, fixed: {focal, centre, aspect}}] -> per case calibrateCamera's
    {rms, focal, centre, rotation, translation, pixels: where the points are seen}. No distortion; `focal` and `centre`
    are where it starts, or what is fixed.
    """
    return [camera_of(case) for case in cases]


def camera_of(case):
    world = np.array(case["world"], np.float32)
    pixels = np.array(case["pixels"], np.float32)
    start = np.array([[case["focal"][0], 0, case["centre"][0]], [0, case["focal"][1], case["centre"][1]], [0, 0, 1]], np.float64)
    flags = cv2.CALIB_USE_INTRINSIC_GUESS | cv2.CALIB_ZERO_TANGENT_DIST
    flags |= cv2.CALIB_FIX_K1 | cv2.CALIB_FIX_K2 | cv2.CALIB_FIX_K3
    flags |= cv2.CALIB_FIX_FOCAL_LENGTH if case["fixed"]["focal"] else 0
    flags |= cv2.CALIB_FIX_PRINCIPAL_POINT if case["fixed"]["centre"] else 0
    flags |= cv2.CALIB_FIX_ASPECT_RATIO if case["fixed"]["aspect"] else 0
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_COUNT, 500, 1e-12)
    size = (case["width"], case["height"])
    rms, matrix, bent, turns, shifts = cv2.calibrateCamera([world], [pixels], size, start, None, flags=flags, criteria=criteria)
    seen = cv2.projectPoints(world, turns[0], shifts[0], matrix, bent)[0].reshape(-1, 2)
    return {
        "rms": rms,
        "focal": [matrix[0, 0], matrix[1, 1]],
        "centre": [matrix[0, 2], matrix[1, 2]],
        "rotation": turns[0].ravel().tolist(),
        "translation": shifts[0].ravel().tolist(),
        "pixels": seen.tolist(),
    }


def projected(cases):
    """[{world, focal, centre, rotation, translation}] -> per case the pixels of projectPoints."""
    return [pixels_of(case) for case in cases]


def pixels_of(case):
    (fx, fy), (cx, cy) = case["focal"], case["centre"]
    matrix = np.array([[fx, 0, cx], [0, fy, cy], [0, 0, 1]], np.float64)
    world = np.array(case["world"], np.float64)
    turn, shift = np.array(case["rotation"], np.float64), np.array(case["translation"], np.float64)
    return cv2.projectPoints(world, turn, shift, matrix, None)[0].reshape(-1, 2).tolist()


def turned(vectors):
    """Rodrigues: [rotation vector] -> [9 numbers]."""
    return [cv2.Rodrigues(np.array(vector, np.float64))[0].ravel().tolist() for vector in vectors]


def quad(points):
    return np.array(points, np.float32)


def mapped(matrix, case):
    points = np.array(case["points"], np.float64).reshape(-1, 1, 2)
    return {"matrix": matrix.ravel().tolist(), "points": cv2.perspectiveTransform(points, matrix).reshape(-1, 2).tolist()}


FUNCTIONS = {
    "version": version,
    "perspective": perspective,
    "homography": homography,
    "warped": warped,
    "calibrated": calibrated,
    "projected": projected,
    "turned": turned,
}

if __name__ == "__main__":
    json.dump(FUNCTIONS[sys.argv[1]](json.load(sys.stdin)), sys.stdout, allow_nan=False)
