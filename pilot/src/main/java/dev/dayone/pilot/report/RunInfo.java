package dev.dayone.pilot.report;

import java.time.Instant;

/** Which run this is; {@code sampledAt} is when its snapshot was complete. */
public record RunInfo(
        String id, String snapshot, Instant startedAt, Instant completedAt, Instant sampledAt, String dayoneVersion) {}
