package dev.dayone.readiness.suggest;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.expectation.Earlier;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, as proposals are made from them.
 *
 * @param part the share of the rows that are looked at
 */
record TableView(Subject subject, List<ColumnView> columns, double part) {
    private static final long FEWEST = 200;

    /**
     * The table, whatever rows of it are looked at.
     *
     * @param needs columns that the pilot cannot do without
     * @param targets keys of other tables that a column may lead to
     * @param before what the run before told of it
     */
    record Subject(SnapshotTable table, Set<String> needs, List<Target> targets, Earlier.@Nullable Seen before) {}

    /** A key of another table of the same source. */
    record Target(SnapshotTable table, String column) {}

    static TableView of(Subject subject, List<ProfiledColumn> profile, List<Decision> decisions, double part) {
        List<ColumnInfo> infos = subject.table().columns();
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < infos.size(); i++) {
            columns.add(ColumnView.of(infos.get(i), profile.get(i), decisions.get(i)));
        }
        return new TableView(subject, columns, part);
    }

    SnapshotTable table() {
        return subject.table();
    }

    boolean needs(ColumnView column) {
        return subject.needs().contains(column.name());
    }

    /** The values that a rule must have been seen on. */
    long fewest() {
        return Math.round(FEWEST * part);
    }
}
