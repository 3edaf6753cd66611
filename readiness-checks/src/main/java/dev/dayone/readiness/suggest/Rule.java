package dev.dayone.readiness.suggest;

import java.util.List;

/** One family of proposals. A new one is a class and a line in {@link Rules}. */
interface Rule {
    /** What some rows of a table let one ask for. Of several with one identity the first that holds is taken. */
    List<Candidate> candidates(TableView view);

    /** Which of those that hold are worth proposing beside each other. */
    default List<Held> choose(List<Held> held) {
        return held;
    }
}
