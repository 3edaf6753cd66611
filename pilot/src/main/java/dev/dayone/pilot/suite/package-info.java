/**
 * Rules of other tools' suites as expectations, and expectations as a suite of Great Expectations. Used by the readers of
 * single formats, by the pilot's reader and by the app.
 */
@NullMarked
package dev.dayone.pilot.suite;

import org.jspecify.annotations.NullMarked;
