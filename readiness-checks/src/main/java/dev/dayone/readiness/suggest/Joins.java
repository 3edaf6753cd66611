package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.table.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column that leads to another table of its source, by its name, and whose values are found there. */
final class Joins implements Rule {
    private static final String TYPE = "expect_column_values_to_exist_in_other_table";
    private static final double LEAST = 0.9;

    /** The key of every table that a column of its source may lead to. */
    static List<TableView.Target> targets(TableRef of, Map<TableRef, SnapshotTable> tables) {
        List<TableView.Target> targets = new ArrayList<>();
        tables.forEach((ref, table) -> {
            List<String> key = table.manifest().info().key();
            if (ref.source().equals(of.source()) && !ref.equals(of)) {
                if (key.size() == 1) {
                    targets.add(new TableView.Target(table, key.get(0)));
                } else if (key.isEmpty() && table.position("id") >= 0) {
                    targets.add(new TableView.Target(
                            table, table.columns().get(table.position("id")).name()));
                }
            }
        });
        return targets;
    }

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            if (!ColumnNames.isReference(column.name())) {
                continue;
            }
            List<String> words = Words.of(column.name());
            List<String> named = words.subList(0, words.size() - 1);
            for (TableView.Target target : view.subject().targets()) {
                if (ColumnNames.names(named, target.table().ref().table()) && decides(view, column, target)) {
                    candidates.add(Candidate.share(
                            TYPE,
                            kwargs(column.name(), target.table().ref().table(), target.column()),
                            Severity.MAJOR,
                            LEAST,
                            "values are found in the other table"));
                }
            }
        }
        return candidates;
    }

    /** Whether a value that is not found is certainly not there. */
    private static boolean decides(TableView view, ColumnView column, TableView.Target target) {
        TableManifest manifest = target.table().manifest();
        return manifest.isWholeFor(view.table().ref().column(column.name()), target.column());
    }

    /** The identity of the check that asks what a link of the flow asks. */
    static List<String> identity(Link link) {
        Map<String, Object> kwargs =
                kwargs(link.from().column(), link.to().table(), link.to().column());
        return Candidate.identity(new Expectation(TYPE, kwargs, Severity.MAJOR, Map.of()));
    }

    private static Map<String, Object> kwargs(String column, String table, String other) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", column);
        kwargs.put("other_table_name", table);
        kwargs.put("other_column", other);
        return kwargs;
    }
}
