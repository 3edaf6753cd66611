/**
 * Where a workspace keeps things, and what a snapshot's manifest says. Written by camel-routes, read by readiness-checks.
 */
@NullMarked
package dev.dayone.pilot.snapshot;

import org.jspecify.annotations.NullMarked;
