package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnType;

/**
 * A column of a copied answer.
 *
 * @param kind what its texts are turned into
 * @param hidden whether it is no column of the table; such ones come last
 */
record CopyColumn(String label, ColumnType.Kind kind, boolean hidden) {}
