/**
 * Finds keys between tables that nobody declared, inside a source and across sources, from what the profiles kept of each
 * column's values. For whoever measures a snapshot; knows no Spark.
 */
@NullMarked
package dev.dayone.readiness.discovery;

import org.jspecify.annotations.NullMarked;
