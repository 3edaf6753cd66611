package dev.dayone.readiness.cohort;

/** Whether a cohort stands for all records. */
public enum Representation {
    /** Nothing tells it from the rest by more than little. */
    REPRESENTATIVE("stands for the whole"),
    /** It differs by more than little, and not by chance. */
    NOT_REPRESENTATIVE("does not stand for the whole"),
    /** So few rows would not show a difference. */
    UNDETERMINED("not enough evidence");

    private final String words;

    Representation(String words) {
        this.words = words;
    }

    /** In a few words. */
    public String words() {
        return words;
    }
}
