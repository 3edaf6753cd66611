/** Which texts Python's dateutil reads as a date or time. Used by expectations alone. */
@NullMarked
package dev.dayone.readiness.expectation.dateutil;

import org.jspecify.annotations.NullMarked;
