package dev.dayone.readiness.finding;

/** Who can decide what is done about a finding. */
public enum Decider {
    /** The pilot's owner. */
    PROCESS_OWNER("the owner of the process"),
    /** Whoever runs the system that the data comes from. */
    SYSTEM_OWNER("whoever runs the source system"),
    /** The data protection officer. */
    DATA_PROTECTION("data protection"),
    /** The engineers who build the pilot. */
    ENGINEERS("the pilot's engineers");

    private final String words;

    Decider(String words) {
        this.words = words;
    }

    /** In a few words. */
    public String words() {
        return words;
    }
}
