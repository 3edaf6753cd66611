/** A snapshot's table as the other packages see it, how its rows were drawn, and the nearest name for a typing mistake. */
@NullMarked
package dev.dayone.readiness.table;

import org.jspecify.annotations.NullMarked;
