/** Tests of the package of the same name. */
@NullUnmarked
package dev.dayone.readiness.link.clean;

import org.jspecify.annotations.NullUnmarked;
