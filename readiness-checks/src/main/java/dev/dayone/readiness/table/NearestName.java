package dev.dayone.readiness.table;

import dev.dayone.pilot.Nearest;
import java.util.Collection;
import java.util.Optional;

/** The name that someone most likely meant. */
public final class NearestName {
    private static final int LISTED = 8;

    private NearestName() {}

    /** The end of a sentence about an unknown name: what was likely meant, or what there is. Begins with a comma. */
    public static String hint(String unknown, Collection<String> known) {
        Optional<String> nearest = Nearest.to(unknown, known);
        if (nearest.isPresent()) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        if (known.isEmpty()) {
            return "; there are none.";
        }
        String list = String.join(", ", known.stream().limit(LISTED).toList());
        return "; expected one of: " + list + (known.size() > LISTED ? ", …" : "") + ".";
    }
}
