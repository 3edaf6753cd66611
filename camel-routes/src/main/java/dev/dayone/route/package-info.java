/**
 * Camel routes that sample sources into snapshots. Used by the app.
 */
@NullMarked
package dev.dayone.route;

import org.jspecify.annotations.NullMarked;
