package dev.dayone.readiness.expectation;

import org.apache.spark.sql.Column;

/**
 * A rule that some rows break.
 *
 * @param rows how many
 * @param reason what is wrong with one, in words
 */
record Broken(Unexpected unexpected, long rows, Column reason) {}
