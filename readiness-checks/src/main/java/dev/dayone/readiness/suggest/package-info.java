/**
 * Checks to propose to an engineer, from what a snapshot shows, each held against the half of the rows that it was not
 * made from. A new family of proposals is one {@code Rule}. Used by app.
 */
@NullMarked
package dev.dayone.readiness.suggest;

import org.jspecify.annotations.NullMarked;
