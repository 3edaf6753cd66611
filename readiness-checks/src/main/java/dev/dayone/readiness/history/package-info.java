/**
 * What runs measured, kept in a database: to tell what changed from one to the next, since when something is known, and
 * what has drifted. For the command line. It starts no Spark.
 */
@NullMarked
package dev.dayone.readiness.history;

import org.jspecify.annotations.NullMarked;
