/**
 * Writes a run report as files that people and tools read: HTML, Markdown, JUnit XML, Great Expectations results, the
 * terminal's summary and {@code report.json} itself. Used by camel-routes and the app. Every text is escaped for the
 * place where it is shown; nothing is masked here, as a run report holds no value that may not be shown.
 */
@NullMarked
package dev.dayone.readiness.render;

import org.jspecify.annotations.NullMarked;
