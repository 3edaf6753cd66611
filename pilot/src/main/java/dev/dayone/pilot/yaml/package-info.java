/** From YAML text to a {@link dev.dayone.pilot.Pilot}: places, problems, references. Used by the app and by tests. */
@NullMarked
package dev.dayone.pilot.yaml;

import org.jspecify.annotations.NullMarked;
