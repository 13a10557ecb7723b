"""What a figure that is a sum of money says besides: its currency, its scale and its giver."""

import dataframely as dy
import polars as pl

from transforms.schema.columns import pattern, reference, whole_number


def currency() -> dy.Column:
    """Return the column of the currency."""
    return pattern(
        r"^[A-Z]{3}$", "Currency of a sum (ISO 4217); empty for what is no money.", nullable=True
    )


def scale() -> dy.Column:
    """Return the column of the scale."""
    return whole_number(
        "How much of the currency one of the value is: 1000000 for millions.",
        minimum=1,
        nullable=True,
    )


def giver() -> dy.Column:
    """Return the column of the giver."""
    return reference("actors", "Who gives it, where the source names one giver.", nullable=True)


def sum_is_whole() -> pl.Expr:
    """Whether a sum has currency and scale, and nothing else is paid or has a giver."""
    money = pl.col("currency").is_not_null()
    fits = money == pl.col("scale").is_not_null()
    others = (pl.col("nature").cast(pl.String) != "paid") & pl.col("giver_id").is_null()
    return fits & (money | others)
