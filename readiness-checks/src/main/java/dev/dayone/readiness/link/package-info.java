/** Whether key columns join: match rates, orphans, and what cleaning would gain. */
@NullMarked
package dev.dayone.readiness.link;

import org.jspecify.annotations.NullMarked;
