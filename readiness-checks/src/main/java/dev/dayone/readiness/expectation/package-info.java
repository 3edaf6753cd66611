/** Great Expectations style rules: each kind says what to measure and judges the answer. Add one in Expectations. */
@NullMarked
package dev.dayone.readiness.expectation;

import org.jspecify.annotations.NullMarked;
