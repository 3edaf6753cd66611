/** Drivers that are not shipped, taken from a folder of the installation, never of a pilot. Used by connectors. */
@NullMarked
package dev.dayone.connector.driver;

import org.jspecify.annotations.NullMarked;
