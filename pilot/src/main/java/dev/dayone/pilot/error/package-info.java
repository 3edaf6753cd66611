/**
 * The failures of dayone: four kinds, each with stable codes. Every module throws these and no others at its border.
 */
@NullMarked
package dev.dayone.pilot.error;

import org.jspecify.annotations.NullMarked;
