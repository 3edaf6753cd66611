package dev.dayone.pilot;

import java.util.List;

/** The way one record travels: a driving table and the links followed from it. */
public record Flow(TableRef start, List<Link> links) {
    public Flow {
        links = List.copyOf(links);
    }
}
