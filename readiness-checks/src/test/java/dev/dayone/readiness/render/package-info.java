/** Tests of the run report's forms. */
@NullMarked
package dev.dayone.readiness.render;

import org.jspecify.annotations.NullMarked;
