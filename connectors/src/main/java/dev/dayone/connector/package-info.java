/**
 * Connectors: Kamelets that say what a system holds and read it page by page. Used by camel-routes and the app.
 */
@NullMarked
package dev.dayone.connector;

import org.jspecify.annotations.NullMarked;
