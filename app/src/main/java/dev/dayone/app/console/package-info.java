/** What people see while a command works: lines, progress bars, errors. Used by the app alone. */
@NullMarked
package dev.dayone.app.console;

import org.jspecify.annotations.NullMarked;
