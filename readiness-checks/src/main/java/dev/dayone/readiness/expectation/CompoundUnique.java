package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The values of several columns together stand in no more than one row. */
final class CompoundUnique implements ExpectationKind {
    @Override
    public String type() {
        return "expect_compound_columns_to_be_unique";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column_list", "ignore_row_if", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        List<Integer> columns = arguments.columns("column_list");
        List<String> names =
                columns.stream().map(arguments::info).map(ColumnInfo::name).toList();
        Column present = Rows.present(arguments, columns);
        // As a text: Deequ groups by plain columns. A value that is missing leaves its name out.
        Column together = functions.when(
                present,
                functions.to_json(functions.struct(
                        columns.stream().map(SnapshotTable::column).toArray(Column[]::new))));
        Column where = arguments.where();
        SnapshotTable table = arguments.table();
        boolean all = where == null;
        return new UniqueRule(
                new Measure.Matching(present, where),
                new Measure.OnceOf(together, where),
                arguments.mostly(),
                new UniqueRule.Source(all ? table.counted(names) : null, all && table.isKey(names)),
                new Unexpected(null, where == null ? present : where.and(present), columns));
    }
}
