package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.LinkedKeys;
import java.util.List;

/** A table's plan, with the links of which all keys are asked for; none where it is not read for keys. */
record LinkedPlan(TablePlan plan, List<LinkedKeys> keys) {
    LinkedPlan {
        keys = List.copyOf(keys);
    }
}
