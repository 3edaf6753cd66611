/** Rows, as maps of plain values, into encrypted Parquet files. Used by sampling. */
@NullMarked
package dev.dayone.route.parquet;

import org.jspecify.annotations.NullMarked;
