/** The statistics of a column as states that merge; knows nothing of Spark. Fed by engine, read by Measurement. */
@NullMarked
package dev.dayone.readiness.profile;

import org.jspecify.annotations.NullMarked;
