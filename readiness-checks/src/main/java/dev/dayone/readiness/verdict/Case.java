package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.readiness.Evidence;

/** All that a verdict rests on. */
public record Case(Pilot pilot, Manifest manifest, Evidence evidence, RunInfo run) {}
