/** Numbers and rules in words, the same in findings, gates and every form of the report. Used within this module. */
@NullMarked
package dev.dayone.readiness.wording;

import org.jspecify.annotations.NullMarked;
