/** A profile's states kept beside a snapshot's files, sealed as these are. Used by engine. */
@NullMarked
package dev.dayone.readiness.kept;

import org.jspecify.annotations.NullMarked;
