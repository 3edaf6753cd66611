/** Which columns may be shown, and what stands in place of values that may not. Used by every part that yields values. */
@NullMarked
package dev.dayone.readiness.privacy;

import org.jspecify.annotations.NullMarked;
