"""What a figure that is a sum of money says besides: its currency, its scale and its giver."""

import dataframely as dy
import polars as pl

from transforms.schema.columns import pattern, reference, whole_number


class Sum(dy.Schema):
    """A figure that can be a sum of money."""

    currency = pattern(
        r"^[A-Z]{3}$", "Currency of a sum (ISO 4217); empty for what is no money.", nullable=True
    )
    scale = whole_number(
        "How much of the currency one of the value is: 1000000 for millions.",
        minimum=1,
        nullable=True,
    )
    giver_id = reference("actors", "Who gives it, where the source names one giver.", nullable=True)

    @dy.rule()
    def a_sum_has_currency_and_scale(cls) -> pl.Expr:
        """A sum of money says its currency and its scale, and only a sum is paid or has a giver."""
        money = pl.col("currency").is_not_null()
        fits = money == pl.col("scale").is_not_null()
        others = (pl.col("nature").cast(pl.String) != "paid") & pl.col("giver_id").is_null()
        return fits & (money | others)
