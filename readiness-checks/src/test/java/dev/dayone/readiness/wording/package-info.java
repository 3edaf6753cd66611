/** Tests of the words and numbers that every form shares. */
@NullMarked
package dev.dayone.readiness.wording;

import org.jspecify.annotations.NullMarked;
