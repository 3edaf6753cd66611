/**
 * Embedded PostgreSQL and MariaDB for the demo and for tests of other modules: start, accounts, clean end.
 */
@NullMarked
package dev.dayone.sample.server;

import org.jspecify.annotations.NullMarked;
