package dev.dayone.readiness.render;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of the page that other places link to, by number, so that no name of the data stands in an address. */
final class Anchors {
    private final Map<String, String> places = new HashMap<>();

    Anchors(RunReport report) {
        int table = 0;
        for (Map.Entry<TableRef, TableReport> entry : report.tables().entrySet()) {
            String anchor = "t" + ++table;
            places.put(entry.getKey().toString(), anchor);
            int column = 0;
            for (ColumnReport each : entry.getValue().columns()) {
                places.put(entry.getKey().column(each.name()).toString(), anchor + "c" + ++column);
            }
        }
    }

    @Nullable
    String table(TableRef table) {
        return places.get(table.toString());
    }

    @Nullable
    String column(ColumnRef column) {
        return places.get(column.toString());
    }

    /** The anchor of a finding's place; null: it is neither a table nor a column of the page. */
    @Nullable
    String place(String place) {
        return places.get(place);
    }
}
