package dev.dayone.readiness.privacy;

import dev.dayone.pilot.report.Visibility;

/**
 * Whether a column's values are shown, and why in a few words.
 */
public record Decision(Visibility visibility, String reason) {
    /** Whether values are shown as they are. */
    public boolean shown() {
        return visibility == Visibility.SHOWN;
    }
}
