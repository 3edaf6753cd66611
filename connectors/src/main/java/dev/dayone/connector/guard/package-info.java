/** The one place that every statement passes: single SELECTs only, and a record of what was sent. Used by connectors. */
@NullMarked
package dev.dayone.connector.guard;

import org.jspecify.annotations.NullMarked;
