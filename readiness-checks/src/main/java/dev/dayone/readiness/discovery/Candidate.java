package dev.dayone.readiness.discovery;

/**
 * A pair of columns of which the first seems to refer to the second.
 *
 * @param looked values of {@code from} that the other side could know
 * @param shared of them, those that it has
 * @param contained the share of {@code from}'s values that the whole other side would hold
 * @param proved whether the values that they share are proof enough, whatever the rest
 */
record Candidate(
        KeyColumn from, KeyColumn to, int looked, int shared, double contained, Weight weight, boolean proved) {}
