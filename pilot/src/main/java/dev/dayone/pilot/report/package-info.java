/**
 * The run report: what {@code report.json} holds. Made by readiness-checks, rendered there, shown by the app.
 */
@NullMarked
package dev.dayone.pilot.report;

import org.jspecify.annotations.NullMarked;
