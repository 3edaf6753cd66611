/**
 * Brings generated rows into servers: schema, bulk load, indexes, read-only accounts.
 */
@NullMarked
package dev.dayone.sample.load;

import org.jspecify.annotations.NullMarked;
