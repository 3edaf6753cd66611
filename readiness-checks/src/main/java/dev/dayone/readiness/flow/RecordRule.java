package dev.dayone.readiness.flow;

import dev.dayone.pilot.report.Funnel;
import org.apache.spark.sql.Column;

/**
 * A check that one row by itself keeps or breaks.
 *
 * @param place the column that it is about
 * @param breaks true for rows that break it; else false or null
 */
public record RecordRule(Funnel.Rule rule, String place, Column breaks) {}
