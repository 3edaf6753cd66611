package dev.dayone.readiness.discovery;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.KeySketch;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.Uniqueness;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table that may hold keys: whole numbers and short texts that are no times, amounts or prose. */
public final class KeyColumns {
    /** No key is longer. */
    private static final long LONGEST = 128;

    private static final double LONG_ON_AVERAGE = 64;
    private static final double HARDLY_ANY_REPEATS = 0.98;

    /** What a sketch may be off. */
    private static final double HARDLY_ANY_REPEATS_BY_SKETCH = 0.95;

    private static final int CODE_LENGTH = 8;

    /** What texts hold that refer to no row. */
    private static final Set<String> NO_KEYS = Set.of("decimal", "boolean", "date", "timestamp", "json", "html");

    private final List<KeyColumn> columns;

    private KeyColumns(List<KeyColumn> columns) {
        this.columns = columns;
    }

    /** Of a table's profile, before anything is masked. */
    public static KeyColumns of(SnapshotTable table, List<ProfiledColumn> profile) {
        Double looked = looked(table);
        List<KeyColumn> columns = new ArrayList<>();
        for (int i = 0; i < profile.size(); i++) {
            KeyColumn column = column(table, i, profile.get(i), looked);
            if (column != null) {
                columns.add(column);
            }
        }
        return new KeyColumns(columns);
    }

    /** How many there are. */
    public int count() {
        return columns.size();
    }

    List<KeyColumn> columns() {
        return columns;
    }

    private static @Nullable Double looked(SnapshotTable table) {
        Long rows = table.sourceRows();
        if (table.manifest().whole()) {
            return 1.0;
        }
        return rows == null || rows == 0
                ? null
                : Double.valueOf(Math.min(0.999, (double) table.manifest().sampledRows() / (double) rows));
    }

    private static @Nullable KeyColumn column(
            SnapshotTable table, int position, ProfiledColumn profiled, @Nullable Double looked) {
        ColumnInfo info = table.columns().get(position);
        ColumnProfile profile = profiled.profile();
        KeySketch keys = profiled.keys();
        if (keys == null || profile.distinct() == 0 || !mayHoldKeys(info.type(), profile)) {
            return null;
        }
        TableRef ref = table.ref();
        KeyColumn.Writing writing = writing(info.type(), profile);
        boolean declared = table.manifest().info().key().equals(List.of(info.name()));
        return new KeyColumn(
                ref.column(info.name()),
                position,
                profile.distinct(),
                isUnique(profiled),
                declared,
                looked,
                writing == KeyColumn.Writing.NUMBER ? span(info.type(), profile) : null,
                writing,
                new KnownValues(keys),
                new KnownValues(keys.often()));
    }

    private static boolean mayHoldKeys(ColumnType type, ColumnProfile profile) {
        if (type.kind() != ColumnType.Kind.STRING) {
            return type.kind() == ColumnType.Kind.BIGINT || type.kind() == ColumnType.Kind.DECIMAL;
        }
        ColumnProfile.Length length = profile.length();
        boolean ofOneKind = profile.inferredType() != null && NO_KEYS.contains(profile.inferredType());
        return !ofOneKind && length != null && length.max() <= LONGEST && length.mean() <= LONG_ON_AVERAGE;
    }

    private static boolean isUnique(ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        long filled = profile.rows() - profile.nulls() - profile.blanks();
        Uniqueness exact = column.uniqueness();
        if (exact != null) {
            return exact.distinct() >= HARDLY_ANY_REPEATS * filled;
        }
        double share = profile.distinctExact() ? HARDLY_ANY_REPEATS : HARDLY_ANY_REPEATS_BY_SKETCH;
        return profile.distinct() >= share * filled;
    }

    private static KeyColumn.Writing writing(ColumnType type, ColumnProfile profile) {
        boolean number = type.kind() != ColumnType.Kind.STRING || "integer".equals(profile.inferredType());
        if (number) {
            return KeyColumn.Writing.NUMBER;
        }
        ColumnProfile.Length length = profile.length();
        boolean digits = !profile.shapes().isEmpty()
                && profile.shapes().get(0).value().chars().anyMatch(c -> c == '9');
        return digits || (length != null && length.mean() >= CODE_LENGTH)
                ? KeyColumn.Writing.CODE
                : KeyColumn.Writing.WORD;
    }

    /** Texts are ordered as numbers only where all have one length. */
    private static KeyColumn.@Nullable Span span(ColumnType type, ColumnProfile profile) {
        ColumnProfile.Length length = profile.length();
        boolean ordered = type.kind() != ColumnType.Kind.STRING || (length != null && length.min() == length.max());
        String min = profile.min();
        String max = profile.max();
        if (!ordered || min == null || max == null) {
            return null;
        }
        try {
            return new KeyColumn.Span(Double.parseDouble(min), Double.parseDouble(max));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
