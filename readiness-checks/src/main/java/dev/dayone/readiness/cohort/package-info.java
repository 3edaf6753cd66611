/**
 * A part of the records for a controlled launch, chosen by a hash of their key, and whether it stands for all of them. Used
 * by the command line.
 */
@NullMarked
package dev.dayone.readiness.cohort;

import org.jspecify.annotations.NullMarked;
