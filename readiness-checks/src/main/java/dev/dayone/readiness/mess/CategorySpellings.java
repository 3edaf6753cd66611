package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One country, or one category but for its case and blanks, that is written in several ways. */
final class CategorySpellings implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "several-spellings", "One country or category is written in several ways.")
            .because(
                    "A text field where a list belongs, or imports with lists of their own.",
                    "Filters and counts see several things where there is one.")
            .mendedBy(
                    "Keep one list, and map what differs to it.",
                    "Map the spellings to one on the way.",
                    Decider.SYSTEM_OWNER);

    private static final long ENOUGH_ROWS = 20;
    private static final long MOST_VALUES = 300;
    private static final Map<String, String> COUNTRIES = countries();

    private static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN)) {
                names.put(plain(country.getDisplayCountry(language)), code);
            }
            names.put(plain(country.getISO3Country()), code);
            names.put(plain(code), code);
        }
        Map.of("ger", "DE", "uk", "GB", "england", "GB", "usa", "US", "holland", "NL", "sui", "CH")
                .forEach(names::putIfAbsent);
        return names;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace(".", "");
    }

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place
                .columns(column -> {
                    ColumnProfile profile = column.profile();
                    return RowPlace.isText(column)
                            && column.filled() >= ENOUGH_ROWS
                            && profile.distinctExact()
                            && profile.distinct() <= Math.min(MOST_VALUES, column.filled() / 4);
                })
                .stream()
                .map(column -> new Watch(place.column(column), column));
    }

    /** Counts each way of writing. */
    private static final class Watch implements RowWatch {
        private static final double NEARLY_ALL = 0.9;
        private final ProfiledPlace place;
        private final int column;
        private final Map<String, Long> values = new HashMap<>();

        private Watch(ProfiledPlace place, int column) {
            this.place = place;
            this.column = column;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }

        @Override
        public void look(@Nullable String[] row) {
            String text = row[column];
            if (text != null && !text.isBlank()) {
                values.merge(text, 1L, Long::sum);
            }
        }

        @Override
        public Stream<Finding> found() {
            boolean countries = countryRows() >= NEARLY_ALL * place.filled() && values.size() > 1;
            Map<String, long[]> ways = new HashMap<>();
            values.forEach((text, rows) -> {
                String plain = plain(text);
                long[] way = ways.computeIfAbsent(
                        countries ? COUNTRIES.getOrDefault(plain, plain) : plain, none -> new long[2]);
                way[0] += rows;
                way[1] = Math.max(way[1], rows);
            });
            long others = ways.values().stream()
                    .mapToLong(way -> Arrays.stream(way)
                            .reduce((all, usual) -> all - usual)
                            .orElse(0))
                    .sum();
            return Stream.ofNullable(place.rows(
                    KIND, others, "with another spelling of a value than the usual one of the same meaning."));
        }

        private long countryRows() {
            return values.entrySet().stream()
                    .filter(value -> COUNTRIES.containsKey(plain(value.getKey())))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
