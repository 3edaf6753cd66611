/** The one form that all findings have, and the kinds of them. */
@NullMarked
package dev.dayone.readiness.finding;

import org.jspecify.annotations.NullMarked;
