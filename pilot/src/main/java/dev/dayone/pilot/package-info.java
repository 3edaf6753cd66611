/**
 * The pilot file as records, its loader and its references. Every other module may use it; it uses none of them.
 */
@NullMarked
package dev.dayone.pilot;

import org.jspecify.annotations.NullMarked;
