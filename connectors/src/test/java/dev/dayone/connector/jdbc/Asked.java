package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A source in a pilot's folder, attached anew for each question: nothing is held open between two. */
public final class Asked {
    private final Path folder;
    private final Source source;

    public Asked(Path folder, String connector, Map<String, String> parameters) {
        this.folder = folder;
        this.source = new Source("shop", connector, new Parameters(parameters), Limits.DEFAULT, Map.of(), false);
    }

    /** A source of which the pilot says something of its tables. */
    public Asked(Path folder, Source source) {
        this.folder = folder;
        this.source = source;
    }

    /** The source attached once, for more than one question. */
    public Attached attached() {
        return new Attached(source, folder);
    }

    public Probe probe() {
        try (Attached attached = attached()) {
            return attached.probe();
        }
    }

    public Map<String, DiscoveredTable> tables() {
        try (Attached attached = attached()) {
            return attached.tables().stream()
                    .collect(Collectors.toMap(table -> table.info().name(), table -> table));
        }
    }

    public DiscoveredTable table(String name) {
        return Objects.requireNonNull(tables().get(name), name);
    }

    public List<String> columns(String table) {
        return table(table).info().columns().stream()
                .map(column -> column.name() + " " + column.sourceType() + " " + column.type())
                .toList();
    }

    /** Every row of a selection, page after page. */
    public List<Map<String, @Nullable Object>> rows(String table, Map<String, Object> selection) {
        try (Attached attached = attached()) {
            return attached.pages(table, selection);
        }
    }

    /** Every row of a selection, attached anew for each page. */
    public List<Map<String, @Nullable Object>> rowsResumed(String table, Map<String, Object> selection) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<?> cursor = null;
        do {
            try (Attached attached = attached()) {
                Attached.Page page = attached.page(table, selection, cursor);
                rows.addAll(page.rows());
                cursor = page.next();
            }
        } while (cursor != null);
        return rows;
    }
}
