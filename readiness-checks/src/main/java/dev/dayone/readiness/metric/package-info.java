/** A pilot's business metrics: one guarded SELECT each. */
@NullMarked
package dev.dayone.readiness.metric;

import org.jspecify.annotations.NullMarked;
