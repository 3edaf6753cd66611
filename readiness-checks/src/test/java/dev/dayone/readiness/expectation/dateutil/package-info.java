@NullMarked
package dev.dayone.readiness.expectation.dateutil;

import org.jspecify.annotations.NullMarked;
