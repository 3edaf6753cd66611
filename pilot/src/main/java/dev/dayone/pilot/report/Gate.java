package dev.dayone.pilot.report;

import dev.dayone.pilot.GateName;
import java.util.List;

/**
 * One gate's answer.
 *
 * @param reason in a sentence
 * @param evidence the lines that led to it, most weighty first
 */
public record Gate(GateName name, GateVerdict verdict, String reason, List<String> evidence) {
    public Gate {
        evidence = List.copyOf(evidence);
    }
}
