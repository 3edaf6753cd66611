/** The way from a run to production in thirty days, filled in from that run. Used by the renderers. */
@NullMarked
package dev.dayone.readiness.plan;

import org.jspecify.annotations.NullMarked;
