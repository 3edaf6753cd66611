package dev.dayone.readiness.engine;

import java.util.List;
import java.util.Map;

/** Where Deequ's results are kept, as text under a date and tags. */
public interface KeptResults {
    /** Keeps a result, in place of one of the same date and tags. */
    void put(long date, Map<String, String> tags, String result);

    /** The results from one date to another, both inclusive, oldest first. */
    List<String> between(long from, long to);
}
