package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns that are filled only in rows since, or until, some day. */
final class FilledSince implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "filled-since", "A column is filled only in rows since some day, or until one.")
            .because(
                    "A field that was introduced, or given up, at that day.",
                    "A pilot tried on recent records fails on older ones, or the reverse; comparisons over time are wrong.")
            .mendedBy(
                    "Fill the older rows where it can be told, or say since when it counts.",
                    "Use the column for rows since that day alone.",
                    Decider.PROCESS_OWNER);

    private static final Pattern CREATED = Pattern.compile(
            "(?:date_?)?(?:created?|creation|opened|inserted|added|occurred|ordered|received|registered|started)(?:_?(?:at|on|date|time|datetime|ts))?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> times = place.columns(column -> RowPlace.isTime(column)
                && CREATED.matcher(column.column().name()).matches());
        if (times.isEmpty()) {
            return Stream.empty();
        }
        int time = times.get(0);
        return place.columns(column -> column.filled() < column.profile().rows()).stream()
                .filter(column -> column != time)
                .map(column -> new Watch(place, time, column));
    }

    /** Looks for the day before, or after, which hardly any row has a value. */
    private static final class Watch implements RowWatch {
        private static final int ENOUGH = 100;
        private static final double HARDLY = 0.01;
        private static final double MOSTLY = 0.3;

        private final RowPlace place;
        private final int time;
        private final int column;
        private final List<Seen> rows = new ArrayList<>();

        private record Seen(String day, boolean filled) {}

        private Watch(RowPlace place, int time, int column) {
            this.place = place;
            this.time = time;
            this.column = column;
        }

        @Override
        public List<Integer> columns() {
            return List.of(time, column);
        }

        @Override
        public void look(@Nullable String[] row) {
            String at = row[time];
            String value = row[column];
            if (at != null && at.length() >= 10) {
                rows.add(new Seen(at.substring(0, 10), value != null && !value.isBlank()));
            }
        }

        @Override
        public Stream<Finding> found() {
            rows.sort(Comparator.comparing(Seen::day));
            int filled = (int) rows.stream().filter(Seen::filled).count();
            int before = 0;
            int best = 0;
            double most = 0;
            for (int i = 1; i < rows.size(); i++) {
                before += rows.get(i - 1).filled() ? 1 : 0;
                double early = (double) before / i;
                double late = (double) (filled - before) / (rows.size() - i);
                boolean enough = i >= ENOUGH && rows.size() - i >= ENOUGH;
                boolean split = Math.min(early, late) <= HARDLY && Math.max(early, late) >= MOSTLY;
                if (enough
                        && split
                        && Math.abs(late - early) > most
                        && !rows.get(i).day().equals(rows.get(i - 1).day())) {
                    most = Math.abs(late - early);
                    best = late > early ? i : -i;
                }
            }
            return best == 0 ? Stream.empty() : Stream.ofNullable(told(best));
        }

        private @Nullable Finding told(int split) {
            boolean since = split > 0;
            int at = Math.abs(split);
            long empty = rows.subList(since ? 0 : at, since ? at : rows.size()).stream()
                    .filter(row -> !row.filled())
                    .count();
            return place.column(column)
                    .rows(
                            KIND,
                            empty,
                            "without a value, for the column is filled only " + (since ? "since " : "until ")
                                    + rows.get(since ? at : at - 1).day() + " by "
                                    + place.column(time).column().name() + ".");
        }
    }
}
