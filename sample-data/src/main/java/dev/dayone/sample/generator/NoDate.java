package dev.dayone.sample.generator;

/** What a helpdesk wrote where it knew no date: as far as its database allows. */
public enum NoDate {
    /** MariaDB's zero date. */
    ZERO("0000-00-00 00:00:00"),
    /** PostgreSQL has no zero date. */
    EPOCH("1970-01-01 00:00:00");

    private final String text;

    NoDate(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
