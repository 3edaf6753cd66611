/** Ways to clean keys before they are compared, each its own class; for {@code readiness.link} alone. */
@NullMarked
package dev.dayone.readiness.link.clean;

import org.jspecify.annotations.NullMarked;
