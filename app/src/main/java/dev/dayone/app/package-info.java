/**
 * The command line. Thin: it parses arguments, calls the modules below, and turns their answers into exit codes.
 */
@NullMarked
package dev.dayone.app;

import org.jspecify.annotations.NullMarked;
