/** DQDL, the rules of AWS Glue Data Quality, read as expectations. Used by the pilot's reader alone. */
@NullMarked
package dev.dayone.pilot.dqdl;

import org.jspecify.annotations.NullMarked;
