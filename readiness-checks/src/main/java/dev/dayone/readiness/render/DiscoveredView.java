package dev.dayone.readiness.render;

import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.yaml.LinkLine;
import dev.dayone.readiness.wording.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A link that the pilot does not name.
 *
 * @param held the share of values that the other side holds
 * @param sure whether nothing more need be read
 * @param line to paste into the pilot
 */
record DiscoveredView(
        String from,
        @Nullable String fromAnchor,
        String to,
        @Nullable String toAnchor,
        String held,
        boolean sure,
        String evidence,
        String line) {
    static DiscoveredView of(DiscoveredLink found, Anchors anchors) {
        String from = found.link().from().toString();
        String to = found.link().to().toString();
        return new DiscoveredView(
                from,
                anchors.place(from),
                to,
                anchors.place(to),
                (found.proved() ? "" : "about ") + Numbers.percent(found.contained()),
                found.proved(),
                found.evidence(),
                LinkLine.of(found.link()));
    }
}
