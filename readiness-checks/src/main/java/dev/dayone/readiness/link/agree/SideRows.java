package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.snapshot.ColumnType.Kind;
import dev.dayone.readiness.profile.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one side of a link that have a key. Not thread-safe. */
final class SideRows {
    private final LinkedSide side;
    private final List<String> keys = new ArrayList<>();
    private final List<long[]> times = new ArrayList<>();
    private final List<@Nullable String[]> values = new ArrayList<>();
    private final Map<String, List<Integer>> byKey = new HashMap<>();

    SideRows(LinkedSide side) {
        this.side = side;
    }

    LinkedSide side() {
        return side;
    }

    /** Adds a row of {@link LinkedSide#selected()}. */
    void add(@Nullable String[] row) {
        String key = row[0];
        if (key == null) {
            return;
        }
        byKey.computeIfAbsent(key, none -> new ArrayList<>(1)).add(keys.size());
        keys.add(key);
        long[] moments = new long[side.times().size()];
        for (int i = 0; i < moments.length; i++) {
            Kind kind = side.column(side.times().get(i)).type().kind();
            moments[i] = Moments.of(row[1 + i], kind);
        }
        times.add(moments);
        @Nullable String[] texts = new String[side.values().size()];
        for (int i = 0; i < texts.length; i++) {
            String text = row[1 + moments.length + i];
            texts[i] = text == null || Placeholder.is(text) ? null : text;
        }
        values.add(texts);
    }

    int size() {
        return keys.size();
    }

    String key(int row) {
        return keys.get(row);
    }

    List<Integer> rows(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    long time(int row, int place) {
        return times.get(row)[place];
    }

    @Nullable
    String value(int row, int place) {
        return values.get(row)[place];
    }
}
