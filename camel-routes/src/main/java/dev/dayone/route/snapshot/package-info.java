/** Snapshot folders: begun, resumed, completed last of all, purged. Used by sampling. */
@NullMarked
package dev.dayone.route.snapshot;

import org.jspecify.annotations.NullMarked;
