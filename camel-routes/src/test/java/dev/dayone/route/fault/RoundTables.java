package dev.dayone.route.fault;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.SnapshotRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables of which every row's content follows from its number, so that a snapshot can be held against them. */
enum RoundTables {
    TEXTS(6_000, "md5(CAST(i AS text)), repeat(CAST(i AS text) || ' ', 40)", "id text PRIMARY KEY, body text"),
    NUMBERS(5_000, "i * 3, repeat(CAST(i AS text) || ' ', 20)", "id bigint PRIMARY KEY, body text"),
    PAIRS(4_000, "i % 7, i, CAST(i AS text) || ' '", "a int, id int, body text, PRIMARY KEY (a, id)");

    private final int rows;
    private final String values;
    private final String columns;

    RoundTables(int rows, String values, String columns) {
        this.rows = rows;
        this.values = values;
        this.columns = columns;
    }

    /** What a snapshot has less, and more, than it should. */
    record Difference(long lost, long doubled, long damaged, long partial) {
        static final Difference NONE = new Difference(0, 0, 0, 0);

        Difference plus(Difference other) {
            return new Difference(
                    lost + other.lost, doubled + other.doubled, damaged + other.damaged, partial + other.partial);
        }
    }

    static int allRows() {
        return Arrays.stream(values()).mapToInt(table -> table.rows).sum();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(RoundTables::table).toList();
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    void load(MortalServer server) {
        server.execute(
                "CREATE TABLE " + table() + " (" + columns + ")",
                "INSERT INTO " + table() + " SELECT " + values + " FROM generate_series(1, " + rows + ") i",
                "ANALYZE " + table());
    }

    static Difference between(Workspace workspace, Snapshot snapshot) {
        Difference all = Difference.NONE;
        for (RoundTables table : values()) {
            all = all.plus(table.difference(workspace, snapshot));
        }
        return all;
    }

    private Difference difference(Workspace workspace, Snapshot snapshot) {
        TableRef ref = new TableRef("shop", table());
        TableManifest manifest = Objects.requireNonNull(snapshot.manifest().table(ref));
        List<Map<String, @Nullable Object>> found = SnapshotRows.read(workspace, snapshot, ref);
        Map<String, String> bodies = new HashMap<>();
        found.forEach(row -> bodies.put(String.valueOf(row.get("id")), String.valueOf(row.get("body"))));
        long damaged = bodies.entrySet().stream()
                .filter(row -> !isIntact(row.getKey(), row.getValue()))
                .count();
        boolean told = manifest.whole() && manifest.sampledRows() == rows && found.size() == rows;
        return new Difference(rows - bodies.size(), found.size() - bodies.size(), damaged, told ? 0 : 1);
    }

    private boolean isIntact(String id, String body) {
        String number = body.substring(0, body.indexOf(' '));
        return switch (this) {
            case TEXTS -> body.equals((number + " ").repeat(40)) && id.equals(md5(number));
            case NUMBERS ->
                body.equals((number + " ").repeat(20)) && id.equals(String.valueOf(3 * Long.parseLong(number)));
            case PAIRS -> id.equals(number);
        };
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
