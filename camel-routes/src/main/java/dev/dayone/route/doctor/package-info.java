/** Whether the sources of a pilot can be read as it says, without reading rows. Used by the app. */
@NullMarked
package dev.dayone.route.doctor;

import org.jspecify.annotations.NullMarked;
