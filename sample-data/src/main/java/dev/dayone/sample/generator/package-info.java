/**
 * The company itself: every row of every table as a pure function of seed, scale and row number.
 */
@NullMarked
package dev.dayone.sample.generator;

import org.jspecify.annotations.NullMarked;
