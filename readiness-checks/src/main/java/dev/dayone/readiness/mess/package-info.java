/**
 * Kinds of mess that a column's profile shows, one class each: a new kind is a {@link ColumnDefect}, its test, and a line in
 * {@link ColumnDefects}.
 */
@NullMarked
package dev.dayone.readiness.mess;

import org.jspecify.annotations.NullMarked;
