/**
 * What was planted on purpose: the kinds, a tally while rows are written, and planted-defects.json.
 */
@NullMarked
package dev.dayone.sample.defect;

import org.jspecify.annotations.NullMarked;
