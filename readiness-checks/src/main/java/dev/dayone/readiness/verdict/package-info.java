/** From evidence to findings, gates and the verdict: no Spark, no measuring. Used by the app and camel-routes. */
@NullMarked
package dev.dayone.readiness.verdict;

import org.jspecify.annotations.NullMarked;
