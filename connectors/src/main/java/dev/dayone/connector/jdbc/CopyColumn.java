package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnType;

/** A column of a copied answer: its label, and what its texts are turned into. */
record CopyColumn(String label, ColumnType.Kind kind) {}
