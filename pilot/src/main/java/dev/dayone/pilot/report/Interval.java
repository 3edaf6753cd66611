package dev.dayone.pilot.report;

/** A 95 % interval of a rate or a number; {@code low == high} where every row was seen. */
public record Interval(double low, double high) {}
