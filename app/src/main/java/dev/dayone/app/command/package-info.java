/** The commands, one class each: arguments in, exit code out. Used by the app alone. */
@NullMarked
package dev.dayone.app.command;

import org.jspecify.annotations.NullMarked;
