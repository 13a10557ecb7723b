"""How far two colours stand apart, as WCAG measures it."""

import numpy as np


def linear(colour: str) -> np.ndarray:
    """Red, green and blue of ``#rrggbb`` as amounts of light."""
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light = [float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)
