/** SodaCL, the checks of Soda Core, read as expectations. Used by the pilot's reader alone. */
@NullMarked
package dev.dayone.pilot.soda;

import org.jspecify.annotations.NullMarked;
