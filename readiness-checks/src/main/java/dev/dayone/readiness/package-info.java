/**
 * From a snapshot to a run report: profile, expectations, links, metrics, gates, verdict. Used by camel-routes and the app.
 */
@NullMarked
package dev.dayone.readiness;

import org.jspecify.annotations.NullMarked;
