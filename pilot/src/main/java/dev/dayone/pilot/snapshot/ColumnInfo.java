package dev.dayone.pilot.snapshot;

/**
 * A column as its source declares it.
 *
 * @param sourceType the type in the source's own words, such as {@code varchar(80)}
 * @param type the type in the snapshot
 * @param nullable whether the source allows it to be empty
 */
public record ColumnInfo(String name, String sourceType, ColumnType type, boolean nullable) {}
