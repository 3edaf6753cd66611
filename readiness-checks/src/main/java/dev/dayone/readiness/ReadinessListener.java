package dev.dayone.readiness;

/** Told of each step while evidence is measured. Called from one thread. */
@FunctionalInterface
public interface ReadinessListener {
    /**
     * A step begins.
     *
     * @param step such as {@code profile helpdesk.tickets}
     * @param done steps finished before it, of {@code total}
     */
    void step(String step, int done, int total);
}
