/** Spark's session and its insides, and Deequ: the only package that names Deequ, Scala or Catalyst types. */
@NullMarked
package dev.dayone.readiness.engine;

import org.jspecify.annotations.NullMarked;
