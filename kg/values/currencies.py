"""How texts write currencies, and their ISO 4217 codes.

Names that several countries share are listed only with their country ("Danish kroner"; a bare "rupees" or "francs" has
no certain code). The bare dollar is the exception: releases that mean another say so ("A$", "Canadian dollars").
"""

from __future__ import annotations

CODES = (
    "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "KRW", "INR", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "CHF", "SEK",
    "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "RUB", "UAH", "TRY", "ZAR", "BRL", "MXN", "ARS", "CLP", "COP",
    "IDR", "MYR", "THB", "VND", "PHP", "PKR", "BDT", "LKR", "NGN", "KES", "GHS", "EGP", "SAR", "AED", "QAR", "ILS",
)  # fmt: skip

SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "NZ$": "NZD", "NT$": "TWD", "CA$": "CAD", "AU$": "AUD", "A$": "AUD", "C$": "CAD",
    "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₪": "ILS", "CN¥": "CNY", "JP¥": "JPY",
}  # fmt: skip

_NAMES = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "singapore dollar": "SGD", "hong kong dollar": "HKD",
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "swiss franc": "CHF", "russian rouble": "RUB",
    "rouble": "RUB", "ruble": "RUB", "indian rupee": "INR", "pakistani rupee": "PKR", "turkish lira": "TRY",
    "hryvnia": "UAH", "mexican peso": "MXN", "naira": "NGN",
}  # fmt: skip

WORDS = {
    **{f"{name}s": code for name, code in _NAMES.items()},
    **_NAMES,
    "pounds sterling": "GBP", "swedish kronor": "SEK", "danish kroner": "DKK", "norwegian kroner": "NOK",
    "swiss francs": "CHF", "yuan renminbi": "CNY", "chinese yuan": "CNY", "yuan": "CNY", "renminbi": "CNY",
    "japanese yen": "JPY", "yen": "JPY", "korean won": "KRW", "south korean won": "KRW", "rand": "ZAR", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "brazilian reais": "BRL", "reais": "BRL", "zloty": "PLN", "zlotys": "PLN",
    "forint": "HUF", "taka": "BDT", "turkish liras": "TRY",
}  # fmt: skip

# Other words as well ("won 5 medals", "500 pounds of grain"): money only after a scale word.
DOUBTFUL = {"pounds": "GBP", "won": "KRW"}


def code_of(written: str) -> str:
    """The ISO 4217 code of a symbol, a code ("RMB" is CNY) or a name; KeyError for anything else."""
    if written in SYMBOLS:
        return SYMBOLS[written]
    if written in CODES:
        return "CNY" if written == "RMB" else written
    name = " ".join(written.lower().split())
    return WORDS[name] if name in WORDS else DOUBTFUL[name]
