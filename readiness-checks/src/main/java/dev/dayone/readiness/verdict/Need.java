package dev.dayone.readiness.verdict;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that the pilot cannot work without.
 *
 * @param profile null: the column, or its table, is not there
 * @param hint the nearest name of a missing one
 */
record Need(ColumnRef column, @Nullable ColumnProfile profile, String hint) {
    /** Below this share of filled rows a needed column stops the pilot. */
    static final double BLOCKING = 0.5;
    /** Below this share of filled rows a needed column is to be mended. */
    static final double MENDING = 0.98;

    static List<Need> of(Case subject) {
        List<Need> needs = new ArrayList<>();
        subject.pilot()
                .needs()
                .forEach((table, columns) -> columns.forEach(column -> needs.add(of(subject, table, column))));
        return needs;
    }

    private static Need of(Case subject, TableRef table, String column) {
        TableReport report = subject.evidence().tables().get(table);
        if (report == null) {
            return new Need(table.column(column), null, "");
        }
        for (ColumnReport candidate : report.columns()) {
            if (candidate.name().equals(column)) {
                return new Need(table.column(column), candidate.profile(), "");
            }
        }
        List<String> names = report.columns().stream().map(ColumnReport::name).toList();
        return new Need(table.column(column), null, Nearest.hint(column, names));
    }

    boolean isMissing() {
        return profile == null;
    }

    /** Whether so little is filled that the pilot cannot work. */
    boolean isBlocking() {
        return profile != null && (profile.rows() == 0 || profile.filled() < BLOCKING);
    }

    /** Whether more rows are empty than a pilot can overlook. */
    boolean isToMend() {
        return profile != null && profile.rows() > 0 && profile.filled() < MENDING;
    }

    String sentence() {
        if (profile == null) {
            return column + " is needed and not there" + hint + ".";
        }
        return profile.rows() == 0
                ? column + " is needed and its table has no rows."
                : column + " is needed and filled in " + Numbers.percent(profile.filled()) + " of rows only.";
    }
}
