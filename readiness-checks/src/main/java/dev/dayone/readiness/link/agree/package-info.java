/** What matched rows of a link say about each other: clocks that differ, copies that come late, values that conflict. */
@NullMarked
package dev.dayone.readiness.link.agree;

import org.jspecify.annotations.NullMarked;
