package dev.dayone.pilot.report;

/** A value (or its shape, where values are not shown) and how many rows hold it. */
public record ValueCount(String value, long count) {}
