/** The flow's records, followed one by one over tables and systems. */
@NullMarked
package dev.dayone.readiness.flow;

import org.jspecify.annotations.NullMarked;
