package dev.dayone.readiness.mess;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.wording.Numbers;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A column and the table around it, as they were measured.
 *
 * @param together how many rows were drawn together; 1: each by itself
 */
record ProfiledPlace(TableRef table, TableReport report, ColumnReport column, double together) {
    ColumnProfile profile() {
        return column.profile();
    }

    /** What the profile says of texts; null: they are none, or it was not measured. */
    @Nullable
    TextDetail texts() {
        ColumnDetail detail = profile().detail();
        return detail == null ? null : detail.texts();
    }

    /** Rows with a value. */
    long filled() {
        return profile().rows() - profile().nulls() - profile().blanks();
    }

    static long sum(Collection<ValueCount> counts) {
        return counts.stream().mapToLong(ValueCount::count).sum();
    }

    /** Of counts by kind, that of one. */
    static long count(Collection<ValueCount> counts, String kind) {
        return sum(counts.stream().filter(count -> count.value().equals(kind)).toList());
    }

    /** Of a share of rows drawn at random, how they stand together unknown; null: all were looked at, or the latest. */
    private @Nullable Interval interval(long count) {
        long rows = profile().rows();
        if (report.whole() || report.method() != SampleMethod.RANDOM) {
            return null;
        }
        Drawing drawing = Drawing.atRandom((double) rows, Double.POSITIVE_INFINITY);
        return new Rate(count, rows, drawing.inWindows(together)).interval();
    }

    /** A finding of some rows; null: of none. {@code what}: said behind their number. */
    @Nullable
    Finding rows(FindingKind kind, long count, String what) {
        // What was told from some of the values may come to more than there are.
        long rows = Math.min(count, profile().rows());
        return rows <= 0
                ? null
                : kind.at(
                                Severity.MINOR,
                                table.column(column.name()).toString(),
                                Numbers.count(rows, "row") + " " + what)
                        .rows(rows, profile().rows(), interval(rows))
                        .done();
    }
}
