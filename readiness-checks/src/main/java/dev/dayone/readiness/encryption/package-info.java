/** How a snapshot's Parquet files are encrypted. Used by whoever writes or reads them. */
@NullMarked
package dev.dayone.readiness.encryption;

import org.jspecify.annotations.NullMarked;
