/** Sampling routes: from the tables of a pilot's sources to a snapshot. Used by the app. */
@NullMarked
package dev.dayone.route.sampling;

import org.jspecify.annotations.NullMarked;
