package dev.dayone.readiness.render;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.RunReport;
import java.util.ArrayList;
import java.util.List;

/** One gate as every form shows it: judged, left out by the pilot, or not judged. */
record GateLine(GateName name, Badge badge, String reason, List<String> evidence) {
    private static final int LEADING = 4;

    /** All gates there are, in their order, so that none is missed by its absence. */
    static List<GateLine> all(RunReport report) {
        List<GateLine> lines = new ArrayList<>();
        for (GateName name : GateName.values()) {
            lines.add(report.gates().stream()
                    .filter(gate -> gate.name() == name)
                    .findFirst()
                    .map(GateLine::judged)
                    .orElseGet(() -> absent(name, report.pilot().gatesLeftOut().contains(name))));
        }
        return lines;
    }

    /** The evidence that a reader sees at once. */
    public List<String> leading() {
        return evidence.subList(0, Math.min(LEADING, evidence.size()));
    }

    /** The evidence that a reader opens. */
    public List<String> rest() {
        return evidence.subList(Math.min(LEADING, evidence.size()), evidence.size());
    }

    private static GateLine judged(Gate gate) {
        return new GateLine(gate.name(), Badge.of(gate.verdict()), gate.reason(), gate.evidence());
    }

    private static GateLine absent(GateName name, boolean leftOut) {
        return leftOut
                ? new GateLine(name, Badge.LEFT_OUT, "The pilot leaves this gate out; nobody judged it.", List.of())
                : new GateLine(name, Badge.NOT_JUDGED, "This run did not judge it.", List.of());
    }
}
