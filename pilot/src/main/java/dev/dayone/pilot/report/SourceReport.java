package dev.dayone.pilot.report;

import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;

/** A source in the run report. */
public record SourceReport(String connector, Probe probe, Receipt receipt) {}
