/** Measures dayone beside named yardsticks in the same run. Not part of what is shipped. */
@NullMarked
package dev.dayone.benchmark;

import org.jspecify.annotations.NullMarked;
