/**
 * Kinds of mess, one class each. What a column's profile shows is a {@link ColumnDefect} and a line in {@link ColumnDefects};
 * what shows in rows alone is a {@link RowDefect} and a line in {@link RowDefects}, which look at a table's rows once.
 */
@NullMarked
package dev.dayone.readiness.mess;

import org.jspecify.annotations.NullMarked;
