/** What a pilot would cost, with volumes and growth measured from profiles. Used by the verdict. */
@NullMarked
package dev.dayone.readiness.budget;

import org.jspecify.annotations.NullMarked;
