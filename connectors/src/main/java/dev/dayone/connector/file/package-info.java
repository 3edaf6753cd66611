/**
 * Files as sources: CSV, JSON lines and Parquet, read from their beginning on, page by page. Used by the Kamelets of
 * those names.
 */
@NullMarked
package dev.dayone.connector.file;

import org.jspecify.annotations.NullMarked;
