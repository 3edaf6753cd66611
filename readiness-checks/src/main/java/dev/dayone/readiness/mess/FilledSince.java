package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** What becomes of a record at its end: the newest ones have none of it yet. */
    private static final Pattern LATE = Pattern.compile(
            "(?i)^(?:(?:date|time|is|was)_?)?(?:clos|resol|solv|completed|completion|finish|merg|ended|end_|cancel|paid"
                    + "|shipped|delivered|signed|approv|answered|replied|rated|rating|csat|satisf|survey|feedback|review"
                    + "|refund|returned|archiv|delet|expir|churn|lost|won_|outcome|reopen|(?:first|last)_(?!name)"
                    + "|geschlossen|erledigt|abgeschlossen|gel(?:ö|oe)s|bezahlt|ferm[eé]|cl[oô]tur|cerrad|resuel)");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> times = place.columns(RowPlace::isTime);
        Optional<Integer> created = times.stream()
                .filter(time ->
                        CREATED.matcher(place.column(time).column().name()).matches())
                .findFirst();
        List<Integer> columns = place
                .columns(column -> column.filled() < column.profile().rows())
                .stream()
                .filter(column -> !Optional.of(column).equals(created))
                .toList();
        return created.isEmpty() || columns.isEmpty()
                ? Stream.empty()
                : Stream.of(new Watch(place, new RowsByDay(created.get(), times, columns)));
    }

    /** Looks for the day before, or after, which hardly any row has a value. */
    private record Watch(RowPlace place, RowsByDay rows) implements RowWatch {
        @Override
        public List<Integer> columns() {
            return rows.positions();
        }

        @Override
        public void look(@Nullable String[] row) {
            rows.add(row);
        }

        @Override
        public Stream<Finding> found() {
            rows.sort();
            return rows.columns().stream()
                    .map(column -> told(column, rows.split(column)))
                    .filter(Objects::nonNull);
        }

        private @Nullable Finding told(int column, RowsByDay.@Nullable Split split) {
            String name = place.column(column).column().name();
            boolean since = split != null && split.since();
            if (split == null || (!since && (LATE.matcher(name).find() || rows.isLate(column, split)))) {
                return null;
            }
            return place.column(column)
                    .rows(
                            KIND,
                            split.empty(),
                            "without a value, for the column is filled only " + (since ? "since " : "until ")
                                    + split.day() + " by "
                                    + place.column(rows.created()).column().name() + ".");
        }
    }
}
