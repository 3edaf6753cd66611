@NullMarked
package dev.dayone.readiness.history;

import org.jspecify.annotations.NullMarked;
