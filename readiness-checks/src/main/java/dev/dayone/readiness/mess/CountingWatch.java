package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the rows in which a column has a text of some kind. */
final class CountingWatch implements RowWatch {
    private final FindingKind kind;
    private final ProfiledPlace place;
    private final int position;
    private final Predicate<String> counts;
    private final Told told;
    private long rows;

    /**
     * When a count is worth telling, and how.
     *
     * @param least rows
     * @param most the share of filled rows beyond which it is no mess but the column's way
     * @param what said behind the number of rows
     */
    record Told(long least, double most, String what) {}

    CountingWatch(FindingKind kind, RowPlace place, int position, Predicate<String> counts, Told told) {
        this.kind = kind;
        this.place = place.column(position);
        this.position = position;
        this.counts = counts;
        this.told = told;
    }

    @Override
    public List<Integer> columns() {
        return List.of(position);
    }

    @Override
    public void look(@Nullable String[] row) {
        String text = row[position];
        if (text != null && counts.test(text)) {
            rows++;
        }
    }

    @Override
    public Stream<Finding> found() {
        return rows < told.least() || rows > told.most() * place.filled()
                ? Stream.empty()
                : Stream.ofNullable(place.rows(kind, rows, told.what()));
    }
}
