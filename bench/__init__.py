"""Measurements that are run by hand: what extraction costs, and how it fares on other people's benchmarks."""
