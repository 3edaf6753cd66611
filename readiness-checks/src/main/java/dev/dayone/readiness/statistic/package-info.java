/** Intervals and what they decide: rates, means, and how many rows would decide. Plain numbers only. */
@NullMarked
package dev.dayone.readiness.statistic;

import org.jspecify.annotations.NullMarked;
