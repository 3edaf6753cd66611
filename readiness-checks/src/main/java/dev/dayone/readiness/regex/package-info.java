/**
 * Finds regular expressions in texts of ASCII, many at once, by a deterministic automaton; what it cannot read, and texts
 * with other letters, are left to Java's own. Knows no Spark.
 */
@NullMarked
package dev.dayone.readiness.regex;

import org.jspecify.annotations.NullMarked;
